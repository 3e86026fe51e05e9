// What AWS's own programs refuse because of their files: the error appears in the real AWS CLI, the doctor names its cause
// first, with the line, the mend or the words of it are followed, and the error is gone.
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, renameSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BYTE_ORDER_MARK } from '../../electron/core/base/bytes.ts';
import { choiceWith } from '../unit/samples.ts';
import { awsPrograms } from '../world/programs.ts';
import { AwsFilesHome, type Ran, type Said } from './aws-files-home.ts';

/** The AWS CLI that a person gets by its name, and Debian's, which is version 2. */
const PROGRAMS = awsPrograms();
const NEWEST = PROGRAMS.filter(({ major, minor }) => minor >= (major === 1 ? 29 : 13));

let h: AwsFilesHome;
beforeEach(async () => {
  h = await AwsFilesHome.make();
});
afterEach(() => h.leave());

const WHO = ['sts', 'get-caller-identity', '--output', 'text', '--query', 'Arn'];
/** Each AWS CLI says who the profile is. */
const ask = (profile: string, programs = PROGRAMS, args = WHO): Promise<readonly Ran[]> =>
  Promise.all(programs.map(({ path }) => h.run(path, ['--profile', profile, ...args])));

async function refused(profile: string, why: RegExp, programs = PROGRAMS): Promise<void> {
  expect(programs.length).toBeGreaterThan(0);
  for (const { status, stderr } of await ask(profile, programs)) {
    expect(stderr).toMatch(why);
    expect(status).not.toBe(0);
  }
}

/** Whether each AWS CLI asks for a region: not every call needs one. */
const lacksRegion = async (profile: string) => {
  const ran = await ask(profile, PROGRAMS, ['codecommit', 'list-repositories']);
  return new Set(ran.map(({ stderr }) => /You must specify a region/.test(stderr)));
};

async function works(profile: string, programs = PROGRAMS, arn = h.aws.user.arn): Promise<void> {
  for (const ran of await ask(profile, programs)) expect(ran).toMatchObject({ status: 0, stdout: `${arn}\n` });
}

async function named(code: string, more: Partial<Said> = {}): Promise<Said> {
  const [first] = await h.findings();
  expect(first).toMatchObject({ check: 'aws-files', code, ...more });
  for (const value of [h.aws.user.secretAccessKey, h.aws.user.accessKeyId])
    expect(JSON.stringify(first)).not.toContain(value);
  return first ?? expect.fail();
}

const wellNow = async () => expect(await h.findings()).toEqual([]);
const last = (text: string) => `…${text.slice(-4)}`;
const config = (text = '') => h.write('config', `[profile work]\nregion = eu-west-1\n${text}`, 0o644);
const credentials = (text = h.key) => h.write('credentials', `# mine\n[work]\n${text}`);

/** Takes out the line that the doctor has named, as a person would. */
function dropLine({ evidence: [place = ''] }: Said): void {
  const [, path = '', line = ''] = /^(\S+):(\d+)/.exec(place) ?? [];
  const lines = readFileSync(path, 'latin1').split('\n');
  lines.splice(Number(line) - 1, 1);
  writeFileSync(path, lines.join('\n'), 'latin1');
}

test('on a healthy home nothing is found: before the sign-in, with a session, and after it', async () => {
  credentials();
  config();
  const id = h.add();
  await wellNow();
  await h.signIn(id);
  await works('work-mfa');
  await wellNow();
  await h.app.sessions.signOut(h.app.book.profile(id));
  await wellNow();
});

