// What begins, stops and ends a rotation, and what a person is told.
import { beforeEach, describe, expect, test } from 'vitest';
import { type FailureCode, FailureError } from '../../../../electron/core/base/failure.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import type { RotationJournal } from '../../../../electron/core/settings/rotation-journal.ts';
import { drained } from '../../../fakes/app-world.ts';
import { choiceWith, ROLE } from '../../samples.ts';
import { FILE, KeyWorld, NEW, OLD } from './key-world.ts';

const DAY = 24 * 3_600_000;
const EVE = 'AKIAEVEEVEEVEEVEEVE1';
let world: KeyWorld;
beforeEach(async () => {
  world = await KeyWorld.at('file');
});
const iam = () => world.w.iam;
const ended = (work: Promise<void>) => world.ended(work);
const rotate = () => ended(world.app.rotations.rotate('work'));
const undo = () => ended(world.app.rotations.undo('work'));
const keysAtAws = () => Object.fromEntries(iam().keys.map(({ id, active }) => [id, active]));
const refuseNew: typeof world.w.sts.gate = async ({ caller }) => {
  if ('accessKeyId' in caller && caller.accessKeyId === NEW) throw new FailureError('key.unknown');
  return undefined;
};
const wrote = () => iam().done.filter((call) => /^(create|update|delete)/.test(call));

describe('a rotation does not begin, and AWS is asked to make nothing,', () => {
  test.each<[string, FailureCode, () => unknown]>([
    [
      'where nobody is signed in',
      'rotation.signed-out',
      () => world.app.sessions.signOut(world.app.book.profile('p1')),
    ],
    [
      'where all profiles of the key take a role',
      'rotation.no-profile',
      () => world.app.changes.edit('p1', choiceWith({ role: ROLE })),
    ],
    ['where no keyring encrypts', 'rotation.no-keyring', () => (world.w.box.state = 'missing')],
    ['where the keyring is locked', 'kept.locked', () => (world.w.box.state = 'locked')],
    ['where there are two keys', 'rotation.two-keys', () => iam().put(EVE, 'x')],
    ['where the key is another user’s', 'rotation.no-such-key', () => (iam().keys = [])],
    [
      'where another section holds the same key, and would be left with it',
      'rotation.also-in',
      () => {
        world.w.files.texts.credentials += FILE.replace('[other]\nk=1\n[work]', '[default]');
      },
    ],
    ['where there is no key', 'key.missing', () => (world.w.files.texts.credentials = '')],
    [
      'where the key is on its way into the keychain',
      'rotation.moving',
      () => world.app.keys.keep('work', 'eu-central-1'),
    ],
    [
      'where the key stands in the config file',
      'key.elsewhere',
      () => {
        const { texts } = world.w.files;
        texts.config = texts.credentials.replace('[work]', '[profile work]').replace('\n[other]\nk=1', '');
        texts.credentials = '';
      },
    ],
    ['where the file cannot be written', 'file.read-only', () => (world.w.files.broken = 'file.read-only')],
    [
      'where a value goes on in the next line',
      'profile.unparseable',
      () => {
        world.w.files.texts.credentials = FILE.replace('planted-long-term-key\n', 'planted-long-term-key\n  more\n');
      },
    ],
    ['where the journal cannot be saved', 'file.disk-full', () => (world.w.store.broken = 'file.disk-full')],
    [
      'where the policy does not let keys be listed',
      'rotation.denied',
      () => iam().refused.set('listAccessKeys', 'rotation.denied'),
    ],
  ])('%s', async (_, code, change) => {
    await change();
    expect(await rotate()).toBe(code);
    expect(wrote()).toEqual([]);
    expect(world.journal).toBeNull();
    expect(world.app.view().rotations).toEqual([]);
  });

  test('where the keychain holds another key beside the one in the file', async () => {
    world = await KeyWorld.at('keychain');
    world.w.files.texts.credentials = FILE;
    expect(await rotate()).toBe('key.in-file');
    expect(wrote()).toEqual([]);
  });

  test('twice at once', async () => {
    const first = rotate();
    expect(await rotate()).toBe('rotation.busy');
    expect(await first).toBeNull();
    expect(wrote().filter((call) => call.startsWith('create'))).toHaveLength(1);
  });

  test('while the old key of the last one is there still', async () => {
    await rotate();
    expect(await rotate()).toBe('rotation.two-keys');
  });
});

