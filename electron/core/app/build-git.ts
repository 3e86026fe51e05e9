/** What answers git, sets it up, and finds what its helpers have kept. */
import type { AwsClock } from '../base/aws-clock.ts';
import { GitSetup } from '../git/config/setup.ts';
import { GitAnswers } from '../git/credential/answer.ts';
import { Unconfirmed } from '../git/credential/unconfirmed.ts';
import { Waiting } from '../git/credential/waiting.ts';
import { WentOn } from '../git/credential/went-on.ts';
import { StaleWatch } from '../git/stale/stale-watch.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { keyOf } from '../sources/ways-in.ts';
import type { Events } from './events.ts';
import type { Paths, Ports } from './ports.ts';
import { Repositories } from './repositories.ts';

export interface GitParts {
  readonly clock: AwsClock;
  readonly book: SettingsBook;
  readonly sessions: Sessions;
  readonly events: Events;
}

export function buildGit(ports: Ports, { home, windows }: Paths, { clock, book, sessions, events }: GitParts) {
  const { timer, digest } = ports;
  const { emit, changed } = events;
  const profiles = () => book.profiles.map((profile) => ({ ...profile, key: keyOf(profile, book.profiles) }));
  const waiting = new Waiting(ports.clock, timer, changed);
  const wentOn = new WentOn({ timer, now: () => clock.now(), changed });
  const answers = new GitAnswers({
    clock: { now: () => clock.now(), offset: () => clock.offset(), steady: () => ports.clock.steady() },
    digest,
    waiting,
    unconfirmed: new Unconfirmed(timer),
    wentOn,
    profiles,
    remembered: () => book.settings.repositories,
    sessionOf: (profile) => sessions.sessionOf(profile),
    askPush: (url) => ports.git.askPush(url),
    emit,
    changed,
  });
  const git = new GitSetup({ git: ports.git, folder: home, windows, profiles, readNetrc: ports.readNetrc, changed });
  const hosts = () => Object.keys(book.settings.repositories).map((key) => key.split('/', 1)[0] ?? '');
  const stale = new StaleWatch({ clock: ports.clock, stores: () => ports.stores(hosts()), changed });
  return { waiting, wentOn, answers, git, stale, repositories: new Repositories(book, waiting, answers) };
}
