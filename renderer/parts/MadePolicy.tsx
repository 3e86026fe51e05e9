/** The text of a policy, its size as AWS counts it, and the button that copies it. */
import { useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { PolicyWishes } from '../../electron/core/policy/generate-policy.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCopy } from './use-copy.ts';

export function MadePolicy({ text, wishes }: { text: string; wishes: PolicyWishes }) {
  const { api, texts } = useDaypass();
  const { policy } = texts;
  const { copy, copied, pending, failure } = useCopy(api.copyPolicy);
  const [taken, setTaken] = useState('');
  const take = () => {
    setTaken(text);
    return copy(wishes);
  };
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
      {failure && <FailureBox failure={failure} onTryAgain={take} />}
      <button type="button" className="button primary wide" disabled={pending} onClick={take}>
        {copied && taken === text ? policy.copied : policy.copy}
      </button>
    </div>
  );
}