describe('what AWS refuses on the way', () => {
  test.each<[string, 'createAccessKey' | 'updateAccessKey', FailureCode, RotationJournal['step'], string]>([
    ['making a key', 'createAccessKey', 'rotation.denied', 'create', OLD],
    ['setting one inactive', 'updateAccessKey', 'rotation.denied', 'deactivate', NEW],
  ])(
    '%s leaves a working key and a journal, with which it goes on or is undone',
    async (_, action, code, step, used) => {
      iam().refused.set(action, code);
      expect(await rotate()).toBe(code);
      expect(world.journal).toMatchObject({ step });
      expect(world.app.view().rotations).toMatchObject([{ source: 'work', step, running: false, failure: { code } }]);
      expect(world.used).toBe(used);
      iam().refused.clear();
      expect(await undo()).toBeNull();
      expect(keysAtAws()).toEqual({ [OLD]: true });
      expect(world.used).toBe(OLD);
      expect(await rotate()).toBeNull();
      expect(world.journal).toMatchObject({ step: 'grace' });
    },
  );

  test('a session that AWS takes no more: to sign in again is what is said, and then it goes on by itself', async () => {
    iam().refused.set('updateAccessKey', 'session.unknown');
    await rotate();
    expect(world.app.view().rotations).toMatchObject([
      { failure: { code: 'rotation.session-over', params: { profile: 'work-mfa' } } },
    ]);
    iam().refused.clear();
    await world.w.signIn('p1', '654321');
    await world.atRest();
    expect(world.journal).toMatchObject({ step: 'grace' });
  });

  test('a new key that AWS does not know yet is waited for, for two minutes at most', async () => {
    let unknown = 4;
    const { gate } = world.w.sts;
    world.w.sts.gate = async (call) => {
      const isNew = 'accessKeyId' in call.caller && call.caller.accessKeyId === NEW;
      if (isNew && unknown-- > 0) throw new FailureError('key.unknown');
      return gate(call);
    };
    expect(await rotate()).toBeNull();
    await undo();
    unknown = Number.POSITIVE_INFINITY;
    world.w.sts.gate = async ({ action, caller }) => {
      if (action === 'identity' && 'accessKeyId' in caller && caller.accessKeyId !== OLD)
        throw new FailureError('key.unknown');
      return undefined;
    };
    const before = world.w.clock.wall();
    expect(await rotate()).toBe('rotation.not-known-yet');
    expect(world.w.clock.wall() - before).toBeGreaterThanOrEqual(120_000);
    expect([world.used, world.journal?.step]).toEqual([OLD, 'prove']);
    const cancel = new AbortController();
    const waiting = ended(world.app.rotations.rotate('work', cancel.signal));
    cancel.abort();
    expect(await waiting).toBe('rotation.stopped');
  });
});

