/** The text of a policy, its size as AWS counts it, and the button that copies it. */
import { fill } from '../../electron/core/i18n/say.ts';
import type { PolicyWishes } from '../../electron/core/policy/generate-policy.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCopy } from './use-copy.ts';

export function MadePolicy({ text, wishes }: { text: string; wishes: PolicyWishes }) {
  const { api, texts } = useDaypass();
  const { policy } = texts;
  const { copy, copied, pending, failure } = useCopy(api.copyPolicy);
  return (
    <div className="preview">
      <details className="fold">
        <summary>{policy.made}</summary>
        <section className="diff" aria-label={policy.made}>
          <pre className="policy-text">{text}</pre>
        </section>
      </details>
      {wishes.bucketPolicy === null && (
        <p className="hint">{fill(policy.size, { n: text.replace(/\s/g, '').length })}</p>
      )}
      {failure && <FailureBox failure={failure} onTryAgain={() => copy(wishes)} />}
      <button type="button" className="button primary wide" disabled={pending} onClick={() => copy(wishes)}>
        {copied ? policy.copied : policy.copy}
      </button>
    </div>
  );
}
