/** Tries a repository with what there is now; the hops stand there as they are gone, and after a no another profile can be chosen. */
import { type FormEvent, useId, useState } from 'react';
import { isWell, type Trial } from '../../electron/core/doctor/trial.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Field } from '../parts/Field.tsx';
import { Page } from '../parts/Page.tsx';
import { StateLine } from '../parts/StateLine.tsx';
import { TrialHop } from '../parts/TrialHop.tsx';
import { useCall } from '../parts/use-call.ts';

export function Try() {
  const { api, texts, view } = useDaypass();
  const { trial: words } = texts;
  const known = knownRepositories(view);
  const [repository, setRepository] = useState(known[0] ?? '');
  const [profile, setProfile] = useState('');
  const attempt = useCall(api.tryIt);
  const [begun, setBegun] = useState(false);
  const run = (given = profile) => {
    setBegun(true);
    return attempt.run({ repository: repository.trim() || null, profile: given || null });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void run();
  };
  // What another window or an earlier visit has tried is not this one's.
  const trial = begun ? view.trial : null;
  return (
    <Page title={words.title}>
      <p className="quiet-line">{words.why}</p>
      <form className="form" onSubmit={submit}>
        <RepositoryField known={known} repository={repository} onChange={setRepository} />
        <ProfileChoice label={words.profile} none={words.whomGitGets} profile={profile} onChange={setProfile} />
        <div className="actions">
          <button type="submit" className="button primary wide" disabled={attempt.pending}>
            {attempt.pending ? words.running : words.start}
          </button>
        </div>
      </form>
      {attempt.failure && <FailureBox failure={attempt.failure} onTryAgain={() => run()} />}
      {trial && (
        <>
          {isWell(trial) && <StateLine state="good" text={words.well} />}
          <ul className="checks" aria-live="polite">
            {trial.hops.map((hop) => (
              <TrialHop key={hop.name} hop={hop} profile={trial.profile} onTryAgain={() => run()} />
            ))}
          </ul>
          <Another
            trial={trial}
            onChosen={() => {
              setProfile('');
              void run('');
            }}
          />
        </>
      )}
    </Page>
  );
}

/** Those that a profile was chosen for, and those that git has asked for, by name. */
function knownRepositories({ repositories, uses }: ReturnType<typeof useDaypass>['view']): readonly string[] {
  const asked = uses.flatMap(({ by, what }) => (by === 'git' ? [what] : []));
  const chosen = Object.keys(repositories).map((key) => key.slice(key.indexOf('/') + 1));
  return [...new Set([...asked, ...chosen])];
}

interface RepositoryProps {
  readonly known: readonly string[];
  readonly repository: string;
  readonly onChange: (repository: string) => void;
}

function RepositoryField({ known, repository, onChange }: RepositoryProps) {
  const { trial } = useDaypass().texts;
  const list = useId();
  return (
    <Field label={trial.repository} hint={trial.hint}>
      {(ids) => (
        <>
          <input
            {...ids}
            type="text"
            spellCheck={false}
            list={list}
            maxLength={512}
            value={repository}
            onChange={({ target }) => onChange(target.value)}
          />
          <datalist id={list}>
            {known.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

interface ProfileProps {
  readonly label: string;
  readonly none: string;
  readonly profile: string;
  readonly onChange: (profile: string) => void;
}

function ProfileChoice({ label, none, profile, onChange }: ProfileProps) {
  const { view } = useDaypass();
  return (
    <div className="card">
      <label className="setting">
        <span>{label}</span>
        <select value={profile} onChange={({ target }) => onChange(target.value)}>
          <option value="">{none}</option>
          {view.profiles.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** After a 403 or a 404, or where several would do: who answers for this repository from now on. */
function Another({ trial, onChosen }: { trial: Trial; onChosen: () => void }) {
  const { api, texts, view } = useDaypass();
  const set = useCall(api.setRepository);
  const { repository } = trial;
  const last = trial.hops.find(({ verdict }) => verdict === 'error')?.failure?.code;
  const isOffered = last === 'try.forbidden' || last === 'try.no-repository' || last === 'try.which-profile';
  if (trial.running || !isOffered || repository === null || view.profiles.length < 2) return null;
  const choose = async (profile: string) => {
    if (profile && (await set.run({ repository, profile }))?.ok) onChosen();
  };
  return (
    <ProfileChoice
      label={texts.trial.another}
      none="—"
      profile={view.repositories[repository] ?? ''}
      onChange={choose}
    />
  );
}
