import { beforeEach, describe, expect, test } from 'vitest';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import { Seal } from '../../../electron/core/kept/seal.ts';
import { SealedSecrets } from '../../../electron/core/kept/sealed-secrets.ts';
import { LongTermKeys } from '../../../electron/core/keys/long-term-keys.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { FakeSharedFiles } from '../../fakes/shared-files.ts';
import { IDENTITY } from '../../fakes/sts.ts';

const REGION = 'eu-central-1';
const KEY = 'aws_access_key_id = AKIAWORK\naws_secret_access_key = work/secret+=\n';
const BEFORE = `# mine\n[other]\nk = 1\n[work]\nregion = x\n${KEY}# after\n`;
const AFTER = '# mine\n[other]\nk = 1\n[work]\nregion = x\n# after\n';

function world() {
  const files = new FakeSharedFiles();
  files.texts.credentials = BEFORE;
  const box = new FakeSecretBox();
  const sealed = new FakeSealedFiles();
  const asked: string[] = [];
  const aws: { refusal: FailureCode | null } = { refusal: null };
  const keys = new LongTermKeys({
    kept: new SealedSecrets(provenSeal(box), sealed),
    files,
    async identity(key, region) {
      asked.push(`${key.accessKeyId} ${region}`);
      if (aws.refusal) throw new FailureError(aws.refusal, { message: 'm', region });
      return IDENTITY;
    },
  });
  return { files, box, sealed, asked, aws, keys };
}
let w: ReturnType<typeof world>;
beforeEach(() => {
  w = world();
});
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('it was done'),
    (thrown: FailureError) => thrown.failure,
  );
/** The key is where it was before anything was tried, and nowhere else. */
const expectUntouched = () => {
  expect(w.files.texts.credentials).toBe(BEFORE);
  expect(w.sealed.texts.size).toBe(0);
};

