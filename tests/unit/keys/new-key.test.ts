import { beforeEach, describe, expect, test } from 'vitest';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import { parseSettings } from '../../../electron/core/settings/settings.ts';
import { factsOf } from '../../../electron/core/sources/ways-in.ts';
import { AppWorld } from '../../fakes/app-world.ts';
import { someProfile } from '../../fakes/command-app.ts';

const ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'planted/FEMI+K7MDENG+bPxRfiCYEXAMPLEKEY1';
const CSV = `Access key ID,Secret access key\r\n${ID},${SECRET}\r\n`;
const MANY = `User name,Access key ID,Secret access key\nann,${ID},${SECRET}\nbob,AKIAI44QH8DHBEXAMPLE,${SECRET}\n`;
const FILE = '/home/ann/Downloads/ann_accessKeys.csv';
const REGION = 'eu-west-1';
const SECTION = `aws_access_key_id = ${ID}\naws_secret_access_key = ${SECRET}\n`;

let w: AppWorld;
/** With which an earlier process has sealed, so that what is kept is sure. */
const prove = () => w.secretFiles.texts.set('proof', w.box.sealed('proof'));
beforeEach(() => {
  w = new AppWorld();
  w.files.texts.credentials = '';
});
const read = (text = CSV, file: string | null = FILE) => w.app.newKey.read(new Secret(text), file);
const refuse = (code: FailureCode) => {
  w.sts.gate = async () => {
    throw new FailureError(code, { message: 'm', host: 'sts' });
  };
};
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was done'),
    (thrown: FailureError) => {
      for (const text of Object.values(explain(thrown.failure, 'en'))) expect(text).not.toMatch(/[{}]/);
      return thrown.failure;
    },
  );
const expectNothing = () => {
  expect(w.files.texts).toEqual({ credentials: '', config: '' });
  expect(w.secretFiles.kept).toEqual([]);
};

