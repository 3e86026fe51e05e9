/** The daily sign-in, and what it knows of profiles and their sessions. */
import type { StoredTotp } from '../authenticator/stored-totp.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { DailySignIn } from '../daily/daily-sign-in.ts';
import type { Sessions } from '../session/sessions.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { factsOf } from '../sources/ways-in.ts';
import type { Events } from './events.ts';
import type { Ports } from './ports.ts';
import type { SignIns } from './sign-ins.ts';

interface Parts {
  readonly clock: AwsClock;
  readonly book: SettingsBook;
  readonly totp: Pick<StoredTotp, 'has'>;
  readonly sessions: Pick<Sessions, 'sessionOf'>;
  readonly signIns: Pick<SignIns, 'withoutCode'>;
  readonly emit: Events['emit'];
}

export const buildDaily = ({ clock: wall, timer }: Ports, { clock, book, totp, sessions, signIns, emit }: Parts) =>
  new DailySignIn({
    clock: wall,
    timer,
    profiles: () => book.profiles,
    stored: (profile) => totp.has(profile.id) && factsOf(profile).canStoreTotp,
    begun(profile) {
      const session = sessions.sessionOf(profile.id);
      return session && session.expiresAt - factsOf(profile).durationSeconds * 1000 - clock.offset();
    },
    progress: (profile) => book.dailyProgress(profile),
    remember: (profile, progress) => book.rememberDaily(profile, progress),
    signIn: ({ id }) => signIns.withoutCode(id),
    emit,
  });