describe('a key is kept', () => {
  test('after it was shown to work; the file loses its two lines and nothing else', async () => {
    await w.keys.keep('work', REGION);
    expect(w.asked).toEqual([`AKIAWORK ${REGION}`]);
    expect(w.files.texts.credentials).toBe(AFTER);
    expect(w.files.writes).toBe(1);
    expect([...w.sealed.texts.keys()]).toEqual(['key-work']);
    expect(JSON.stringify([...w.sealed.texts])).not.toContain('work/secret');
    const key = await w.keys.key('work');
    expect([key?.accessKeyId, key?.secretAccessKey.reveal()]).toEqual(['AKIAWORK', 'work/secret+=']);
    expect(await w.keys.place('work')).toBe('keychain');
  });

  test('and stays in no copy of the file that is kept', async () => {
    await w.keys.keep('work', REGION);
    expect(w.files.copies.credentials).toBe(AFTER);
  });

  test('in place of one that was kept before', async () => {
    await w.keys.keep('work', REGION);
    w.files.texts.credentials = AFTER.replace('region = x\n', KEY.replace('AKIAWORK', 'AKIANEW'));
    expect(await w.keys.place('work')).toBe('both');
    await w.keys.keep('work', REGION);
    expect((await w.keys.key('work'))?.accessKeyId).toBe('AKIANEW');
  });

  test('only once the sealed one can be had again', async () => {
    w.sealed.write = async () => {};
    expect(await failureOf(w.keys.keep('work', REGION))).toMatchObject({ code: 'kept.unreadable' });
    expectUntouched();
  });

  test.each<[string, FailureCode, () => unknown]>([
    ['the keyring encrypts nothing', 'kept.not-encrypted', () => (w.box.state = 'missing')],
    ['the keyring is locked', 'kept.locked', () => (w.box.state = 'locked')],
    ['the key does not work', 'key.unknown', () => (w.aws.refusal = 'key.unknown')],
    ['AWS cannot be reached', 'network.offline', () => (w.aws.refusal = 'network.offline')],
    ['the disk is full', 'file.disk-full', () => (w.sealed.broken = 'file.disk-full')],
    ['the file may not be written', 'file.read-only', () => (w.files.broken = 'file.read-only')],
  ])('not where %s: all is as it was', async (_, code, change) => {
    change();
    const failure = await failureOf(w.keys.keep('work', REGION));
    expect(failure.code).toBe(code);
    expectUntouched();
    if (code.startsWith('kept.')) expect(w.asked).toEqual([]);
  });

  test('where AWS refuses it, it is said which key and why', async () => {
    w.aws.refusal = 'key.unknown';
    const thrown = await w.keys.keep('work', REGION).catch((error) => error);
    expect(thrown.failure).toEqual({ code: 'key.unknown', params: { profile: 'work', message: 'm', region: REGION } });
    expect(thrown.cause).toBeInstanceOf(FailureError);
  });

  test('where the file is in the way, it is said which line of it', async () => {
    w.files.texts.credentials = `[work]\n${KEY}[work]\nk = 1\n`;
    expect(await failureOf(w.keys.keep('work', REGION))).toEqual({
      code: 'profile.unparseable',
      params: { path: '/home/ann/.aws/credentials', line: 4, reason: 'duplicate-section' },
    });
  });

  test('a temporary key without its token is none, whatever another is called', async () => {
    w.files.texts.credentials = `[work]\n${KEY.replace('AKIA', 'ASIA')}[other]\n${KEY.replace('WORK', 'ASIA')}`;
    expect((await failureOf(w.keys.keep('work', REGION))).code).toBe('key.missing');
    expect([await w.keys.place('work'), await w.keys.place('other')]).toEqual(['nowhere', 'file']);
  });

  test.each<[string, FailureCode, string, string]>([
    ['there is none', 'key.missing', '[work]\nregion = x\n', ''],
    ['it is a session', 'key.missing', `[work]\n${KEY}aws_session_token = t\n`, ''],
    ['it stands in the config file', 'key.elsewhere', '', `[profile work]\n${KEY}`],
    ['it stands in both files', 'key.elsewhere', `[work]\n${KEY}`, `[profile work]\n${KEY}`],
    ['the section is there twice', 'profile.unparseable', `[work]\n${KEY}[work]\nk = 1\n`, ''],
    ['a line leans on it', 'profile.unparseable', `[work]\n${KEY}  region = x\n`, ''],
    ['it could not be put back', 'profile.unwritable', `[work]\n${KEY.replace('work/', 'ä')}`, ''],
  ])('not where %s; AWS is not asked', async (_, code, credentials, config) => {
    Object.assign(w.files.texts, { credentials, config });
    const failure = await failureOf(w.keys.keep('work', REGION));
    expect(failure.code).toBe(code);
    for (const text of Object.values(explain(failure, 'en'))) expect(text).not.toMatch(/[{}]/);
    expect(w.files.texts).toEqual({ credentials, config });
    expect(w.sealed.texts.size).toBe(0);
    expect(w.asked).toEqual([]);
  });

  test('where another program puts another key there meanwhile, that one stays, and none is lost', async () => {
    const theirs = BEFORE.replace('AKIAWORK', 'AKIATHEIRS');
    w.box.seal = async (plain, like) => {
      w.files.texts.credentials = theirs;
      return FakeSecretBox.prototype.seal.call(w.box, plain, like);
    };
    await w.keys.keep('work', REGION);
    expect(w.files.texts.credentials).toBe(theirs);
    expect(await w.keys.place('work')).toBe('both');
    expect((await w.keys.key('work'))?.accessKeyId).toBe('AKIAWORK');
  });

  test('where the file was written and yet an error came, the only copy stays', async () => {
    const edit = w.files.edit.bind(w.files);
    w.files.edit = async (...given) => {
      await edit(...given);
      throw new FailureError('file.failed', { path: '/f', reason: 'EIO' });
    };
    expect(await failureOf(w.keys.keep('work', REGION))).toMatchObject({ code: 'file.failed' });
    expect((await w.keys.key('work'))?.accessKeyId).toBe('AKIAWORK');
  });

  test('and where nobody can say whether it is in the file, it stays in the keychain', async () => {
    w.files.edit = async () => {
      w.files.read = async () => {
        throw new FailureError('file.unreadable', { path: '/f' });
      };
      throw new FailureError('file.failed', { path: '/f', reason: 'EIO' });
    };
    expect((await failureOf(w.keys.keep('work', REGION))).code).toBe('file.failed');
    expect((await w.keys.key('work'))?.accessKeyId).toBe('AKIAWORK');
  });
});

