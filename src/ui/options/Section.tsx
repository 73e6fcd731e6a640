import type { ComponentChildren } from 'preact';
import { t } from '../../i18n/t';

export const sectionNames = ['wallets', 'networks', 'alerts', 'sites', 'privacy', 'data'] as const;
type SectionName = (typeof sectionNames)[number];

/** One part of the settings, which the list of contents leads to. */
export function Section({ name, children }: { name: SectionName; children: ComponentChildren }) {
  return (
    <section class="sheet form" id={name} aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} tabIndex={-1}>
        {t(`options.section.${name}`)}
      </h2>
      {children}
    </section>
  );
}
