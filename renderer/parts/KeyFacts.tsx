/** The user's keys at AWS, the one that is used here first: how old, and what used it last. The second one can go. */

import { ageOfKey, lastUseOfKey } from '../../electron/core/i18n/say-key.ts';
import type { KeyStatus, ShownAccessKey } from '../../electron/core/keys/rotation/key-status.ts';
import { useDaypass } from './daypass-context.ts';
import { Facts } from './Facts.tsx';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

interface Props {
  readonly profile: string;
  readonly keys: NonNullable<KeyStatus['keys']>;
  /** Keys of a rotation, which that one takes care of. */
  readonly rotating: readonly (string | null)[];
  readonly onChanged: () => void;
}

export function KeyFacts({ profile, keys, rotating, onChanged }: Props) {
  const { texts } = useDaypass();
  const isSecond = ({ key, used }: ShownAccessKey) => !used && !rotating.includes(key);
  const second = keys.find(isSecond);
  return (
    <>
      {keys.map((fact) => fact !== second && <KeyFact key={fact.key} fact={fact} />)}
      {second && (
        <section className="second-key" aria-label={texts.rotation.second}>
          <h2>{texts.rotation.second}</h2>
          <KeyFact fact={second} />
          <SecondKey profile={profile} fact={second} onChanged={onChanged} />
        </section>
      )}
    </>
  );
}

function KeyFact({ fact }: { fact: ShownAccessKey }) {
  const { texts, view } = useDaypass();
  const { facts, inactive, usedHere, notUsedHere } = texts.rotation;
  const now = Date.now() + view.awsOffset;
  const state = fact.used ? usedHere : notUsedHere;
  return (
    <Facts
      facts={[
        [facts.key, <code key="key">{fact.key}</code>],
        [facts.state, phrase(fact.active ? state : `${state} · ${inactive}`)],
        [facts.created, phrase(ageOfKey(fact, now, view.language))],
        [facts.lastUsed, phrase(lastUseOfKey(fact, now, texts, view.language))],
      ]}
    />
  );
}

const phrase = (text: string) => <span className="phrase">{text}</span>;

function SecondKey({ profile, fact, onChanged }: { profile: string; fact: ShownAccessKey; onChanged: () => void }) {
  const { api, texts } = useDaypass();
  const change = useCall(api.changeOtherKey);
  const run = async (how: 'activate' | 'deactivate' | 'delete') => {
    if ((await change.run({ profile, key: fact.key, how }))?.ok) onChanged();
  };
  const other = fact.active ? 'deactivate' : 'activate';
  return (
    <>
      <p className="hint">{texts.rotation.secondWhat}</p>
      {change.failure && <FailureBox failure={change.failure} profile={profile} />}
      <div className="button-pair">
        <button type="button" className="button" disabled={change.pending} onClick={() => run(other)}>
          {texts.rotation[other]}
        </button>
        <button type="button" className="button" disabled={change.pending} onClick={() => run('delete')}>
          {texts.rotation.delete}
        </button>
      </div>
    </>
  );
}