describe('a key that is handed over', () => {
  test('is shown by whose it is, and by nothing that is secret', async () => {
    expect(read()).toEqual(['AKIA…MPLE']);
    const owner = await w.app.newKey.prove(null, REGION);
    expect(owner).toEqual({
      account: '123456789012',
      arn: 'arn:aws:iam::123456789012:user/ann',
      key: 'AKIA…MPLE',
      user: 'ann',
      isRoot: false,
      name: 'default',
    });
    expect(JSON.stringify([owner, w.app.view(), w.app.newKey])).not.toContain('planted');
    expectNothing();
  });

  test('goes into the keychain, and a profile can be made of it, also after a restart', async () => {
    prove();
    read();
    await w.app.newKey.prove(null, REGION);
    expect(await w.app.newKey.take('keychain', null)).toEqual({
      source: 'default',
      place: 'keychain',
      file: FILE,
      isShared: false,
      isSure: true,
    });
    expect(w.files.texts).toEqual({ credentials: '', config: '' });
    expect(w.secretFiles.kept).toEqual(['key-default']);
    expect(JSON.stringify([...w.secretFiles.texts])).not.toContain(SECRET);
    for (const app of [w.app, w.build()]) {
      const [source, ...others] = (await app.sources.list()).list;
      expect([source?.name, source?.offer?.name, others]).toEqual(['default', 'default-mfa', []]);
      expect(factsOf(await app.sources.offer('default')).key).toBe('default');
      expect((await app.sources.longTermKey('default')).secretAccessKey.reveal()).toBe(SECRET);
      expect(await app.keys.place('default')).toBe('keychain');
      expect(await app.spareKeys.list()).toEqual(['default']);
    }
    w.add(someProfile('default-mfa', { source: 'default' }));
    await w.signIn();
    expect(w.app.view().profiles[0]?.phase).toBe('active');
    expect(await w.app.spareKeys.list()).toEqual([]);
    const { checks } = await w.app.doctor.examine();
    expect(checks.filter(({ name }) => name === 'aws-files' || name === 'profiles')).toMatchObject([
      { verdict: 'good', findings: [] },
      { verdict: 'good', findings: [] },
    ]);
  });

  test('goes into the file, where it is read as any other', async () => {
    w.files.texts.credentials = '# mine\n[other]\nregion = x\n';
    read();
    await w.app.newKey.prove(null, REGION);
    expect(await w.app.newKey.take('file', 'work')).toMatchObject({ source: 'work', place: 'file', isSure: true });
    expect(w.files.texts.credentials).toBe(`# mine\n[other]\nregion = x\n[work]\n${SECTION}`);
    expect(w.secretFiles.kept).toEqual([]);
    expect(await w.app.keys.place('work')).toBe('file');
    await w.app.keys.keep('work', REGION);
    expect(await w.app.keys.place('work')).toBe('leaving');
  });

  test('takes the section that is there without a key, with what stands in it', async () => {
    w.files.texts.config = '[default]\nregion = eu-north-1\nmfa_serial = arn:aws:iam::123456789012:mfa/ann\n';
    read();
    await w.app.newKey.prove(null, REGION);
    await w.app.newKey.take('keychain', null);
    expect(await w.app.sources.offer('default')).toMatchObject({
      region: 'eu-north-1',
      way: { serial: 'arn:aws:iam::123456789012:mfa/ann' },
    });
  });

  test('of several is chosen by the user', async () => {
    expect(read(MANY)).toEqual(['ann', 'bob']);
    expect(await failureOf(w.app.newKey.prove(null, REGION))).toEqual({
      code: 'new-key.several',
      params: { owners: 'ann, bob' },
    });
    expect(await failureOf(w.app.newKey.prove('cy', REGION))).toMatchObject({ code: 'new-key.no-owner' });
    await w.app.newKey.prove('bob', REGION);
    expect(await w.app.newKey.take('file', null)).toMatchObject({ isShared: true });
    expect(w.files.texts.credentials).toContain('AKIAI44QH8DHBEXAMPLE');
    expect(w.app.newKey.spentFile).toBeNull();
  });

  test('of the root user is told as such', async () => {
    const identity = async () => ({ account: '123456789012', arn: 'arn:aws:iam::123456789012:root' });
    w.sts.identity = identity;
    read();
    expect(await w.app.newKey.prove(null, REGION)).toMatchObject({ user: 'root', isRoot: true });
  });

  test('with a clock that is wrong, AWS’s time is learnt and it is asked once more', async () => {
    w.sts.gate = async () => {
      if (w.sts.calls.length > 1) return undefined;
      w.time?.heard(w.clock.wall() + 3_600_000, 0);
      throw new FailureError('clock.skewed');
    };
    read();
    expect(await w.app.newKey.prove(null, REGION)).toMatchObject({ user: 'ann' });
    expect(w.sts.actions).toEqual(['identity', 'identity']);
  });
});

describe('the file that it came from', () => {
  test('is spent when the key is in the file', async () => {
    read();
    await w.app.newKey.prove(null, REGION);
    expect(w.app.newKey.spentFile).toBeNull();
    await w.app.newKey.take('file', null);
    expect(w.app.newKey.spentFile).toBe(FILE);
    w.app.newKey.forget();
    expect([w.app.newKey.spentFile, w.app.newKey.taken?.file]).toEqual([FILE, FILE]);
  });

  test('is not while nothing has shown that the next start can open the keychain', async () => {
    read();
    await w.app.newKey.prove(null, REGION);
    expect(await w.app.newKey.take('keychain', null)).toMatchObject({ isSure: false });
    expect([w.app.newKey.spentFile, w.app.newKey.taken?.file]).toEqual([null, FILE]);
  });

  test('is none for what was pasted', async () => {
    read(`${ID} ${SECRET}`, null);
    await w.app.newKey.prove(null, REGION);
    await w.app.newKey.take('file', null);
    expect([w.app.newKey.spentFile, w.app.newKey.taken?.file]).toEqual([null, null]);
  });
});