describe('somebody else', () => {
  test('puts another key into the file meanwhile: it stays, and the way is left to a person', async () => {
    world.w.iam.refused.set('updateAccessKey', 'aws.throttled');
    await rotate();
    iam().refused.clear();
    world.w.files.texts.credentials = world.w.files.texts.credentials.replace(NEW, EVE);
    expect(await rotate()).toBe('rotation.key-changed');
    expect(keysAtAws()).toEqual({ [OLD]: true, [NEW]: true });
    expect(world.used).toBe(EVE);
  });

  test('brings the old key back in the time of grace: it is not deleted while it is used', async () => {
    const before = world.w.files.texts.credentials;
    await rotate();
    world.w.files.texts.credentials = before;
    expect(await ended(world.app.rotations.deleteOld('work'))).toBe('rotation.key-changed');
    expect(keysAtAws()).toMatchObject({ [OLD]: false });
    expect(await undo()).toBeNull();
    expect(keysAtAws()).toEqual({ [OLD]: true });
  });

  test.each<[string, () => void]>([
    ['before a new one is made', () => iam().refused.set('createAccessKey', 'aws.throttled')],
    ['before the new one is proven', () => (world.w.sts.gate = refuseNew)],
    ['before the old one is inactive', () => iam().refused.set('updateAccessKey', 'aws.throttled')],
    ['in the time of grace', () => {}],
  ])('takes the key out of the file %s: undone, the old one is kept', async (_, stop) => {
    const { gate } = world.w.sts;
    stop();
    await rotate();
    iam().refused.clear();
    world.w.sts.gate = gate;
    world.w.files.texts.credentials = '[other]\nk=1\n';
    expect(await undo()).toBeNull();
    expect([world.used, keysAtAws(), world.journal]).toEqual([OLD, { [OLD]: true }, null]);
    expect(world.w.files.texts.credentials).not.toContain('aws_access_key_id = AKIAWORK');
  });

  test('puts the key into another section meanwhile: there it would stop, so the old one stays as it is', async () => {
    iam().refused.set('updateAccessKey', 'aws.throttled');
    await rotate();
    iam().refused.clear();
    const { texts } = world.w.files;
    const mine = texts.credentials;
    texts.credentials += FILE.replace('[other]\nk=1\n[work]', '[default]');
    expect(await rotate()).toBe('rotation.also-in');
    expect(keysAtAws()).toEqual({ [OLD]: true, [NEW]: true });
    texts.credentials = mine;
    expect(await rotate()).toBeNull();
    texts.credentials += FILE.replace('[other]\nk=1\n[work]', '[default]');
    expect(await ended(world.app.rotations.deleteOld('work'))).toBe('rotation.also-in');
    expect(keysAtAws()).toEqual({ [OLD]: false, [NEW]: true });
  });

  test('brings the key of the keychain back into the file on the way: both places have the new one', async () => {
    world = await KeyWorld.at('keychain');
    world.w.sts.gate = refuseNew;
    expect(await rotate()).toBe('rotation.not-known-yet');
    world.w.files.texts.credentials = FILE;
    world.w.sts.gate = async () => undefined;
    expect(await rotate()).toBeNull();
    expect(world.used).toBe(NEW);
    expect((await world.app.keys.key('work'))?.accessKeyId).toBe(NEW);
  });

  test('has deleted the old key at AWS: there is no way back, it is said, and all ends well', async () => {
    await rotate();
    iam().keys = iam().keys.filter(({ id }) => id !== OLD);
    expect(await undo()).toBe('rotation.old-gone');
    expect(world.used).toBe(NEW);
    await world.app.rotations.resume('work');
    expect(world.journal).toBeNull();
    expect(keysAtAws()).toEqual({ [NEW]: true });
  });

  test.each<[string, object, string]>([
    ['made another key long after', { created: Number.MAX_SAFE_INTEGER }, 'key-made-later'],
    ['used it', { lastUsed: { at: 1, service: 's3' } }, 'key-used'],
    ['made it before', { created: 1 }, 'key-made-before'],
    ['set it inactive', { active: false }, 'key-inactive'],
  ])('has %s: a person decides whose it is', async (_, different, reason) => {
    world.arm('killed before', 0);
    world.disarm();
    iam().refused.set('createAccessKey', 'aws.throttled');
    await rotate();
    iam().refused.clear();
    iam().put(EVE, 'x', { created: world.w.clock.wall(), ...different });
    expect(await rotate()).toBe('rotation.which-key');
    expect(world.app.rotations.progress('work').failure?.params).toEqual({ key: EVE, reason });
    expect(keysAtAws()).toHaveProperty(EVE);
    // It is seen without a look at the key, too.
    expect(world.app.view().notices).toMatchObject([{ code: 'rotation.which-key' }]);
    // Undone, the rotation leaves it.
    expect(await undo()).toBeNull();
    expect(keysAtAws()).toHaveProperty(EVE);
    expect(world.journal).toBeNull();
  });
});

