/** Who was given the session last. */
import { clockTime } from '../../electron/core/i18n/times.ts';
import { useDaypass } from './daypass-context.ts';

const SHOWN = 8;

export function Uses() {
  const { texts, view } = useDaypass();
  const now = Date.now();
  const latest = [...view.uses].sort((a, b) => b.at - a.at).slice(0, SHOWN);
  return (
    <section>
      <h2>{texts.uses.title}</h2>
      {latest.length === 0 && <p className="hint">{texts.uses.none}</p>}
      <ul className="uses">
        {latest.map((use, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two uses may be alike to the millisecond
          <li key={i} data-outcome={use.outcome}>
            <span className="use-what">{use.what}</span>
            <span className="use-outcome">{texts.uses[use.outcome]}</span>
            <span className="use-by">{texts.uses.by[use.by]}</span>
            <time dateTime={new Date(use.at).toISOString()}>{clockTime(use.at, view.language, now)}</time>
          </li>
        ))}
      </ul>
    </section>
  );
}
