/** What to send to whoever runs the account, where a policy keeps a person from setting up their device. */
import type { Failure } from '../../electron/core/base/failure.ts';
import { deniedUser, deviceRequest } from '../../electron/core/i18n/device-request.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCopy } from './use-copy.ts';

/** Nothing for other failures. */
export function AskAdministrator({ failure }: { readonly failure: Failure }) {
  const { api, texts } = useDaypass();
  const { enrol } = texts;
  const { copy, copied, pending, failure: notCopied } = useCopy(api.copyDeviceRequest);
  if (failure.code !== 'enrol.denied') return null;
  const user = deniedUser(String(failure.params.message));
  const run = () => copy({ user });
  return (
    <div className="preview">
      {/* It scrolls, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable */}
      <section className="diff" aria-label={enrol.forAdministrator} tabIndex={0}>
        <pre className="policy-text">{deviceRequest(user, texts)}</pre>
      </section>
      {notCopied && <FailureBox failure={notCopied} onTryAgain={run} />}
      <button type="button" className="button wide" disabled={pending} onClick={run}>
        {copied ? enrol.requestCopied : enrol.copyRequest}
      </button>
    </div>
  );
}
