import { beforeEach, describe, expect, test } from 'vitest';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import { Delivery } from '../../../electron/core/session/delivery.ts';
import type { Session } from '../../../electron/core/session/state.ts';
import type { ProfileSettings } from '../../../electron/core/settings/settings.ts';
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
const inTheWay = (profile: ProfileSettings, there: Session | null) =>
  delivery.inTheWay(files.texts, profile, there && delivery.keyOf(there));
const refused = (code: string, params: object) => ({ failure: { code, params } });

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
    expect(files.texts.config).toBe('[profile work-mfa]\nregion = eu-central-1\nmanager = daypass\n');
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
  for (const [profile, file] of [
    [byFile, 'credentials'],
    [byProcess, 'config'],
  ] as const) {
    await delivery.fits(profile);
    await expect(delivery.check(profile)).rejects.toMatchObject(refused('file.read-only', { path: files.path(file) }));
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
      '[profile work-mfa]\nlogin_session = x\n',
      'profile.not-ours',
      { section: 'profile work-mfa' },
    ],
    ['a name that is none', profileWith({ name: 'a]b' }), '', 'profile.name-invalid', { name: 'a]b' }],
    ['a file that is no text', byFile, 'a\0b', 'profile.unparseable', { line: 1, reason: 'nul-byte' }],
    [
      'our section with a key of somebody’s own',
      byFile,
      `${OURS}${THEIRS}`,
      'profile.own-key',
      { section: 'work-mfa' },
    ],
    [
      'our section, written in a way that not all read',
      byFile,
      `[ work-mfa ]\n`,
      'profile.unparseable',
      { line: 1, reason: 'look-alike-section' },
    ],
  ] as const)('%s', async (_, profile, text, code, params) => {
    files.texts[profile === byFile ? 'credentials' : 'config'] = text;
    const before = { ...files.texts };
    await expect(delivery.check(profile)).rejects.toMatchObject(refused(code, params));
    const thrown = await delivery.deliver(profile, session).catch((why: FailureError) => why);
    expect(thrown).toMatchObject(refused(code, params));
    expect(files.texts).toEqual(before);
    for (const language of ['en', 'zh-TW'] as const) {
      expect(Object.values(explain(thrown?.failure ?? expect.fail(), language)).join()).not.toMatch(/[{}]/);
    }
  });

  test('but a region that cannot be written is no reason to be without a session', async () => {
    files.texts.config = 'a\0b';
    await delivery.check(byFile);
    await delivery.deliver(byFile, session);
    expect(files.texts.credentials).toContain('ASIAEXAMPLE');
    expect(files.texts.config).toBe('a\0b');
    await delivery.withdraw(byFile);
    expect(files.texts.credentials).toBe('');
    const why = {
      code: 'profile.no-region',
      params: { path: '/home/ann/.aws/config', name: 'work-mfa', region: 'eu-central-1' },
    };
    expect(inTheWay(byFile, null)).toEqual([why]);
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
    files.texts.config = '[profile work-mfa]\nlogin_session = x\n';
    await expect(delivery.check(byProcess)).rejects.toMatchObject(
      refused('profile.not-ours', { path: '/home/ann/.aws/config' }),
    );
  });

  test('each way is written to its own file alone', async () => {
    files.texts = { credentials: '', config: '[profile work-mfa]\nregion = x\n' };
    await delivery.check(byFile);
    expect(files.writes).toBe(0);
  });
});

describe('what some client would take in place of the session', () => {
  const ROLE = 'role_arn = arn:aws:iam::123456789012:role/r\n';
  const SSO = 'sso_account_id = 123456789012\nsso_role_name = r\n';
  test.each([
    ['a role', byFile, '', `[profile work-mfa]\n${ROLE}`, 'config', 'role_arn'],
    ['a role beside our keys', byFile, `[work-mfa]\nmanager = daypass\n${ROLE}`, '', 'credentials', 'role_arn'],
    ['single sign-on', byFile, '', `[profile work-mfa]\n${SSO}`, 'config', 'sso_account_id'],
    [
      'a web identity',
      byFile,
      '',
      `[profile work-mfa]\n${ROLE}web_identity_token_file = /t\n`,
      'config',
      'web_identity_token_file',
    ],
    ['keys before a command', byProcess, `[work-mfa]\n${THEIRS}`, '', 'credentials', 'aws_access_key_id'],
    ['a role before a command', byProcess, `[work-mfa]\n${ROLE}`, '', 'credentials', 'role_arn'],
    [
      'keys beside our command, which only the SDK for JavaScript takes',
      byProcess,
      '',
      `[profile work-mfa]\nmanager = daypass\n${THEIRS.replace('AKIA', 'ASIA')}`,
      'config',
      'aws_access_key_id',
    ],
  ] as const)(
    '%s: no code is spent, and the doctor says so',
    async (_, profile, credentials, config, file, setting) => {
      files.texts = { credentials, config };
      const section = file === 'config' ? 'profile work-mfa' : 'work-mfa';
      const params = { path: `/home/ann/.aws/${file}`, section, setting, name: 'work-mfa' };
      await expect(delivery.check(profile)).rejects.toMatchObject(refused('profile.outranked', params));
      expect(inTheWay(profile, null)[0]).toEqual({ code: 'profile.outranked', params });
      expect(files.texts).toEqual({ credentials, config });
    },
  );

  test.each([
    ['another profile’s role', byFile, '', `[profile work]\n${ROLE}`],
    ['a command, which keys come before', byFile, '', '[profile work-mfa]\nregion = x\ncredential_process = theirs\n'],
    ['its own keys, which are about to go', byProcess, OURS, ''],
  ])('%s is not in the way', async (_, profile, credentials, config) => {
    files.texts = { credentials, config };
    await delivery.check(profile);
    expect(inTheWay(profile, null)).toEqual([]);
  });

  test('its own keys of before are no others, nor is a session that is where it should be', async () => {
    await delivery.deliver(byFile, session);
    expect(inTheWay(byFile, session)).toEqual([]);
    await delivery.check(byProcess);
    await delivery.deliver(byProcess, session);
    expect(inTheWay(byProcess, session)).toEqual([]);
  });

  test.each([
    ['was taken away', () => ''],
    ['is another', (text: string) => text.replace('ASIAEXAMPLE', 'ASIAOTHER')],
  ])('a session whose key %s meanwhile is missed', async (_, change) => {
    await delivery.deliver(byFile, session);
    files.texts.credentials = change(files.texts.credentials);
    const params = { path: '/home/ann/.aws/credentials', section: 'work-mfa' };
    expect(inTheWay(byFile, session)).toEqual([{ code: 'profile.replaced', params }]);
    expect(inTheWay(byFile, null)).toEqual([]);
  });
});