describe('a key is put back', () => {
  beforeEach(() => w.keys.keep('work', REGION));

  test('into its section, and leaves the keychain', async () => {
    await w.keys.putBack('work');
    expect(w.files.texts.credentials).toBe(BEFORE.replace(`region = x\n${KEY}`, `${KEY}region = x\n`));
    expect(w.sealed.texts.size).toBe(0);
    expect(await w.keys.place('work')).toBe('file');
  });

  test('also where the section, or the file, has gone', async () => {
    w.files.texts.credentials = '';
    await w.keys.putBack('work');
    expect(w.files.texts.credentials).toBe(`[work]\n${KEY}`);
  });

  test('where it stands in the file already, it only leaves the keychain', async () => {
    w.files.texts.credentials = BEFORE;
    await w.keys.putBack('work');
    expect(w.files.texts.credentials).toBe(BEFORE);
    expect(await w.keys.place('work')).toBe('file');
  });

  test.each<[string, FailureCode, () => unknown]>([
    [
      'the file holds another key again',
      'key.in-file',
      () => (w.files.texts.credentials = BEFORE.replace('AKIAWORK', 'AKIAX')),
    ],
    [
      'the file holds another secret of the same key',
      'key.in-file',
      () => (w.files.texts.credentials = BEFORE.replace('work/secret', 'other/secret')),
    ],
    ['the file may not be written', 'file.read-only', () => (w.files.broken = 'file.read-only')],
    [
      'a session stands there',
      'profile.unparseable',
      () => (w.files.texts.credentials = '[work]\naws_session_token = t\n'),
    ],
    ['the keyring is locked', 'key.box-unavailable', () => (w.box.state = 'locked')],
    ['the keyring is another', 'kept.other-key', () => (w.box.key = 'second')],
  ])('not where %s: all is as it was', async (_, code, change) => {
    change();
    const before = w.files.texts.credentials;
    const failure = await failureOf(w.keys.putBack('work'));
    expect(failure.code).toBe(code);
    for (const text of Object.values(explain(failure, 'en'))) expect(text).not.toMatch(/[{}]/);
    expect(w.files.texts.credentials).toBe(before);
    expect(w.sealed.texts.size).toBe(1);
  });

  test.each([
    ['nothing', ''],
    ['another key', BEFORE.replace('AKIAWORK', 'AKIAOTHER')],
    ['another secret', BEFORE.replace('work/secret', 'other/secret')],
  ])('where the file then holds %s, it stays in the keychain', async (_, text) => {
    w.files.edit = async () => {
      w.files.texts.credentials = text;
    };
    expect(await failureOf(w.keys.putBack('work'))).toEqual({
      code: 'file.changed-meanwhile',
      params: { path: '/home/ann/.aws/credentials' },
    });
    expect(w.sealed.texts.size).toBe(1);
  });

  test('not where none was kept', async () => {
    expect(await failureOf(w.keys.putBack('other'))).toEqual({ code: 'key.missing', params: { profile: 'other' } });
  });
});

test('what was sealed and is no key is said to be so, and not quoted', async () => {
  w.sealed.texts.set('key-work', w.box.sealed('{"planted":1'));
  expect(await failureOf(w.keys.key('work'))).toEqual({ code: 'key.unreadable', params: { profile: 'work' } });
});

