/** What can happen on a computer in a month. */
import fc from 'fast-check';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { HOUR, MINUTE, profileWith, throughWith } from '../unit/samples.ts';
import type { Way } from './aws.ts';

interface Start {
  /** How long the app is not running. */
  readonly down: number;
  readonly keyring: 'open' | 'slow' | 'locked' | 'missing';
  readonly reboot: boolean;
  /** Somebody sets the clock meanwhile. */
  readonly jump: number;
}

/** Most of a month nothing is done: the computer sleeps, or stands there. */
export interface Moment {
  readonly gap: number;
  readonly event: Event;
}

export type Event =
  | { readonly do: 'wait'; readonly ms: number }
  | { readonly do: 'sleep'; readonly ms: number; readonly resume: boolean; readonly buffered: boolean }
  /** Sleeps until shortly before something of a profile is due, and then stays awake. */
  | { readonly do: 'toward'; readonly profile: number; readonly before: number; readonly after: number }
  | {
      readonly do: 'signIn';
      readonly profile: number;
      readonly code: 'right' | 'wrong' | 'last';
      readonly way: Way;
      /** How long the person stays and looks. */
      readonly patience: number;
    }
  /** One wrong code after another, as fast as one can type. */
  | { readonly do: 'hammer'; readonly profile: number }
  | { readonly do: 'cancel' | 'signOut'; readonly profile: number }
  /** The computer fetches the right time. */
  | { readonly do: 'setRight' }
  | { readonly do: 'online' | 'offline' | 'breakDisk' | 'mendDisk' | 'lock' | 'unlock' }
  | { readonly do: 'jump'; readonly ms: number }
  | { readonly do: 'leads'; readonly profile: number; readonly leads: readonly number[] }
  | ({ readonly do: 'quit' } & Start)
  /** In the middle of whatever `moment` sets off, after so many turns of the event loop's microtasks. */
  | ({ readonly do: 'kill'; readonly moment: 'now' | 'due' | 'signIn'; readonly turns: number } & Start);

const profile = fc.integer({ min: 0, max: 2 });
const short = fc.oneof(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 10 * MINUTE }));
const long = fc.oneof(fc.integer({ min: 5 * MINUTE, max: 3 * HOUR }), fc.integer({ min: 4 * HOUR, max: 16 * HOUR }));
const jump = fc.oneof(
  fc.integer({ min: -3 * HOUR, max: 3 * HOUR }),
  fc.integer({ min: -4_000, max: 4_000 }),
  fc.integer({ min: -400 * 24 * HOUR, max: 400 * 24 * HOUR }),
);
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 4 * others.length, arbitrary: fc.constant(usual) }, ...others.map((other) => fc.constant(other)));
const start = {
  down: fc.oneof(fc.integer({ min: 0, max: 5_000 }), long),
  keyring: mostly<Start['keyring']>('open', 'slow', 'locked', 'missing'),
  reboot: fc.boolean(),
  jump: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, jump),
};
const leads = fc.array(fc.constantFrom(1, 5, 10, 15, 30, 60, 720), { minLength: 1, maxLength: 4 });
const just = <const D extends Event['do']>(name: D) => fc.record({ do: fc.constant(name) });

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: short }) },
  {
    weight: 10,
    arbitrary: fc.record({
      do: fc.constant('sleep' as const),
      ms: fc.oneof(short, long),
      resume: mostly(true, false),
      buffered: fc.boolean(),
    }),
  },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('toward' as const), profile, before: short, after: short }) },
  {
    weight: 28,
    arbitrary: fc.record({
      do: fc.constant('signIn' as const),
      profile,
      code: mostly<'right' | 'wrong' | 'last'>('right', 'wrong', 'last'),
      way: mostly<Way>('quick', 'slow', 'lost', 'dropped', 'heedless'),
      patience: fc.constantFrom(0, 500, 1_000, 8_000, 30_000),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hammer' as const), profile }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('cancel' as const), profile }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('signOut' as const), profile }) },
  { weight: 1, arbitrary: just('offline') },
  { weight: 4, arbitrary: just('online') },
  { weight: 1, arbitrary: just('breakDisk') },
  { weight: 3, arbitrary: just('mendDisk') },
  { weight: 1, arbitrary: just('lock') },
  { weight: 3, arbitrary: just('unlock') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('jump' as const), ms: jump }) },
  { weight: 4, arbitrary: just('setRight') },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leads' as const), profile, leads }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('quit' as const), ...start }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('kill' as const),
      moment: fc.constantFrom<'now' | 'due' | 'signIn'>('now', 'due', 'signIn'),
      turns: fc.integer({ min: 0, max: 60 }),
      ...start,
    }),
  },
);

export const moments = fc.array(
  fc.record({
    gap: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: long }),
    event,
  }),
  { minLength: 40, maxLength: 120, size: 'max' },
);

const duration = fc.constantFrom(900, 3_600, 14_400, 43_200, 129_600);

/** A user, another profile that may be of the same device, and a role that the first one's session assumes. */
export const profiles: fc.Arbitrary<readonly ProfileSettings[]> = fc
  .record({
    first: duration,
    second: duration,
    same: fc.boolean(),
    process: fc.boolean(),
    leads: fc.array(leads, { minLength: 3, maxLength: 3 }),
  })
  .map(({ first, second, same, process, leads: [a = [], b = [], c = []] }) => [
    profileWith({ id: 'p0', name: 'first', durationSeconds: first, warnBefore: a }),
    profileWith({
      id: 'p1',
      name: 'second',
      durationSeconds: second,
      warnBefore: b,
      delivery: process ? 'process' : 'file',
      serial: `arn:aws:iam::123456789012:mfa/${same ? 'ann' : 'another'}`,
    }),
    profileWith({ id: 'p2', name: 'role', durationSeconds: 3_600, warnBefore: c, way: throughWith('p0') }),
  ]);