test('the old key is deleted at the first sign-in after seven days, and not before', async () => {
  await rotate();
  world.w.timer.sleep(6 * DAY);
  await world.w.signIn('p1', '222222');
  await world.atRest();
  expect(keysAtAws()).toEqual({ [OLD]: false, [NEW]: true });
  world.w.timer.sleep(1 * DAY + 3_600_000);
  await world.w.signIn('p1', '333333');
  await world.atRest();
  expect(keysAtAws()).toEqual({ [NEW]: true });
  expect(world.journal).toBeNull();
  expect(world.w.secretFiles.kept).toEqual([]);
});

test('quitting ends what is waited for; the next start goes on', async () => {
  const rotating = rotate();
  for (let turn = 0; turn < 3; turn++) await drained();
  world.app.stop();
  expect(await rotating).toBe('rotation.stopped');
  expect(world.journal?.step).toBe('deactivate');
  await world.restart();
  expect(world.journal?.step).toBe('grace');
});

test('a second key is set inactive, active again and deleted on a word; the one that is used never', async () => {
  iam().put(EVE, 'x');
  const change = (key: string, how: 'activate' | 'deactivate' | 'delete') =>
    ended(world.app.rotations.changeOther('work', key, how));
  expect(await change('AKIA…EVE1', 'deactivate')).toBeNull();
  expect(keysAtAws()).toEqual({ [OLD]: true, [EVE]: false });
  expect(await change('AKIA…EVE1', 'activate')).toBeNull();
  expect(await change('…', 'delete')).toBe('rotation.in-use');
  expect(await change('AKIA…NONE', 'delete')).toBe('rotation.no-such-key');
  expect(await change('AKIA…EVE1', 'delete')).toBeNull();
  expect(keysAtAws()).toEqual({ [OLD]: true });
});

test.each<[string, () => void]>([
  ['is missing here', () => (world.w.files.texts.credentials = '')],
  ['is inactive', () => (iam().keys = iam().keys.map((key) => ({ ...key, active: key.id !== OLD })))],
  ['is gone at AWS', () => (iam().keys = iam().keys.filter(({ id }) => id !== OLD))],
])('a second key stays while the first %s: it may be the only one that works', async (_, change) => {
  iam().put(EVE, 'x');
  change();
  const before = keysAtAws();
  for (const how of ['deactivate', 'delete'] as const) {
    expect(await ended(world.app.rotations.changeOther('work', 'AKIA…EVE1', how))).toBe('rotation.last-key');
  }
  expect(keysAtAws()).toEqual(before);
  expect(await ended(world.app.rotations.changeOther('work', 'AKIA…EVE1', 'activate'))).toBeNull();
});

test('a second key that another section uses is said to be used, and cannot go', async () => {
  iam().put(EVE, 'x');
  world.w.files.texts.credentials += `[second]\naws_access_key_id = ${EVE}\naws_secret_access_key = x\n`;
  const { keys } = await world.app.rotations.status('work');
  expect(keys).toMatchObject([{ used: true }, { key: 'AKIA…EVE1', used: true }]);
  expect(await ended(world.app.rotations.changeOther('work', 'AKIA…EVE1', 'delete'))).toBe('rotation.in-use');
});

test('nothing moves a key while a rotation counts on where it is', async () => {
  iam().refused.set('updateAccessKey', 'aws.throttled');
  await rotate();
  const move = () => ended(world.app.rotations.whileAtRest('work', async () => {}));
  expect(await move()).toBe('rotation.under-way');
  iam().refused.clear();
  await rotate();
  expect(await move()).toBeNull();
});

test('rotated in the file, moved into the keychain, and undone there', async () => {
  await rotate();
  await world.app.keys.keep('work', 'eu-central-1');
  await world.restart();
  expect(await world.app.keys.place('work')).toBe('keychain');
  expect(await undo()).toBeNull();
  expect([world.used, keysAtAws()]).toEqual([OLD, { [OLD]: true }]);
  expect(world.w.files.texts.credentials).not.toContain('planted-long-term-key');
});

