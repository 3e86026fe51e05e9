/** Where keys and codes come from: the shared files, what people have given to be kept, and the ways in that use them. */
import { Attempts } from '../authenticator/attempts.ts';
import { StoredTotp } from '../authenticator/stored-totp.ts';
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import { Seal } from '../kept/seal.ts';
import { SealedSecrets } from '../kept/sealed-secrets.ts';
import { LongTermKeys } from '../keys/long-term-keys.ts';
import type { Session } from '../session/state.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { Sources } from '../sources/sources.ts';
import { WaysIn } from '../sources/ways-in.ts';
import type { Ports } from './ports.ts';

export interface WaysParts {
  readonly sts: Sts;
  readonly iam: Iam;
  readonly clock: AwsClock;
  profiles(): readonly ProfileSettings[];
  sessionOf(profile: string): Session | null;
  changed(): void;
}

export function buildWays(ports: Ports, { sts, iam, clock, profiles, sessionOf, changed }: WaysParts) {
  const { timer, files, box, secretFiles, qr } = ports;
  const seal = new Seal(box, secretFiles);
  const kept = new SealedSecrets(seal, secretFiles);
  const never = new AbortController().signal;
  const keys = new LongTermKeys({
    kept,
    files,
    identity: (key, region) => learnIdentity({ sts, clock }, key, region, never),
  });
  const attempts = new Attempts();
  const totp = new StoredTotp({ kept, totp: ports.totp, qr, clock, timer, attempts, changed });
  const sources = new Sources({ files, iam, kept: keys, profiles });
  const ways = new WaysIn({
    sts,
    clock,
    attempts,
    totp,
    longTermKey: (source) => sources.longTermKey(source),
    credentialsOf: (profile) => sessionOf(profile)?.credentials ?? null,
    nameOf: (profile) => profiles().find(({ id }) => id === profile)?.name ?? '',
  });
  return { seal, kept, keys, totp, sources, ways };
}
