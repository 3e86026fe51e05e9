/** Which profile was chosen for which repository, to be changed, or forgotten so that it is asked again. */
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

export function Repositories() {
  const { api, texts, view } = useDaypass();
  const set = useCall(api.setRepository);
  const chosen = Object.entries(view.repositories);
  if (chosen.length === 0) return null;
  return (
    <section>
      <h2>{texts.settings.repositories}</h2>
      {set.failure && <FailureBox failure={set.failure} />}
      <div className="card">
        {chosen.map(([repository, profile]) => (
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
              <option value="">{texts.settings.askAgain}</option>
            </select>
          </label>
        ))}
      </div>
    </section>
  );
}
