/** A pasted policy, what it says, and what stands out in it. */
import { useRef } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { sayMeaning, sayPlace } from '../../electron/core/i18n/say-policy.ts';
import type { PolicyReport } from '../../electron/core/policy/check-policy.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Field } from './Field.tsx';
import { MessageBox } from './MessageBox.tsx';
import { StateLine } from './StateLine.tsx';
import { useCall } from './use-call.ts';

/** One more than is read: what is longer is told of, not cut in silence. */
const LONGEST = 1_048_577;

export function CheckPolicy() {
  const { api, texts } = useDaypass();
  const { policy } = texts;
  const field = useRef<HTMLTextAreaElement>(null);
  const check = useCall(api.checkPolicy);
  const run = () => check.run({ text: field.current?.value ?? '' });
  return (
    <section className="form">
      <h2>{policy.check}</h2>
      <Field label={policy.paste} hint={policy.pasteHint}>
        {(ids) => <textarea {...ids} ref={field} rows={6} maxLength={LONGEST} spellCheck={false} autoComplete="off" />}
      </Field>
      <button type="button" className="button wide" disabled={check.pending} onClick={run}>
        {policy.checkIt}
      </button>
      {check.failure && <FailureBox failure={check.failure} onTryAgain={run} />}
      {check.value && <Report report={check.value} />}
    </section>
  );
}

function Report({ report: { findings, meanings } }: { report: PolicyReport }) {
  const { texts } = useDaypass();
  const { policy } = texts;
  return (
    <div className="form">
      {findings.length === 0 && <StateLine state="good" text={policy.good} />}
      {findings.length > 0 && (
        <p className="summary" role="status">
          {policy.found}
        </p>
      )}
      {findings.map((finding, i) => (
        <MessageBox
          // biome-ignore lint/suspicious/noArrayIndexKey: the same can be said twice of one place
          key={i}
          severity={finding.severity}
          cause={fill(policy.marked, {
            mark: policy.marks[finding.severity],
            cause: policy.findings[finding.code].cause,
          })}
        >
          {finding.evidence && <code>{finding.evidence}</code>}
          {finding.place && <p className="row-hint">{sayPlace(finding.place, texts)}</p>}
          <p>{policy.findings[finding.code].fix}</p>
        </MessageBox>
      ))}
      {meanings.length > 0 && <p className="summary">{policy.says}</p>}
      {meanings.length > 0 && (
        <ul className="findings">
          {meanings.map((meaning) => (
            <li key={`${meaning.place.statement} ${meaning.code}`} className="finding">
              <p className="policy-meaning">{sayMeaning(meaning, texts)}</p>
              <span className="row-hint">{sayPlace(meaning.place, texts)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
