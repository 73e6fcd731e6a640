import { t } from '../../i18n/t';
/** Why something did not work; read out when it appears. */
export function Failure({ of, what }: { of: { readonly failure: string | null }; what: string }) {
  return (
    <div role="status">
      {of.failure !== null && <p class="failure">{t('failure.because', { what, reason: of.failure })}</p>}
    </div>
  );
}
