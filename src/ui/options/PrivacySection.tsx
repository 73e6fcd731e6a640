import { t } from '../../i18n/t';
import { Section } from './Section';

const facts = ['sent', 'never', 'policy', 'pages', 'kept'] as const;

/** What leaves the browser, in plain words. */
export function PrivacySection() {
  return (
    <Section name="privacy">
      <ul class="promises">
        {facts.map((fact) => (
          <li key={fact}>{t(`options.privacy.${fact}`)}</li>
        ))}
      </ul>
    </Section>
  );
}
