/** The rotations of long-term keys, and what they know of profiles and their sessions. */
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Iam, Sts } from '../aws/port.ts';
import type { AwsClock } from '../base/aws-clock.ts';
import type { SealedSecrets } from '../kept/sealed-secrets.ts';
import type { LongTermKeys } from '../keys/long-term-keys.ts';
import { Rotations } from '../keys/rotation/rotations.ts';
import type { SettingsBook } from '../settings/settings-book.ts';
import { factsOf } from '../sources/ways-in.ts';
import type { Events } from './events.ts';
import { type KeyKeeperWorld, keyKeeper } from './key-keeper.ts';
import type { Ports } from './ports.ts';

export interface RotationParts {
  readonly sts: Sts;
  readonly iam: Iam;
  readonly clock: AwsClock;
  readonly book: SettingsBook;
  readonly kept: SealedSecrets;
  readonly keys: LongTermKeys;
  readonly sessionOf: KeyKeeperWorld['sessionOf'];
  readonly events: Events;
}

export function buildRotations(ports: Ports, parts: RotationParts): Rotations {
  const { sts, iam, clock, book, kept, keys, sessionOf, events } = parts;
  const profiles = () => book.profiles;
  const never = new AbortController().signal;
  const rotations = new Rotations({
    iam,
    kept,
    keys,
    clock: ports.clock,
    timer: ports.timer,
    identity: (key, region) => learnIdentity({ sts, clock }, key, region, never),
    keeper: (source) => keyKeeper({ profiles, sessionOf }, source),
    region: (source) => profiles().find((profile) => factsOf(profile).key === source)?.region ?? '',
    sources: () => [...new Set(profiles().flatMap((profile) => factsOf(profile).key ?? []))],
    now: () => clock.now(),
    journals: book,
    changed: events.changed,
  });
  events.listen((event) => {
    const key = event.is === 'session-began' && factsOf(event.profile).key;
    if (key) void rotations.resume(key);
  });
  return rotations;
}