describe('is refused, and nothing is half done:', () => {
  test.each<[FailureCode, FailureCode]>([
    ['key.unknown', 'new-key.unknown'],
    ['key.wrong-secret', 'new-key.wrong-secret'],
    ['network.offline', 'network.offline'],
    ['aws.throttled', 'aws.throttled'],
  ])('AWS says %s; it can be tried again', async (refusal, code) => {
    refuse(refusal);
    read();
    expect((await failureOf(w.app.newKey.prove(null, REGION))).code).toBe(code);
    expect(await failureOf(w.app.newKey.take('file', null))).toMatchObject({ code: 'new-key.gone' });
    expectNothing();
    w.sts.gate = async () => undefined;
    await w.app.newKey.prove(null, REGION);
    await w.app.newKey.take('file', null);
    expect(w.files.texts.credentials).toBe(`[default]\n${SECTION}`);
  });

  test.each<[string, FailureCode, 'keychain' | 'file', () => unknown]>([
    ['no keyring that encrypts', 'kept.not-encrypted', 'keychain', () => (w.box.state = 'missing')],
    ['a locked keyring', 'kept.locked', 'keychain', () => (w.box.state = 'locked')],
    ['a full disk', 'file.disk-full', 'keychain', () => (w.secretFiles.broken = 'file.disk-full')],
    ['a file that may not be written', 'file.read-only', 'file', () => (w.files.broken = 'file.read-only')],
    [
      'a keyring that gives back another text',
      'kept.unreadable',
      'keychain',
      () => (w.secretFiles.read = async (name) => (name === 'proof' ? null : 'x')),
    ],
  ])('%s', async (_, code, place, change) => {
    read();
    await w.app.newKey.prove(null, REGION);
    change();
    expect((await failureOf(w.app.newKey.take(place, null))).code).toBe(code);
    expectNothing();
    // The other place is still there.
    Object.assign(w.files, { broken: null });
    if (place === 'keychain') expect(await w.app.newKey.take('file', null)).toMatchObject({ place: 'file' });
  });

  test.each([
    [
      'a section with a key',
      () => (w.files.texts.credentials = '[work]\naws_access_key_id = AKIAX\naws_secret_access_key = y\n'),
    ],
    ['a role', () => (w.files.texts.config = '[profile work]\nrole_arn = arn:aws:iam::123456789012:role/r\n')],
    ['a sign-in of another kind', () => (w.files.texts.config = '[profile work]\nsso_session = s\n')],
    ['a key in the keychain', () => w.secretFiles.texts.set('key-work', w.box.sealed('{}'))],
    ['a profile of Daypass', () => w.add(someProfile('work', { source: 'other' }))],
  ])('the name of %s, and another is offered', async (_, change) => {
    change();
    const before = { ...w.files.texts };
    read();
    await w.app.newKey.prove(null, REGION);
    for (const place of ['keychain', 'file'] as const) {
      expect(await failureOf(w.app.newKey.take(place, 'work'))).toEqual({
        code: 'new-key.name-taken',
        params: { name: 'work', free: 'work-2' },
      });
    }
    expect(w.files.texts).toEqual(before);
  });

  test('a name that no tool finds', async () => {
    read();
    await w.app.newKey.prove(null, REGION);
    expect(await failureOf(w.app.newKey.take('file', 'a]b'))).toMatchObject({ code: 'profile.name-invalid' });
    expectNothing();
  });

  test('a file that cannot be written safely, for the keychain too, as the key could not be put back', async () => {
    w.files.texts.credentials = '[work]\nregion = x\n[work]\noutput = json\n';
    read();
    await w.app.newKey.prove(null, REGION);
    for (const place of ['keychain', 'file'] as const) {
      expect(await failureOf(w.app.newKey.take(place, 'work'))).toMatchObject({ code: 'profile.unparseable' });
    }
    expect(w.secretFiles.kept).toEqual([]);
  });

  test.each(['file', 'keychain'] as const)('one that is there already, in the %s', async (place) => {
    read();
    await w.app.newKey.prove(null, REGION);
    await w.app.newKey.take(place, 'work');
    read();
    expect(await failureOf(w.app.newKey.prove(null, REGION))).toEqual({
      code: 'new-key.known',
      params: { profile: 'work' },
    });
  });

  test('but not where another secret stands there with it, which may be the wrong one', async () => {
    w.files.texts.credentials = `[work]\n${SECTION.replace('planted', 'mistyped')}`;
    read();
    expect(await w.app.newKey.prove(null, REGION)).toMatchObject({ name: 'default' });
  });

  test('one that was given up, or never read', async () => {
    const gone = { code: 'new-key.gone', params: {} };
    expect(await failureOf(w.app.newKey.prove(null, REGION))).toEqual(gone);
    read();
    await w.app.newKey.prove(null, REGION);
    w.app.newKey.forget();
    expect(await failureOf(w.app.newKey.take('file', null))).toEqual(gone);
    expectNothing();
  });

  test('what holds no key, and the one before is not held on', async () => {
    read();
    await w.app.newKey.prove(null, REGION);
    expect(() => read('User Name,Password\nann-at-1,x\n')).toThrow('new-key.git-credential');
    expect(await failureOf(w.app.newKey.take('file', null))).toMatchObject({ code: 'new-key.gone' });
  });
});