describe('a file that is refused as a whole', () => {
  const CANNOT = /Unable to parse config file/;

  test('for a byte order mark, which goes', async () => {
    h.write('credentials', `${BYTE_ORDER_MARK}[work]\n${h.key}`);
    config();
    await h.signIn(h.add());
    await refused('work-mfa', CANNOT);
    await named('aws-files.unread', { mend: 'aws-files', evidence: [`${h.path('credentials')}:1`] });
    expect(await h.mend('aws-files')).toContain('\n-<BOM>[work]\n+[work]\n');
    await works('work-mfa');
    await wellNow();
  });

  test.each([
    ['a section that stands twice', 'credentials', '[work]\n'],
    ['a key that stands twice', 'credentials', 'AWS_ACCESS_KEY_ID = x\n'],
    ['a line that is no setting', 'config', 'Region eu-west-1\n'],
    ['a byte that is no UTF-8', 'config', '# caf\xe9\n'],
  ] as const)('for %s, by its line', async (_, file, line) => {
    credentials();
    config();
    await h.signIn(h.add());
    const before = h.read(file).split('\n');
    // Behind the first section, which is the person's own.
    before.splice(file === 'config' ? 2 : 4, 0, line.trimEnd());
    h.write(file, before.join('\n'));
    await refused('work-mfa', /Unable to parse config file|codec can't decode/);
    const finding = await named('aws-files.unread', { mend: null, severity: 'error' });
    dropLine(finding);
    await works('work-mfa');
    await wellNow();
  });
});

describe('a long-term key that no program can use', () => {
  test.each([
    ['in quotes', (key: string) => key.replace(/= (.*)/g, '= "$1"'), 'aws-files.key-odd'],
    [
      'in the place of its secret',
      (key: string) => key.replace(/^(.*) = (.*)\n(.*) = (.*)$/m, '$1 = $4\n$3 = $2'),
      'aws-files.key-swapped',
    ],
    [
      'with the token of a session of before',
      (key: string) => `${key}aws_session_token = planted\nregion = eu-west-1\n`,
      'aws-files.token-beside-key',
    ],
  ] as const)('%s: it is put right, and nothing else', async (_, spoil, code) => {
    credentials(spoil(h.key));
    config();
    const id = h.add();
    await refused('work', /InvalidClientTokenId|IncompleteSignature|SignatureDoesNotMatch|UnrecognizedClient/);
    await expect(h.signIn(id)).rejects.toMatchObject({ failure: { code: /^(key|aws)\./ } });
    const { mend, evidence } = await named(code, { severity: 'error', profile: 'work-mfa' });
    expect(evidence.join()).toContain(last(h.aws.user.accessKeyId));
    // That the sign-in was refused follows from it, and is not said beside it.
    expect((await h.findings()).length).toBe(1);
    expect(await h.mend(mend ?? expect.fail())).not.toContain(h.aws.user.secretAccessKey);
    expect(h.read('credentials')).toBe(
      `# mine\n[work]\n${h.key}${code.includes('token') ? 'region = eu-west-1\n' : ''}`,
    );
    await works('work');
    await h.signIn(id);
    await works('work-mfa');
    await wellNow();
  });

  test('with half of it gone: the words say how it is put in', async () => {
    credentials(h.key.replace(/^aws_secret.*\n/m, ''));
    config();
    h.add();
    await refused('work', /Partial credentials found/);
    const { fix } = await named('aws-files.key-half');
    expect(fix).toContain('aws configure --profile work');
    const [program] = PROGRAMS;
    for (const line of h.key.trim().split('\n')) {
      const [setting = '', value = ''] = line.split(' = ');
      await h.run(program?.path ?? '', ['configure', 'set', setting, value, '--profile', 'work']);
    }
    await works('work');
    await wellNow();
  });

  test('that is a session’s', async () => {
    credentials();
    config();
    const id = h.add();
    await h.signIn(id);
    const lines = h.read('credentials').split('[work-mfa]\n')[1]?.split('x_security')[0] ?? '';
    await h.app.sessions.signOut(h.app.book.profile(id));
    credentials(lines);
    const [program] = PROGRAMS;
    const { stderr } = await h.run(program?.path ?? '', ['--profile', 'work', 'sts', 'get-session-token']);
    expect(stderr).toContain('Cannot call GetSessionToken with session credentials');
    await named('key.temporary', { profile: 'work-mfa' });
    credentials();
    await h.signIn(id);
    await works('work-mfa');
    await wellNow();
  });
});

describe('a session that another program has written over', () => {
  const set = (setting: string, value: string) =>
    h.run(PROGRAMS[0]?.path ?? '', ['configure', 'set', setting, value, '--profile', 'work-mfa']);

  test('is found with both keys, and is written anew', async () => {
    credentials();
    config();
    const id = h.add();
    await h.signIn(id);
    const key = h.app.sessions.sessionOf(id)?.credentials.reveal().accessKeyId ?? '';
    await set('aws_access_key_id', 'ASIAOTHERTOOLSKEY123');
    await refused('work-mfa', /InvalidClientTokenId/);
    const { evidence } = await named('profile.replaced', { profile: 'work-mfa' });
    expect(evidence.join('\n')).toMatch(/aws_access_key_id = …Y123\n.*x_security_token_expires = .*\nDaypass: .* = …/);
    expect(evidence.at(-1)).toContain(last(key));
    // No code is needed for that.
    expect(await h.mend('session-anew')).toContain(last(key));
    await works('work-mfa');
    await wellNow();
  });

  test('with a living one, as “aws configure mfa-login” does: the end that stands beside it is untrue', async () => {
    credentials();
    config();
    const id = h.add();
    await h.signIn(id);
    const { stdout } = await h.run(PROGRAMS[0]?.path ?? '', [
      ...['--profile', 'work', '--output', 'json', 'sts', 'get-session-token', '--duration-seconds', '900'],
      ...['--serial-number', h.aws.user.serial, '--token-code', await h.aws.freshCode()],
    ]);
    const { AccessKeyId, SecretAccessKey, SessionToken } = JSON.parse(stdout).Credentials;
    await set('aws_access_key_id', AccessKeyId);
    await set('aws_secret_access_key', SecretAccessKey);
    await set('aws_session_token', SessionToken);
    await works('work-mfa');
    const { evidence, mend } = await named('profile.replaced', { profile: 'work-mfa' });
    expect(evidence[0]).toContain(last(AccessKeyId));
    expect(evidence[1]).toContain('x_security_token_expires = ');
    await h.mend(mend ?? expect.fail());
    expect(h.read('credentials')).not.toContain(AccessKeyId);
    await works('work-mfa');
    await wellNow();
  });

  test('with a person’s own key, which is never taken away', async () => {
    credentials();
    config();
    const id = h.add();
    await h.signIn(id);
    await set('aws_access_key_id', h.aws.user.accessKeyId);
    // Daypass's token is sent along with it.
    await refused('work-mfa', /InvalidClientTokenId|SignatureDoesNotMatch/);
    const before = h.read('credentials');
    const { evidence, mend } = await named('profile.own-key', { profile: 'work-mfa', severity: 'error' });
    expect(evidence[0]).toContain(`aws_access_key_id = ${last(h.aws.user.accessKeyId)}`);
    expect(mend).toBeNull();
    await h.mend('aws-files');
    expect(h.read('credentials')).toBe(before);
    // As it says: the section is deleted.
    h.write('credentials', before.split('[work-mfa]')[0] ?? '');
    await h.signIn(id);
    await works('work-mfa');
    await wellNow();
  });
});

describe('the region', () => {
  test('that is nowhere, in a section of the person’s own', async () => {
    credentials();
    config('[profile work-mfa]\noutput = json\n');
    await h.signIn(h.add());
    expect(await lacksRegion('work-mfa')).toEqual(new Set([true]));
    const { fix } = await named('profile.no-region');
    const [, words = ''] = /“aws (configure set [^”]*)”/.exec(fix) ?? [];
    await h.run(PROGRAMS[0]?.path ?? '', words.split(' '));
    expect(await lacksRegion('work-mfa')).toEqual(new Set([false]));
    await works('work-mfa');
    await wellNow();
  });

  test('is written there by one click, and nothing else of the section is touched', async () => {
    credentials();
    config('[profile work-mfa]\n  # mine\n  output = json\n');
    await h.signIn(h.add());
    await named('profile.no-region', { mend: 'aws-files' });
    const before = h.read('config');
    expect(await h.mend('aws-files')).toContain('+  region = eu-west-1\n');
    expect(h.read('config')).toBe(before.replace('  output', '  region = eu-west-1\n  output'));
    expect(await lacksRegion('work-mfa')).toEqual(new Set([false]));
    await works('work-mfa');
    await wellNow();
  });

  test.each(['"eu-west-1"', 'eu-west-1 # Ireland'])('that is %s to the AWS CLI', async (value) => {
    credentials();
    config(`[profile work-mfa]\nregion = ${value}\n`);
    await h.signIn(h.add());
    await refused('work-mfa', /doesn't match a supported format|Invalid endpoint|Could not connect/);
    await named('aws-files.region-misread', { evidence: [`${h.path('config')}:4: region = ${value}`] });
    config('[profile work-mfa]\nregion = eu-west-1\n');
    await works('work-mfa');
    await wellNow();
  });

  test('of a partition in which the key does not exist', async () => {
    credentials();
    h.write('config', '[profile work]\nregion = cn-north-1\n');
    const id = h.add({ region: 'cn-north-1' });
    await refused('work', /InvalidClientTokenId/);
    await expect(h.signIn(id)).rejects.toMatchObject({ failure: { code: 'key.unknown' } });
    const { cause } = await named('aws-files.partition', { profile: 'work-mfa', severity: 'error' });
    expect(cause).toContain('aws-cn');
    h.app.changes.edit(id, { ...h.app.book.profile(id), region: 'eu-west-1' });
    config();
    await h.signIn(id);
    await works('work-mfa');
    await wellNow();
  });
});

test('a device of another account: no code is spent, and it is said which account the key is of', async () => {
  credentials();
  config();
  const other = h.aws.addUser({ name: 'ada', accountId: '210987654321' });
  const id = h.add({ serial: other.serial });
  await expect(h.signIn(id)).rejects.toMatchObject({ failure: { code: 'device.other-account' } });
  expect(h.aws.requests.map(({ action }) => action)).toEqual(['GetCallerIdentity']);
  const [first] = await h.findings();
  expect(first).toMatchObject({ check: 'profiles', code: 'device.other-account', profile: 'work-mfa' });
  expect(first?.cause).toContain(h.aws.user.accountId);
  await h.app.changes.edit(id, choiceWith({ ...h.app.book.profile(id), serial: h.aws.user.serial }));
  await h.signIn(id);
  await works('work-mfa');
  await wellNow();
});

describe('a name that is not read as it was meant', () => {
  test('for its letters: the source is not found', async () => {
    h.write('credentials', `[Work]\n${h.key}`);
    h.write('config', '');
    const id = h.add();
    await refused('work', /could not be found/);
    await expect(h.signIn(id)).rejects.toMatchObject({ failure: { code: 'source.unknown' } });
    const { fix } = await named('aws-files.name-unread', { evidence: [`${h.path('credentials')}:1`] });
    expect(fix).toContain('[work]');
    credentials();
    config();
    await h.signIn(id);
    await works('work');
    await wellNow();
  });

  test('for want of the word in front', async () => {
    credentials();
    h.write('config', '[work]\nregion = eu-west-1\n');
    h.add();
    expect(await lacksRegion('work')).toEqual(new Set([true]));
    const { fix } = await named('aws-files.name-unread');
    expect(fix).toContain('[profile work]');
    config();
    expect(await lacksRegion('work')).toEqual(new Set([false]));
    await wellNow();
  });
});

describe('what Daypass has left', () => {
  test('a program that is gone: the line names this Daypass again', async () => {
    credentials();
    const gone = join(h.home, 'old/.daypass/bin/daypass');
    const id = h.add({ delivery: 'process' });
    await h.signIn(id);
    await works('work-mfa');
    h.write('config', h.read('config').replace(h.script, gone));
    await refused('work-mfa', /No such file or directory/);
    const { evidence } = await named('aws-files.process-gone', { profile: 'work-mfa', mend: 'aws-files' });
    expect(evidence).toEqual([`${h.path('config')}:3: credential_process = ${gone}`]);
    await h.mend('aws-files');
    await works('work-mfa');
    await wellNow();
  });

  test('a session under a name that nobody has any more', async () => {
    credentials();
    config();
    const id = h.add();
    await h.signIn(id);
    const [own = '', section = ''] = h.read('credentials').split('[work-mfa]\n');
    h.aws.expireSession(h.app.sessions.sessionOf(id)?.credentials.reveal().accessKeyId ?? '');
    await h.app.changes.remove(id);
    const old = section.replace(/(x_security_token_expires = ).*/, '$12020-01-01T00:00:00Z');
    h.write('credentials', `${own}[work-mfa]\n${old}`);
    config('[profile work-mfa]\nregion = eu-west-1\nmanager = daypass\n');
    await refused('work-mfa', /ExpiredToken/);
    await named('aws-files.left-behind', { mend: 'aws-files' });
    await h.mend('aws-files');
    expect(h.read('credentials')).toBe(own);
    await refused('work-mfa', /could not be found/);
    await wellNow();
  });
});

describe('what sends programs elsewhere', () => {
  test.each([
    ['an address', '', 'endpoint_url = http://127.0.0.1:9\n', 'aws-files.diverted'],
    [
      'services',
      '[services lab]\nsts =\n  endpoint_url = http://127.0.0.1:9\n',
      'services = lab\n',
      'aws-files.diverted',
    ],
    ['services that are not there', '', 'services = lab\n', 'aws-files.services-missing'],
  ])('%s of the profile', async (_, more, line, code) => {
    credentials();
    config(`${more}[profile work-mfa]\nregion = eu-west-1\n${line}`);
    const id = h.add();
    await h.signIn(id);
    await refused('work-mfa', /127\.0\.0\.1:9|services configuration does not exist/, NEWEST);
    dropLine(await named(code, { profile: 'work-mfa' }));
    await works('work-mfa', NEWEST);
    await wellNow();
    // Daypass itself has gone to AWS.
    await h.signIn(id);
  });

  test('an address without encryption is worse', async () => {
    credentials();
    config('[profile work-mfa]\nregion = eu-west-1\nendpoint_url = http://sts.elsewhere.invalid\n');
    await h.signIn(h.add());
    await refused('work-mfa', /sts\.elsewhere\.invalid/, NEWEST);
    dropLine(await named('aws-files.plain-http', { severity: 'error' }));
    await works('work-mfa', NEWEST);
    await wellNow();
  });

  test('FIPS in a region that has none', async () => {
    credentials();
    config('[profile work-mfa]\nregion = eu-west-1\nuse_fips_endpoint = true\n');
    await h.signIn(h.add());
    await refused('work-mfa', /sts-fips\.eu-west-1|Failed to connect to proxy/);
    dropLine(await named('aws-files.fips'));
    await works('work-mfa');
    await wellNow();
  });
});

test('keys under the default come before the container endpoint, for each kind of client', async () => {
  h.write('credentials', `[work]\n${h.key}[default]\n${h.key}`);
  config('[default]\nregion = eu-west-1\n');
  await h.signIn(h.add());
  await wellNow();
  const { stdout } = await h.run(h.script, ['env', 'work-mfa', '--endpoint']);
  const buckets = () =>
    Promise.all(
      NEWEST.map(({ path }) =>
        h.run('sh', ['-c', 'eval "$1"; shift; exec "$@"', 'sh', stdout, path, 's3api', 'list-buckets']),
      ),
    );
  for (const { stderr } of await buckets()) expect(stderr).toContain('AccessDenied');
  const { evidence } = await named('profile.default-first');
  const line = `${h.path('credentials')}:5: aws_access_key_id = ${last(h.aws.user.accessKeyId)}`;
  expect(evidence).toEqual([`AWS CLI, boto3: ${line}`, `AWS SDK for JavaScript: ${line}`]);
  h.write('credentials', h.read('credentials').replace('[default]', '[mine]'));
  for (const { status } of await buckets()) expect(status).toBe(0);
  await wellNow();
});

const isRoot = process.getuid?.() === 0;
test.skipIf(process.platform === 'win32' || !isRoot)('a key that others may read is theirs alone again', async () => {
  credentials();
  config();
  h.add();
  for (const folder of [join(h.home, '..'), h.home, join(h.home, '.aws')]) chmodSync(folder, 0o755);
  chmodSync(h.path('credentials'), 0o644);
  const asNobody = () => h.run('setpriv', ['--reuid=65534', '--clear-groups', 'cat', h.path('credentials')]);
  expect((await asNobody()).stdout).toContain(h.aws.user.accessKeyId);
  await named('aws-files.readable-by-others', { mend: 'private-files', evidence: [`${h.path('credentials')}: 0644`] });
  expect(await h.mend('private-files')).toBe(`- 0644 ${h.path('credentials')}\n+ 0600 ${h.path('credentials')}\n`);
  expect((await asNobody()).status).not.toBe(0);
  expect(statSync(h.path('credentials')).mode & 0o777).toBe(0o600);
  await wellNow();
});

test('a folder and a config file that others may write', async () => {
  credentials();
  config();
  h.add();
  chmodSync(join(h.home, '.aws'), 0o777);
  chmodSync(h.path('config'), 0o666);
  // As a keeper of dot files has it: the file itself is meant, not the link.
  const real = join(h.home, 'dotfiles');
  renameSync(h.path('config'), real);
  symlinkSync(real, h.path('config'));
  const found = await h.findings();
  expect(found.map(({ code, evidence }) => [code, ...evidence])).toEqual([
    ['aws-files.writable-by-others', `${join(h.home, '.aws')}: 0777`],
    ['aws-files.writable-by-others', `${real}: 0666`],
  ]);
  await h.mend('private-files');
  expect(
    execFileSync('stat', ['-L', '-c', '%a', join(h.home, '.aws'), h.path('config')], { encoding: 'utf8' }),
  ).toMatch(/^755\n644\n$/);
  await wellNow();
});