test.each([
  [128, 256, true],
  [129, 256, false],
  [128, 257, false],
])('a key with an id of %i and a secret of %i letters is one: %s', async (id, secret, isOne) => {
  const text = JSON.stringify({ accessKeyId: 'A'.repeat(id), secretAccessKey: 's'.repeat(secret) });
  w.sealed.texts.set('key-work', w.box.sealed(text));
  const found = await w.keys.key('work').catch((thrown: FailureError) => thrown.failure.code);
  expect(typeof found === 'object' ? found?.secretAccessKey.reveal().length : found).toBe(
    isOne ? secret : 'key.unreadable',
  );
});

test.each([
  ['file', 'work'],
  ['nowhere', 'other'],
] as const)('a key can be in: %s', async (place, source) => {
  expect(await w.keys.place(source)).toBe(place);
});

describe('while no other process has opened anything of this keyring', () => {
  /** As another process has it; the first finds nothing that was sealed before. */
  const proofs = new FakeSealedFiles();
  const started = () =>
    new LongTermKeys({
      kept: new SealedSecrets(new Seal(w.box, proofs), w.sealed),
      files: w.files,
      identity: async () => IDENTITY,
    });
  beforeEach(async () => {
    proofs.texts.clear();
    await started().keep('work', REGION);
  });

  test('the key stays in the file; the next start takes it out', async () => {
    expect(w.files.texts.credentials).toBe(BEFORE);
    expect(await started().place('work')).toBe('leaving');
    const next = started();
    await next.settle('work');
    expect(w.files.texts.credentials).toBe(AFTER);
    expect(w.files.copies.credentials).toBe(AFTER);
    expect(await next.place('work')).toBe('keychain');
    expect((await next.key('work'))?.secretAccessKey.reveal()).toBe('work/secret+=');
    expect([...w.sealed.texts.keys()]).toEqual(['key-work']);
    await next.settle('work');
    expect(await next.place('work')).toBe('keychain');
  });

  test('it can be left there after all', async () => {
    await started().putBack('work');
    expect(w.files.texts.credentials).toBe(BEFORE);
    expect(await started().place('work')).toBe('file');
    await started().settle('work');
    expect(w.files.texts.credentials).toBe(BEFORE);
  });

  test('and a key that somebody takes out of the file meanwhile is in the keychain', async () => {
    w.files.texts.credentials = AFTER;
    expect(await started().place('work')).toBe('keychain');
    expect((await started().key('work'))?.accessKeyId).toBe('AKIAWORK');
    await started().settle('work');
    expect([...w.sealed.texts.keys()]).toEqual(['key-work']);
  });

  test('another that somebody puts there stays and is used', async () => {
    w.files.texts.credentials = BEFORE.replace('AKIAWORK', 'AKIANEW');
    await started().settle('work');
    expect(w.files.texts.credentials).toContain('AKIANEW');
    expect(await started().place('work')).toBe('both');
  });

  test.each<[string, FailureCode, () => unknown]>([
    ['is locked', 'key.box-unavailable', () => (w.box.state = 'locked')],
    ['is another', 'kept.other-key', () => (w.box.key = 'second')],
  ])('a start whose keyring %s leaves all as it is', async (_, code, change) => {
    change();
    expect((await failureOf(started().settle('work'))).code).toBe(code);
    expect(w.files.texts.credentials).toBe(BEFORE);
    Object.assign(w.box, { state: 'open', key: 'first' });
    await started().settle('work');
    expect(w.files.texts.credentials).toBe(AFTER);
  });

  test('a start that cannot write the file is followed by another that can', async () => {
    w.files.broken = 'file.read-only';
    expect((await failureOf(started().settle('work'))).code).toBe('file.read-only');
    expect(await started().place('work')).toBe('leaving');
    w.files.broken = null;
    await started().settle('work');
    expect(await started().place('work')).toBe('keychain');
  });
});
