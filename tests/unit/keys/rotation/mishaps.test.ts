// A rotation, its undoing and its end, killed or refused at each single call to the outside: a working key is always kept,
// and the next start finishes, or a person can.
import { describe, expect, test } from 'vitest';
import { FailureError } from '../../../../electron/core/base/failure.ts';
import { FILE, KeyWorld, MISHAPS, type Mishap, NEW, OLD } from './key-world.ts';

const UNKNOWN = new FailureError('key.unknown', { region: 'eu-central-1', message: 'm' });
const PLACES = ['file', 'keychain'] as const;
type Place = (typeof PLACES)[number];
const ROTATED = FILE.replace(OLD, NEW).replace('planted-long-term-key', 'planted-secret-of-new-key-1');
const IN_KEYCHAIN = FILE.replace(/ {2}aws_access_key_id.*\n/, '').replace(/aws_secret_access_key.*\n/, '');

/** Of the user's keys, whether each is active. */
const keysOf = ({ w }: KeyWorld) => Object.fromEntries(w.iam.keys.map(({ id, active }) => [id, active]));
const sealedIn = ({ w }: KeyWorld) => [...w.secretFiles.texts.keys()].filter((name) => name !== 'proof').sort();

/** Rotated once, whatever the new key is called after a lost one: the old one inactive, both kept. */
function expectRotated(world: KeyWorld, place: Place): void {
  const fresh = world.journal?.newKeyId ?? '';
  expect(world.journal).toMatchObject({ step: 'grace', oldKeyId: OLD });
  expect(keysOf(world)).toEqual({ [OLD]: false, [fresh]: true });
  expect(world.used).toBe(fresh);
  expect(sealedIn(world)).toEqual([...(place === 'keychain' ? ['key-work'] : []), 'next-work', 'previous-work']);
}

function expectAsBefore(world: KeyWorld, place: Place): void {
  expect(world.journal).toBeNull();
  expect(keysOf(world)).toEqual({ [OLD]: true });
  expect(world.used).toBe(OLD);
  expect(sealedIn(world)).toEqual(place === 'keychain' ? ['key-work'] : []);
  expect(world.w.files.texts.credentials.replace(/\n\[work-mfa\][\s\S]*/, '\n')).toContain(
    place === 'file' ? FILE.trimEnd() : IN_KEYCHAIN.trimEnd(),
  );
}

function expectDone(world: KeyWorld, place: Place): void {
  expect(world.journal).toBeNull();
  expect(keysOf(world)).toEqual({ [NEW]: true });
  expect(world.used).toBe(NEW);
  expect(sealedIn(world)).toEqual(place === 'keychain' ? ['key-work'] : []);
}

const secretsIn = (world: KeyWorld) =>
  JSON.stringify([world.w.store.stored, world.app.view(), world.app.trace.list]).match(/planted-(secret|long)[\w-]*/g);

interface Deed {
  readonly what: string;
  readonly before: (world: KeyWorld) => Promise<unknown>;
  readonly act: (world: KeyWorld) => Promise<void>;
  readonly isDone: (world: KeyWorld) => boolean;
  readonly expectEnd: (world: KeyWorld, place: Place) => void;
}

const rotated = (world: KeyWorld) => world.ended(world.app.rotations.rotate('work'));
const DEEDS: readonly Deed[] = [
  {
    what: 'a rotation',
    before: async () => {},
    act: ({ app }) => app.rotations.rotate('work'),
    isDone: ({ journal }) => journal?.step === 'grace',
    expectEnd: expectRotated,
  },
  {
    what: 'an undoing in the time of grace',
    before: rotated,
    act: ({ app }) => app.rotations.undo('work'),
    isDone: ({ journal }) => !journal,
    expectEnd: expectAsBefore,
  },
  {
    what: 'an undoing before the switch',
    before: async (world) => {
      world.w.sts.gate = async ({ caller }) => {
        if ('accessKeyId' in caller && caller.accessKeyId === NEW) throw UNKNOWN;
        return undefined;
      };
      expect(await rotated(world)).toBe('rotation.not-known-yet');
    },
    act: ({ app }) => app.rotations.undo('work'),
    isDone: ({ journal }) => !journal,
    expectEnd: expectAsBefore,
  },
  {
    what: 'the deletion of the old key',
    before: rotated,
    act: ({ app }) => app.rotations.deleteOld('work'),
    isDone: ({ journal }) => !journal,
    expectEnd: expectDone,
  },
];

