/** Which profile answers for which repository, chosen or refused, to be changed, or forgotten so that it is asked again. */
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

export function Repositories() {
  const { api, texts, view } = useDaypass();
  const set = useCall(api.setRepository);
  // What AWS has refused may be for another profile, also where nobody has chosen this one.
  const refused = view.served.flatMap(({ key, profile, failure }) =>
    failure && profile && view.profiles.length > 1 ? [[key, profile] as const] : [],
  );
  const listed = Object.entries({ ...Object.fromEntries(refused), ...view.repositories });
  if (listed.length === 0) return null;
  return (
    <section>
      <h2>{texts.settings.repositories}</h2>
      {set.failure && <FailureBox failure={set.failure} />}
      <div className="card">
        {listed.map(([repository, profile]) => (
          <label key={repository} className="setting">
            <span>{repository.slice(repository.indexOf('/') + 1)}</span>
            <select
              value={profile}
              onChange={({ target }) => set.run({ repository, profile: target.value === '' ? null : target.value })}
            >
              {view.profiles.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
              {view.repositories[repository] && <option value="">{texts.settings.askAgain}</option>}
            </select>
          </label>
        ))}
      </div>
    </section>
  );
}
