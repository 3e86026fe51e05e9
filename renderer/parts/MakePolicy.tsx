/** A policy by what is chosen, made anew with each choice, to be copied. */
import { useId, useState } from 'react';
import { failureOf } from '../../electron/core/base/failure.ts';
import { generatePolicy, type PolicyWishes, policyWishes } from '../../electron/core/policy/generate-policy.ts';
import { Choice } from './Choice.tsx';
import { useDaypass } from './daypass-context.ts';
import { Field } from './Field.tsx';
import { MadePolicy } from './MadePolicy.tsx';
import { Switch } from './Switch.tsx';

interface Draft extends Pick<PolicyWishes, 'partition' | 'enrolment' | 'browser'> {
  readonly kind: 'user' | 'bucket';
  readonly repositories: string;
  readonly buckets: string;
  readonly bucket: string;
}

const FIRST: Draft = {
  kind: 'user',
  partition: 'aws',
  enrolment: true,
  browser: false,
  repositories: '',
  buckets: '',
  bucket: '',
};

const names = (text: string) => text.split(/[\s,，、]+/).filter(Boolean);
const wishesOf = ({ kind, repositories, buckets, bucket, partition, enrolment, browser }: Draft): PolicyWishes => ({
  partition,
  enrolment,
  browser,
  repositories: names(repositories),
  buckets: names(buckets),
  bucketPolicy: kind === 'bucket' ? bucket.trim() : null,
});

/** Where it is something that cannot be made; null where it can. */
function wrongIn(wishes: PolicyWishes): string | null {
  try {
    policyWishes(wishes, 'wishes');
    return null;
  } catch (thrown) {
    return String(failureOf(thrown).params.at);
  }
}

export function MakePolicy() {
  const { policy } = useDaypass().texts;
  const [draft, setDraft] = useState(FIRST);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const kind = useId();
  const wishes = wishesOf(draft);
  const wrongAt = wrongIn(wishes);
  // Before anybody has typed its name, nothing is wrong with it.
  const unnamed = wishes.bucketPolicy === '';
  const wrong = (field: keyof PolicyWishes) =>
    wrongAt?.startsWith(`wishes.${field}`) && !unnamed ? policy.wrongNames : undefined;
  return (
    <section className="form">
      <h2>{policy.make}</h2>
      <div className="choice-list">
        {(['user', 'bucket'] as const).map((one) => (
          <Choice
            key={one}
            name={kind}
            label={policy[one]}
            checked={draft.kind === one}
            onChoose={() => change({ kind: one })}
          />
        ))}
      </div>
      <Field label={policy.partition}>
        {(ids) => (
          <select
            {...ids}
            value={draft.partition}
            onChange={({ target }) => change({ partition: target.value as Draft['partition'] })}
          >
            {Object.entries(policy.partitions).map(([partition, name]) => (
              <option key={partition} value={partition}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {draft.kind === 'user' ? (
        <>
          <div className="card">
            <Switch label={policy.enrolment} on={draft.enrolment} onChange={(enrolment) => change({ enrolment })} />
            <Switch label={policy.browser} on={draft.browser} onChange={(browser) => change({ browser })} />
          </div>
          <Names
            label={policy.repositories}
            hint={policy.repositoriesHint}
            error={wrong('repositories')}
            value={draft.repositories}
            onChange={(repositories) => change({ repositories })}
          />
          <Names
            label={policy.buckets}
            hint={policy.bucketsHint}
            error={wrong('buckets')}
            value={draft.buckets}
            onChange={(buckets) => change({ buckets })}
          />
        </>
      ) : (
        <Names
          label={policy.bucketName}
          hint={policy.bucketHint}
          error={wrong('bucketPolicy')}
          value={draft.bucket}
          onChange={(bucket) => change({ bucket })}
        />
      )}
      {wrongAt === null && <MadePolicy text={generatePolicy(wishes)} wishes={wishes} />}
    </section>
  );
}

interface NamesProps {
  readonly label: string;
  readonly hint: string;
  readonly error: string | undefined;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Names({ label, hint, error, value, onChange }: NamesProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => (
        <input
          {...ids}
          type="text"
          spellCheck={false}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
