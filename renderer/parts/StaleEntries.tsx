/** Stored passwords by the store they are in. Each says what will become, or has become, of it, and why. */
import type { Failure } from '../../electron/core/base/failure.ts';
import type { StaleEntry } from '../../electron/core/git/stale/stale-entry.ts';
import { ago } from '../../electron/core/i18n/ago.ts';
import { sayStore } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { useExplain } from './use-explain.ts';

export function StaleEntries({ entries }: { entries: readonly StaleEntry[] }) {
  const { texts } = useDaypass();
  const stores = [...new Set(entries.map(({ store }) => store))];
  return stores.map((store) => (
    <section key={store} className="stale-store">
      <h2>{sayStore(store, texts)}</h2>
      <ul className="stale-list">
        {entries
          .filter((entry) => entry.store === store)
          .map((entry, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two entries may be alike in all that is shown
            <StaleItem key={i} entry={entry} />
          ))}
      </ul>
    </section>
  ));
}

function StaleItem({ entry }: { entry: StaleEntry }) {
  const { texts, view } = useDaypass();
  const { stale } = texts;
  const { host, path, user, kind, storedAt, outcome, why } = entry;
  const facts = {
    host,
    path,
    user,
    kind: kind === 'temporary' ? stale.temporary : null,
    storedAt: storedAt === null ? null : ago(storedAt, view.language, Date.now()),
  };
  return (
    <li className="stale-item" data-outcome={outcome}>
      <dl className="facts">
        {Object.entries(facts).map(
          ([name, value]) =>
            value && (
              <div key={name}>
                <dt>{stale.facts[name as keyof typeof facts]}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      <p className="stale-outcome">
        {outcome === 'found' && stale.outcomeFound}
        {outcome === 'removed' && stale.outcomeRemoved}
        {outcome === 'left' && <Why why={why} />}
      </p>
    </li>
  );
}

function Why({ why }: { why: StaleEntry['why'] }) {
  const { stale } = useDaypass().texts;
  if (why === undefined) return stale.outcomeLeft;
  if (why === 'came-back') return stale.cameBack;
  return typeof why === 'string' ? stale[why] : <Cause failure={why} />;
}

function Cause({ failure }: { failure: Failure }) {
  return useExplain(failure).cause;
}
