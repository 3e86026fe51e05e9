import { beforeEach, describe, expect, it } from 'vitest';
import { FailureError } from '../../../../electron/core/base/failure.ts';
import { Secret } from '../../../../electron/core/base/secret.ts';
import { AppWorld } from '../../../fakes/app-world.ts';

const ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'planted/FEMI+K7MDENG+bPxRfiCYEXAMPLEKEY1';
const CSV = `\uFEFFAccess key ID,Secret access key\r\n${ID},${SECRET}\r\n`;
const MANY = `User name,Access key ID,Secret access key\nann,${ID},${SECRET}\nbob,AKIAI44QH8DHBEXAMPLE,${SECRET}\n`;
const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const OWNER = 'Access key AKIA…MPLE belongs to ann in account 123456789012.\n';
const REGION = ['--region', 'eu-west-1'];

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.files.texts.credentials = '';
  w.iam.devices = [{ serial: SERIAL, kind: 'totp' }];
});
const expectNothing = () => {
  expect(w.files.texts).toEqual({ credentials: '', config: '' });
  expect(w.secretFiles.kept).toEqual([]);
  expect(w.app.book.profiles).toEqual([]);
};

describe('a key that is handed over becomes a profile in one go', () => {
  it('from the file of the console, into the keychain', async () => {
    const reply = await w.commandIn(CSV, 'add', '--csv', 'ann_accessKeys.csv', ...REGION);
    expect(reply).toEqual({
      status: 0,
      stdout: `${OWNER}The key is now in the keychain as default.
ann_accessKeys.csv still holds the key in plain text. Keep it until you have restarted Daypass and signed in again, to be sure that the keychain works. Then delete it.
Profile default-mfa was added, with MFA device ${SERIAL}. Sign in with “daypass sign-in default-mfa”.
`,
      stderr: '',
    });
    expect(w.app.book.profiles).toMatchObject([
      { name: 'default-mfa', region: 'eu-west-1', way: { source: 'default', serial: SERIAL } },
    ]);
    expect(w.secretFiles.kept).toEqual(['key-default']);
  });

  it('pasted, into the file, under a name, with all that else is said', async () => {
    const more = ['--name', 'day', '--duration', '900', '--delivery', 'process', '--serial', `${SERIAL}2`];
    const given = `${ID}\n${SECRET}\n`;
    const { status, stdout } = await w.commandIn(
      given,
      'add',
      'work',
      '--key',
      '-',
      '--to',
      'file',
      ...REGION,
      ...more,
    );
    expect(status).toBe(0);
    expect(stdout).toBe(
      `${OWNER}The key is now in the credentials file as work.\nProfile day was added, with MFA device ${SERIAL}2. Sign in with “daypass sign-in day”.\n`,
    );
    expect(w.files.texts.credentials).toContain(`[work]\naws_access_key_id = ${ID}\n`);
    expect(w.app.book.profiles).toMatchObject([
      { name: 'day', delivery: 'process', way: { source: 'work', durationSeconds: 900, serial: `${SERIAL}2` } },
    ]);
  });

  it('of several users, the one that is said', async () => {
    const reply = await w.commandIn(MANY, 'add', '--csv', 'keys.csv', '--user', 'bob', '--to', 'file', ...REGION);
    expect(reply).toMatchObject({ status: 0, stdout: expect.stringContaining('and other people’s keys') });
    expect(w.files.texts.credentials).toContain('AKIAI44QH8DHBEXAMPLE');
  });

  it('from a file that comes by a pipe, and has no name', async () => {
    const { stdout } = await w.commandIn(CSV, 'add', '--csv', '-', '--to', 'file', ...REGION);
    expect(stdout).not.toContain('still holds');
  });

  it('with a word of advice on a root user', async () => {
    w.sts.identity = async () => ({ account: '123456789012', arn: 'arn:aws:iam::123456789012:root' });
    expect((await w.commandIn(CSV, 'add', '--csv', 'rootkey.csv', ...REGION)).stdout).toContain('root user: It can do');
  });
});