describe('a profile that is removed in the middle of a rotation', () => {
  const spares = () => world.app.spareKeys.list();
  const stopped = async (stop: () => void) => {
    stop();
    await rotate();
    await world.app.changes.remove('p1');
  };
  const stop = () => iam().refused.set('updateAccessKey', 'aws.throttled');

  test.each([stop, () => {}])('leaves no copy of a key that nobody knows of', async (before) => {
    await stopped(before);
    expect(await spares()).toEqual(['work']);
    await world.restart();
    expect(await spares()).toEqual(['work']);
    await world.app.rotations.forget('work', () => world.app.spareKeys.remove('work'));
    expect(await spares()).toEqual([]);
    expect([world.w.secretFiles.kept, world.journal, world.used]).toEqual([[], null, NEW]);
  });

  test('is not taken for that of another user who comes under its name', async () => {
    await stopped(stop);
    world.w.files.texts.credentials = '';
    iam().put(EVE, 'secret-of-eve-000');
    const { newKey } = world.app;
    newKey.read(new Secret(`${EVE} ${'e'.repeat(40)}`), null);
    iam().keys = iam().keys.map((key) => (key.id === EVE ? { ...key, secret: 'e'.repeat(40) } : key));
    await newKey.prove(null, 'eu-central-1');
    await expect(newKey.take('file', 'work')).rejects.toMatchObject({ failure: { code: 'new-key.name-taken' } });
  });

  test.each<[string, () => void, string]>([
    ['before the switch the old one', () => (world.w.sts.gate = refuseNew), OLD],
    ['after it the new one', stop, NEW],
    ['in the time of grace the new one', () => {}, NEW],
  ])(
    'and its section with it: %s is put back on a word, and it goes on when a profile is there',
    async (_, stop, id) => {
      const { gate } = world.w.sts;
      await stopped(stop);
      iam().refused.clear();
      world.w.sts.gate = gate;
      expect(await ended(world.app.rotations.putBack('work'))).toBe('key.in-file');
      world.w.files.texts.credentials = '';
      expect(await ended(world.app.rotations.putBack('work'))).toBeNull();
      expect(world.used).toBe(id);
      world.w.add(choiceWith());
      await world.w.signIn('p1', '777777').catch(() => world.w.signIn('p2', '777777'));
      await world.atRest();
      expect([world.used, world.journal?.step]).toEqual([NEW, 'grace']);
    },
  );
});

test('several profiles of one key: the session of any of them will do, and each goes on', async () => {
  world.w.add(choiceWith({ name: 'second-mfa', role: ROLE }));
  world.w.add(choiceWith({ name: 'third-mfa' }));
  await world.app.sessions.signOut(world.app.book.profile('p1'));
  expect(await rotate()).toBe('rotation.signed-out');
  await world.w.signIn('p3', '444444');
  expect(await rotate()).toBeNull();
  expect(world.used).toBe(NEW);
});

test('an old key, and what carries no MFA, is a note of the doctor, as far as AWS says it', async () => {
  iam().gitCredentials = ['ann-at-123456789012'];
  iam().sshKeysOfUser = ['APKAEXAMPLE'];
  const codes = async () => {
    const { checks } = await world.app.doctor.examine();
    const profiles = checks.find(({ name }) => name === 'profiles');
    return [profiles?.verdict, ...(profiles?.findings.map(({ failure }) => failure.code) ?? [])];
  };
  expect(await codes()).toEqual(['good', 'key.old', 'key.git-credential', 'key.ssh-key']);
  iam().refused.set('listSSHPublicKeys', 'rotation.denied').set('listServiceSpecificCredentials', 'rotation.denied');
  await rotate();
  expect(await codes()).toEqual(['good']);
  await world.app.sessions.signOut(world.app.book.profile('p1'));
  await drained();
  expect(await codes()).toEqual(['good']);
});
