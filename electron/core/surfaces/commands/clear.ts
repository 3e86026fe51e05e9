import { FAILURES } from '../../base/catalogue.ts';
import { explain } from '../../i18n/messages.ts';
import { fill, sayNamed, sayStore } from '../../i18n/say.ts';
import type { Command } from './request.ts';

/** Deletes stale CodeCommit entries and says what was deleted and what was left. Exits 1 when something is in the way. */
export const clear: Command = {
  usage: '',
  shape: { words: [0, 0] },
  async run({ app, messages, language }) {
    const { stale } = messages;
    const { entries, failures } = await app.stale.clear();
    const removed = entries.filter((entry) => entry.outcome === 'removed');
    const stuck = entries.some((entry) => entry.kind === 'temporary' && entry.outcome === 'left');
    const lines = entries.map(({ store, host, path, user, kind, outcome }) => {
      const place = [host, path].filter(Boolean).join('/');
      const what =
        kind !== 'temporary' ? stale[kind] : outcome === 'removed' ? stale.outcomeRemoved : stale.outcomeLeft;
      return `- ${place}${user ? ` (${user})` : ''}, ${sayNamed(sayStore(store, messages), what, messages)}`;
    });
    const failed = failures.map(({ store, failure }) => {
      const { cause, fix } = explain(failure, language);
      return `- ${sayNamed(sayStore(store, messages), `${cause} ${fix}`, messages)}`;
    });
    const summary = removed.length ? fill(stale.removed, { n: removed.length }) : stale.none;
    const notLooked = failed.length ? [stale.notLooked, ...failed] : [];
    return {
      status: stuck || failures.some(({ failure: { code } }) => FAILURES[code].severity !== 'info') ? 1 : 0,
      stdout: `${[...lines, ...notLooked, summary].join('\n')}\n`,
    };
  },
};