describe('is refused, and nothing was done:', () => {
  it.each<[string, number, readonly string[], string, string]>([
    ['no region', 1, ['--csv', 'f'], CSV, 'A new key needs a region.'],
    ['no such region', 2, ['--csv', 'f', '--region', 'moon'], CSV, '“moon” isn’t a region.'],
    ['no such place', 2, ['--csv', 'f', '--to', 'attic', ...REGION], CSV, '“attic” isn’t a place for a key'],
    ['no such delivery', 2, ['--csv', 'f', '--delivery', 'x', ...REGION], CSV, '“x” isn’t a valid delivery'],
    ['no such duration', 2, ['--csv', 'f', '--duration', '1', ...REGION], CSV, '“1” isn’t a valid duration'],
    ['a name that no tool finds', 1, ['--csv', 'f', '--name', 'a b', ...REGION], CSV, 'a-b'],
    ['a serial that is none', 1, ['--csv', 'f', '--serial', 'x', ...REGION], CSV, 'ARN'],
    ['both ways', 2, ['--csv', 'f', '--key', '-', ...REGION], CSV, 'not both'],
    ['a key among the words', 2, ['--key', ID, ...REGION], '', 'can read a command line'],
    ['a user without a key', 2, ['work', '--user', 'ann'], '', '--user only works with'],
    ['nothing at all', 2, [], '', 'pass a new key with --csv or --key'],
    ['an empty file', 1, ['--csv', 'f', ...REGION], '', 'There is no access key in this.'],
    ['CodeCommit’s file', 1, ['--csv', 'f', ...REGION], 'User Name,Password\nann-at-1,p\n', 'They carry no MFA'],
    ['several keys', 1, ['--csv', 'f', ...REGION], MANY, 'There are several keys in this, for ann, bob.'],
    ['another user', 1, ['--csv', 'f', '--user', 'cy', ...REGION], MANY, 'There is no key for cy in this'],
  ])('%s', async (_, status, args, input, says) => {
    const reply = await w.commandIn(input, 'add', ...args);
    expect(reply).toMatchObject({ status, stdout: '' });
    expect(reply.stderr).toContain(says);
    expect(JSON.stringify(reply)).not.toContain('planted');
    expectNothing();
  });

  it('a key that AWS does not know yet', async () => {
    w.sts.gate = async () => {
      throw new FailureError('key.unknown', { message: 'm', region: 'eu-west-1' });
    };
    const { status, stderr } = await w.commandIn(CSV, 'add', '--csv', 'f', ...REGION);
    expect([status, stderr]).toEqual([1, expect.stringContaining('A new key can take a few seconds')]);
    expectNothing();
  });

  it('where no keyring encrypts; and the file can be said', async () => {
    w.box.state = 'missing';
    const { stderr } = await w.commandIn(CSV, 'add', '--csv', 'f', ...REGION);
    expect(stderr).toContain('no keyring that encrypts');
    expectNothing();
    expect((await w.commandIn(CSV, 'add', '--csv', 'f', '--to', 'file', ...REGION)).status).toBe(0);
  });
});

it('where no profile can be made of it yet, the key stays where it is, and what to do is said', async () => {
  w.iam.devices = [];
  const { status, stdout, stderr } = await w.commandIn(CSV, 'add', '--csv', 'f', ...REGION);
  expect([status, stdout]).toEqual([1, expect.stringContaining('The key is now in the keychain')]);
  expect(stderr).toContain('has no MFA device');
  expect(stderr).toContain('Create a profile with “daypass add default”.');
  expect(await w.app.spareKeys.list()).toEqual(['default']);
  w.iam.devices = [{ serial: SERIAL, kind: 'totp' }];
  expect((await w.command('add', 'default', ...REGION)).status).toBe(0);
});

it('a key that is on its way in the popover stays there', async () => {
  const { newKey } = w.app;
  newKey.read(new Secret(MANY), null);
  await w.commandIn(CSV, 'add', '--csv', 'f', '--to', 'file', ...REGION);
  expect(await newKey.prove('bob', 'eu-west-1')).toMatchObject({ user: 'ann', name: 'ann' });
});
