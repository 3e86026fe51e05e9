/** What Daypass keeps for good, with its real adapters: stored authenticators, long-term keys, daily sign-ins. */
import { join } from 'node:path';
import { systemClock, systemTimer } from './adapters/electron/clock.ts';
import { qrReader } from './adapters/electron/qr-reader.ts';
import { sealedFiles } from './adapters/files/sealed-files.ts';
import { totp } from './adapters/totp/totp.ts';
import { Keeping } from './core/app/keeping.ts';
import type { Attempts } from './core/authenticator/attempts.ts';
import { StoredTotp } from './core/authenticator/stored-totp.ts';
import type { Sts } from './core/aws/port.ts';
import type { SharedFiles } from './core/aws-files/port.ts';
import type { AwsClock } from './core/base/aws-clock.ts';
import type { Failure } from './core/base/failure.ts';
import { Renewals } from './core/daily/daily-sign-in.ts';
import type { SecretBox } from './core/kept/port.ts';
import { KeptSecrets } from './core/kept/sealed-secrets.ts';
import { KeptKeys } from './core/keys/long-term-keys.ts';
import { learnIdentity } from './core/session/request-session.ts';
import type { Session } from './core/session/state.ts';
import type { ProfileSettings } from './core/settings/settings.ts';
import type { SettingsBook } from './core/settings/settings-book.ts';

export interface KeepingNeeds {
  readonly home: string;
  readonly box: SecretBox;
  readonly book: SettingsBook;
  readonly clock: AwsClock;
  readonly attempts: Attempts;
  readonly files: SharedFiles;
  readonly sts: Sts;
  sessionOf(profile: string): Session | null;
  signIn(profile: ProfileSettings): Promise<void>;
  tellRefused(profile: ProfileSettings, why: Failure): void;
  changed(): void;
}

export interface ComposedKeeping {
  readonly keeping: Keeping;
  readonly keys: KeptKeys;
  readonly renewals: Renewals;
}

export function composeKeeping(needs: KeepingNeeds): ComposedKeeping {
  const { home, box, book, clock, attempts, files, sts, sessionOf, signIn, tellRefused, changed } = needs;
  const kept = new KeptSecrets(box, sealedFiles(join(home, 'secrets')));
  const stored = new StoredTotp({ kept, totp, qr: qrReader, clock, timer: systemTimer, attempts, changed });
  const keys = new KeptKeys({
    kept,
    files,
    identity: (key, region) => learnIdentity({ sts, clock }, key, region, new AbortController().signal),
  });
  const renewals = new Renewals({
    clock: systemClock,
    timer: systemTimer,
    profiles: () => book.profiles,
    stored: (profile) => stored.has(profile.id) && !profile.role?.through,
    begun(profile) {
      const session = sessionOf(profile.id);
      return session && session.expiresAt - profile.durationSeconds * 1000 - clock.offset();
    },
    renewal: (id) => book.renewal(id),
    remember: (id, renewal) => book.rememberRenewal(id, renewal),
    signIn,
    tellRefused,
  });
  return { keeping: new Keeping({ book, kept, totp: stored, keys, renewals }), keys, renewals };
}
