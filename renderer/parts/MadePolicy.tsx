/** The text of a policy, its size as AWS counts it, and the button that copies it. */
import { useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { PolicyWishes } from '../../electron/core/policy/generate-policy.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

export function MadePolicy({ text, wishes }: { text: string; wishes: PolicyWishes }) {
  const { api, texts } = useDaypass();
  const { policy } = texts;
  const copy = useCall(api.copyPolicy);
  const [copied, setCopied] = useState<string | null>(null);
  const run = async () => {
    if ((await copy.run(wishes))?.ok) setCopied(text);
  };
  return (
    <div className="preview">
      {/* It scrolls, so the keyboard must reach it. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region is focusable */}
      <section className="diff" aria-label={policy.made} tabIndex={0}>
        <pre className="policy-text">{text}</pre>
      </section>
      {wishes.bucketPolicy === null && (
        <p className="hint">{fill(policy.size, { n: text.replace(/\s/g, '').length })}</p>
      )}
      {copy.failure && <FailureBox failure={copy.failure} onTryAgain={run} />}
      <button type="button" className="button primary wide" disabled={copy.pending} onClick={run}>
        {copied === text ? policy.copied : policy.copy}
      </button>
    </div>
  );
}
