import { beforeEach, describe, expect, test } from 'vitest';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import { Delivery, fileOf } from '../../../electron/core/session/delivery.ts';
import { FakeSharedFiles } from '../../fakes/shared-files.ts';
import { profileWith, sessionWith } from '../samples.ts';

const OURS = '[work-mfa]\nmanager = daypass\n';
const THEIRS = 'aws_access_key_id = AKIATHEIRS\naws_secret_access_key = theirs\n';
const byFile = profileWith();
const byProcess = profileWith({ delivery: 'process' });
const session = sessionWith();

let files: FakeSharedFiles;
let delivery: Delivery;
beforeEach(() => {
  files = new FakeSharedFiles();
  delivery = new Delivery(files, (name) => `'/d a/daypass' credentials ${name}`);
});
const refused = (code: string, params: object) => ({ failure: { code, params } });

test('the file that a profile’s session is written to', () => {
  expect([fileOf(byFile), fileOf(byProcess)]).toEqual(['credentials', 'config']);
});

describe('writing', () => {
  test('puts the keys into the credentials file', async () => {
    await delivery.deliver(byFile, session);
    const { accessKeyId, secretAccessKey, sessionToken } = session.credentials.reveal();
    const lines = files.texts.credentials.split('\n');
    expect(lines).toContain('[work-mfa]');
    expect(lines).toContain(`aws_access_key_id = ${accessKeyId}`);
    expect(lines).toContain(`aws_secret_access_key = ${secretAccessKey}`);
    expect(lines).toContain(`aws_session_token = ${sessionToken}`);
    expect(lines).toContain('x_security_token_expires = 2026-01-05T20:00:00Z');
    expect(files.texts.config).toBe('');
  });

  test('puts a command into the config file, and no key anywhere', async () => {
    await delivery.deliver(byProcess, session);
    expect(files.texts.config).toContain('[profile work-mfa]\n');
    expect(files.texts.config).toContain("credential_process = '/d a/daypass' credentials work-mfa\n");
    expect(files.texts.credentials).toBe('');
  });
});

test('a disk that refuses is told of before a code is spent, and does not keep a profile from being edited', async () => {
  files.broken = 'file.read-only';
  for (const profile of [byFile, byProcess]) {
    await delivery.fits(profile);
    await expect(delivery.check(profile)).rejects.toMatchObject(
      refused('file.read-only', { path: files.path(fileOf(profile)) }),
    );
  }
  files.broken = null;
  await delivery.deliver(byProcess, session);
  files.broken = 'file.read-only';
  // What stands there already need not be written.
  await delivery.check(byProcess);
  expect(files.writes).toBe(1);
});

describe('what cannot be written is refused before a code is spent, and as it would be in writing', () => {
  test.each([
    ['a section of somebody’s own', byFile, `[work-mfa]\n${THEIRS}`, 'profile.not-ours', { section: 'work-mfa' }],
    [
      'a config section of somebody’s own',
      byProcess,
      '[profile work-mfa]\nregion = x\n',
      'profile.not-ours',
      { section: 'profile work-mfa' },
    ],
    ['a name that is none', profileWith({ name: 'a]b' }), '', 'profile.name-invalid', { name: 'a]b' }],
    ['a file that is no text', byFile, 'a\0b', 'profile.unparseable', { line: 1, reason: 'nul-byte' }],
    [
      'our section with a key of somebody’s own',
      byFile,
      `${OURS}${THEIRS}`,
      'profile.unparseable',
      { line: 1, reason: 'long-term-key' },
    ],
    [
      'our section, written in a way that not all read',
      byFile,
      `[ work-mfa ]\n`,
      'profile.unparseable',
      { line: 1, reason: 'look-alike-section' },
    ],
  ] as const)('%s', async (_, profile, text, code, params) => {
    files.texts[fileOf(profile)] = text;
    const before = { ...files.texts };
    await expect(delivery.check(profile)).rejects.toMatchObject(refused(code, params));
    const thrown = await delivery.deliver(profile, session).catch((why: FailureError) => why);
    expect(thrown).toMatchObject(refused(code, params));
    expect(files.texts).toEqual(before);
    for (const language of ['en', 'zh-TW'] as const) {
      expect(Object.values(explain(thrown?.failure ?? expect.fail(), language)).join()).not.toMatch(/[{}]/);
    }
  });

  test('a value that cannot stand in the file', async () => {
    const credentials = new Secret({ accessKeyId: 'ASIA', secretAccessKey: 'x', sessionToken: 'planted\ntoken' });
    await expect(delivery.deliver(byFile, sessionWith({ credentials }))).rejects.toMatchObject({
      failure: { code: 'profile.unwritable', params: { path: '/home/ann/.aws/credentials', reason: 'bad-value' } },
    });
  });

  test('says in which file', async () => {
    files.texts.credentials = `[work-mfa]\n${THEIRS}`;
    await expect(delivery.check(byFile)).rejects.toMatchObject(
      refused('profile.not-ours', { section: 'work-mfa', path: '/home/ann/.aws/credentials' }),
    );
    files.texts.config = '[profile work-mfa]\nregion = x\n';
    await expect(delivery.check(byProcess)).rejects.toMatchObject(
      refused('profile.not-ours', { path: '/home/ann/.aws/config' }),
    );
  });

  test('each way looks into its own file alone', async () => {
    files.texts.credentials = `[work-mfa]\n${THEIRS}`;
    await delivery.check(byProcess);
    files.texts = { credentials: '', config: '[profile work-mfa]\nregion = x\n' };
    await delivery.check(byFile);
    expect(files.writes).toBe(0);
  });
});

describe('taking away', () => {
  beforeEach(async () => {
    await delivery.deliver(byFile, session);
    await delivery.deliver(byProcess, session);
  });

  test('the keys go, and the command stays, so that programs ask again', async () => {
    const { config } = files.texts;
    await delivery.withdraw(byFile);
    expect(files.texts).toEqual({ credentials: '', config });
    await delivery.withdraw(byProcess);
    expect(files.texts.config).toBe(config);
  });

  test('each file by itself, when the profile has left it', async () => {
    const { config, credentials } = files.texts;
    await delivery.remove(byFile, 'config');
    expect(files.texts).toEqual({ credentials, config: '' });
    files.texts.config = config;
    await delivery.remove(byFile, 'credentials');
    expect(files.texts).toEqual({ credentials: '', config });
  });

  test.each([
    ['what is not there', '', ''],
    ['a section of somebody’s own', `[work-mfa]\n${THEIRS}`, '[profile work-mfa]\nregion = x\n'],
    ['our section with a key of somebody’s own', `${OURS}${THEIRS}`, '[profile work-mfa]\nregion = x\n'],
  ])('%s is done already', async (_, credentials, config) => {
    files.texts = { credentials, config };
    await delivery.withdraw(byFile);
    await delivery.remove(byFile, 'credentials');
    await delivery.remove(byFile, 'config');
    expect(files.texts).toEqual({ credentials, config });
  });

  test('what cannot be read is no reason to call it done', async () => {
    files.texts.credentials = 'a\0b';
    await expect(delivery.withdraw(byFile)).rejects.toMatchObject(
      refused('profile.unparseable', { path: '/home/ann/.aws/credentials', line: 1, reason: 'nul-byte' }),
    );
  });
});