test('where there is a default already, the user’s name is offered, and one that is free', async () => {
  const key = 'aws_access_key_id = AKIAX\naws_secret_access_key = y\n';
  w.files.texts.credentials = `[default]\n${key}`;
  read();
  expect(await w.app.newKey.prove(null, REGION)).toMatchObject({ name: 'ann' });
  w.files.texts.credentials += `[ann]\n${key}`;
  expect(await w.app.newKey.prove(null, REGION)).toMatchObject({ name: 'ann-2' });
});

describe('a key in the keychain that no profile uses any more', () => {
  beforeEach(async () => {
    read();
    await w.app.newKey.prove(null, REGION);
    await w.app.newKey.take('keychain', 'work');
    w.add(someProfile('work-mfa'));
  });

  test('is named, can be used anew, and is not taken away while it serves', async () => {
    expect(await failureOf(w.app.spareKeys.remove('work'))).toEqual({
      code: 'key.in-use',
      params: { profile: 'work-mfa', source: 'work' },
    });
    await w.app.changes.remove('p1');
    expect(await w.build().spareKeys.list()).toEqual(['work']);
    expect((await w.app.sources.list()).list.map(({ name, offer }) => [name, offer?.name])).toEqual([
      ['work', 'work-mfa'],
    ]);
  });

  test('is put back into the file', async () => {
    await w.app.changes.remove('p1');
    await w.app.keys.putBack('work');
    expect(w.files.texts.credentials).toBe(`[work]\n${SECTION}`);
    expect(await w.app.spareKeys.list()).toEqual([]);
  });

  test('is taken away on a word, and is then nowhere', async () => {
    await w.app.changes.remove('p1');
    await w.app.spareKeys.remove('work');
    expectNothing();
    expect((await w.app.sources.list()).list).toEqual([]);
  });

  test('and was still in the file too leaves it at the next start', async () => {
    await w.app.changes.remove('p1');
    await w.app.keys.putBack('work');
    await w.app.keys.keep('work', REGION);
    expect(await w.app.keys.place('work')).toBe('leaving');
    w.store.stored = parseSettings({});
    await w.build().start({ byHand: false, hasTray: true });
    expect(await w.app.keys.place('work')).toBe('keychain');
    expect(w.files.texts.credentials).toBe('[work]\n');
  });
});