/** How many calls the deed makes where nothing befalls it. */
async function callsOf(deed: Deed, place: Place): Promise<readonly string[]> {
  const world = await KeyWorld.at(place);
  await deed.before(world);
  world.arm('killed before', Number.MAX_SAFE_INTEGER);
  expect(await world.ended(deed.act(world))).toBeNull();
  return world.calls;
}

describe.each(PLACES)('a key in the %s', (place) => {
  describe.each(DEEDS)('$what', (deed) => {
    test('ends as it should where nothing befalls it', async () => {
      const world = await KeyWorld.at(place);
      await deed.before(world);
      expect(await world.ended(deed.act(world))).toBeNull();
      deed.expectEnd(world, place);
      expect(world.gaps).toEqual([]);
      expect(secretsIn(world)).toBeNull();
    });

    test.each(MISHAPS)('%s each of its calls, it ends so all the same', async (mishap: Mishap) => {
      const calls = await callsOf(deed, place);
      expect(calls.length).toBeGreaterThan(4);
      for (const [at, call] of calls.entries()) {
        const world = await KeyWorld.at(place);
        await deed.before(world);
        world.arm(mishap, at);
        const end = await world.ended(deed.act(world));
        const where = `${mishap} ${call} (${at}): ${end}`;
        if (mishap.startsWith('killed')) await world.restart();
        world.disarm();
        await world.atRest();
        // What was killed goes on by itself; what had not begun, and what was refused, a person begins again.
        const isDone = end === null || (deed.isDone(world) && mishap.startsWith('killed'));
        const again = isDone ? null : await world.ended(deed.act(world));
        try {
          deed.expectEnd(world, place);
          expect(world.gaps).toEqual([]);
          expect(secretsIn(world)).toBeNull();
        } catch (thrown) {
          throw new Error(`${where}, then ${again}: ${(thrown as Error).message}`, { cause: thrown });
        }
      }
    });
  });

  test.each(['locked', 'missing'] as const)(
    'a keyring that is %s from any call on holds it up, no more',
    async (state) => {
      const [rotation] = DEEDS as [Deed];
      for (const [at, call] of (await callsOf(rotation, place)).entries()) {
        for (const deed of ['rotate', 'undo'] as const) {
          const world = await KeyWorld.at(place);
          world.calls = [];
          world.heard = () => {
            if (world.calls.length > at) world.w.box.state = state;
          };
          await world.ended(world.app.rotations.rotate('work'));
          world.heard = () => {};
          world.w.box.state = 'open';
          const isDone = world.journal?.step === 'grace';
          if (world.journal && !(isDone && deed === 'rotate')) {
            expect(await world.ended(world.app.rotations[deed]('work')), `${call} (${at})`).toBeNull();
          }
          if (deed === 'undo') expectAsBefore(world, place);
          else expectRotated(world, place);
          expect(world.gaps, call).toEqual([]);
        }
      }
    },
  );

  test('a rotation that was killed at each of its calls can be undone in place of going on', async () => {
    const [rotation] = DEEDS as [Deed];
    for (const [at, call] of (await callsOf(rotation, place)).entries()) {
      const world = await KeyWorld.at(place);
      // Nothing goes on by itself.
      world.arm('killed after', at);
      await world.ended(world.app.rotations.rotate('work'));
      world.w.sessionFiles.texts.clear();
      await world.restart();
      await world.w.signIn('p1', '654321').catch(() => {});
      if (world.journal) expect(await world.ended(world.app.rotations.undo('work')), call).toBeNull();
      expectAsBefore(world, place);
      expect(world.gaps, call).toEqual([]);
    }
  });
});

test('the file differs in the two values alone, and its copy holds neither secret', async () => {
  const world = await KeyWorld.at('file');
  await rotated(world);
  expect(world.w.files.texts.credentials.startsWith(ROTATED.trimEnd())).toBe(true);
  expect(world.w.files.copies.credentials).toContain('; the secret');
  expect(world.w.files.copies.credentials).not.toMatch(/planted-(secret-of-new|long)/);
});