describe('the region', () => {
  const moved = profileWith({ region: 'ap-south-1' });
  test('follows the profile’s where it stands, and is written nowhere else', async () => {
    await delivery.renew(moved, byFile);
    expect(files.writes).toBe(0);
    await delivery.deliver(byFile, session);
    await delivery.renew(moved, byFile);
    expect(files.texts.config).toBe('[profile work-mfa]\nregion = ap-south-1\nmanager = daypass\n');
    await delivery.remove(moved, 'config');
    expect(files.texts.config).toBe('');
  });

  test.each([
    ['missing where the section is not ours', '', '[profile work-mfa]\noutput = json\n', 'profile.no-region'],
    ['there where the person has one', '', '[profile work-mfa]\nregion = x\n', undefined],
    ['there where the person has it beside the keys', `${OURS}region = x\n`, '[profile work-mfa]\n', undefined],
    ['about to be there', '', '', undefined],
  ])('is %s', async (_, credentials, config, code) => {
    files.texts = { credentials, config };
    const [found] = inTheWay(byFile, null);
    expect(found?.code).toBe(code);
    for (const language of ['en', 'zh-TW'] as const) {
      if (found) expect(Object.values(explain(found, language)).join()).not.toMatch(/[{}]/);
    }
  });
});

describe('what clients take before the container endpoint', () => {
  test.each([
    ['a key', `[default]\n${THEIRS}`, '', 'credentials', 'default', 'aws_access_key_id'],
    ['a role', '', '[default]\nrole_arn = r\nsource_profile = work\n', 'config', 'default', 'role_arn'],
    ['a command', '', '[profile default]\ncredential_process = c\n', 'config', 'profile default', 'credential_process'],
  ] as const)('is %s under the default', async (_, credentials, config, file, section, setting) => {
    files.texts = { credentials, config };
    const params = { path: `/home/ann/.aws/${file}`, section, setting };
    expect(await delivery.beforeEndpoint()).toEqual({ code: 'profile.default-first', params });
  });

  test('is nothing where the default has only a region, or another profile has a key', async () => {
    files.texts = { credentials: `[work]\n${THEIRS}`, config: '[default]\nregion = eu-west-1\n' };
    expect(await delivery.beforeEndpoint()).toBeNull();
  });
});

describe('taking away', () => {
  beforeEach(async () => {
    await delivery.deliver(byFile, session);
    await delivery.deliver(byProcess, session);
  });

  test('the keys go, and the command stays, so that programs ask again', async () => {
    const { config } = files.texts;
    await delivery.withdraw(byProcess);
    expect(files.texts).toEqual({ credentials: '', config });
  });

  test('a command that an earlier version has written is written anew', async () => {
    const { config } = files.texts;
    files.texts.config = config.replace(/credential_process = .*/, 'credential_process = old');
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
  ])('%s is done already', async (_, credentials, config) => {
    files.texts = { credentials, config };
    await delivery.withdraw(byFile);
    await delivery.remove(byFile, 'credentials');
    await delivery.remove(byFile, 'config');
    expect(files.texts).toEqual({ credentials, config });
  });

  test.each([
    ['of two lines', `${OURS}${THEIRS}`],
    ['that was put over the session’s, whose token is left', `${OURS}${THEIRS}aws_session_token = ours\n`],
  ])('a key of somebody’s own %s in our section stays, and is said', async (_, credentials) => {
    files.texts.credentials = credentials;
    const said = refused('profile.own-key', { section: 'work-mfa', path: '/home/ann/.aws/credentials' });
    await expect(delivery.withdraw(byFile)).rejects.toMatchObject(said);
    await expect(delivery.remove(byFile, 'credentials')).rejects.toMatchObject(said);
    await expect(delivery.check(byFile)).rejects.toMatchObject(said);
    expect(files.texts.credentials).toBe(credentials);
  });

  test('what cannot be read is no reason to call it done', async () => {
    files.texts.credentials = 'a\0b';
    await expect(delivery.withdraw(byFile)).rejects.toMatchObject(
      refused('profile.unparseable', { path: '/home/ann/.aws/credentials', line: 1, reason: 'nul-byte' }),
    );
  });
});
