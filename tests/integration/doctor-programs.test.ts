// Programs, the way to AWS, and the clock: what the real git and the real AWS CLI say is wrong, what the doctor says first, and
// that it is gone when that was done.
import { chmodSync, copyFileSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { allIn, illIn, SurroundingsHome } from './surroundings-home.ts';

const SH = ['sh', '-c'];
const LOGIN = ['bash', '-lc'];
const LIST = 'env AWS_PROFILE=work-mfa $aws s3api list-buckets --output text';

let home: SurroundingsHome;
const begin = async (appEnv: Record<string, string> = {}) => {
  home = await SurroundingsHome.make(appEnv);
};
afterEach(() => home.close());

/** What has this code, whether it makes ill or is only told. */
const found = async (code: string, shell = SH, env: Record<string, string> = {}) =>
  allIn(await home.doctor(shell, env)).find((one) => one.code === code);

const script = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, 0o755);
};
/** A program as pip puts it there. */
const REMOTE_HELPER = '#!/bin/sh\necho "this is the one of pip"\nexit 1\n';
const NO_COMMAND = /git: 'remote-codecommit' is not a git command/;

describe('git: remote-codecommit', () => {
  /** Without Daypass's own folder on the PATH, which would have one. */
  const path = () =>
    home.person.env.PATH?.split(':')
      .filter((folder) => !folder.includes('.daypass'))
      .join(':') ?? '';
  const clone = (PATH: string) =>
    home.person.run('git', ['ls-remote', 'codecommit::eu-west-1://app'], { env: { PATH } });

  test('is nowhere: git says so, setting git up mends it', async () => {
    await begin();
    expect((await clone(path())).stderr).toMatch(NO_COMMAND);
    const none = await found('programs.no-remote-helper', SH, { PATH: path() });
    expect(none).toMatchObject({ mend: 'git-set-up', cause: expect.stringMatching(NO_COMMAND) });
    await home.app.doctor.mend(['git-set-up']);
    await home.person.aws.addRepository('app');
    await home.signIn();
    expect(await clone(path())).toMatchObject({ status: 0, stderr: '' });
    expect(await found('programs.no-remote-helper', SH, { PATH: path() })).toBeUndefined();
  });

  test.each([
    '.local/bin',
    '.local/share/pipx/venvs/git-remote-codecommit/bin',
    '.pyenv/shims',
    'Library/Python/3.9/bin',
  ])('lies in ~/%s, which is not on the PATH: it is named where it is', async (folder) => {
    await begin();
    const at = join(home.path(folder), 'git-remote-codecommit');
    script(at, REMOTE_HELPER);
    expect((await clone(path())).stderr).toMatch(NO_COMMAND);
    const [first] = illIn(await home.doctor(SH, { PATH: path() }));
    expect(first).toMatchObject({
      code: 'programs.remote-helper-unseen',
      evidence: [`path = ${at}`],
      mend: 'git-set-up',
    });
    expect(first?.cause).toContain('the PATH of this terminal');
    // The other way that it names.
    expect((await clone(`${path()}:${home.path(folder)}`)).stderr).not.toMatch(NO_COMMAND);
  });

  test('is found by the terminal and not by programs of the desktop', async () => {
    await begin();
    script(join(home.path('.local/bin'), 'git-remote-codecommit'), REMOTE_HELPER);
    const wide = `${home.path('.local/bin')}:${path()}`;
    home.remove('.daypass/bin/git-remote-codecommit');
    const [first] = illIn(await home.doctor(SH, { PATH: wide }));
    expect(first).toMatchObject({ code: 'programs.remote-helper-unseen', mend: 'git-set-up' });
    expect(first?.cause).toContain('the PATH of Daypass and other desktop programs');
  });
});

describe('Daypass itself', () => {
  beforeEach(() => begin());

  test('is not on the PATH, which is told and makes nobody ill', async () => {
    const env = { PATH: '/usr/bin:/bin' };
    expect((await home.inShell(SH, 'daypass --version', env)).status).toBe(127);
    const none = await found('programs.no-daypass', SH, env);
    expect(none?.fix).toContain(home.path('.daypass/bin'));
    expect((await home.inShell(SH, `PATH="${home.path('.daypass/bin')}:$PATH" daypass --version`, env)).status).toBe(0);
  });

  test('is another version first on the PATH', async () => {
    const other = home.path('old/daypass');
    script(other, '#!/bin/sh\necho "daypass 0.1"\n');
    const env = { PATH: `${home.path('old')}:${home.person.env.PATH}` };
    expect((await home.inShell(SH, 'daypass --version', env)).stdout).toBe('daypass 0.1\n');
    const [first] = illIn(await home.doctor(SH, env)).filter(({ code }) => code.startsWith('programs'));
    expect(first).toMatchObject({
      code: 'programs.other-daypass',
      evidence: [`path = ${other}`, `path = ${home.path('.daypass/bin/daypass')}`],
    });
    home.remove('old');
    expect(await found('programs.other-daypass', SH, env)).toBeUndefined();
    // A copy of ours is ours.
    mkdirSync(home.path('old'));
    copyFileSync(home.path('.daypass/bin/daypass'), other);
    expect(await found('programs.other-daypass', SH, env)).toBeUndefined();
  });

  test('has another home in a shell that says so', async () => {
    home.write('.bash_profile', 'export DAYPASS_HOME="$HOME/second"\n');
    cpSync(home.path('.daypass/bin'), home.path('second/bin'), { recursive: true });
    // That one asks a Daypass that does not run.
    expect((await home.inShell(LOGIN, '"$HOME/second/bin/daypass" status')).status).toBe(3);
    home.write('.bash_profile', `export DAYPASS_HOME=${home.path('second')}\n`);
    expect(await found('programs.two-homes')).toMatchObject({ cause: expect.stringContaining(home.path('second')) });
    home.remove('.bash_profile');
    expect(await found('programs.two-homes')).toBeUndefined();
  });

  test('names what AWS’s clients on the PATH cannot do, and makes nobody ill by it', async () => {
    const folder = home.path('clients');
    for (const name of ['s3fs', 'cdk', 'restic'])
      script(join(folder, name), '#!/bin/sh\necho started >>"$HOME/started"\n');
    const all = allIn(await home.doctor(SH, { PATH: `${folder}:${home.person.env.PATH}` }));
    const notes = all.filter(({ evidence }) => evidence[0]?.startsWith(`path = ${folder}`));
    expect(notes.map(({ code, severity }) => `${code} ${severity}`).sort()).toEqual([
      'client.cdk info',
      'client.restic info',
      'client.s3fs info',
    ]);
    // They are looked for, and not started.
    expect(() => home.read('started')).toThrow();
  });
});

describe('a file of certificates that is not there', () => {
  test('keeps the AWS CLI from every address', async () => {
    await begin();
    const { proxyUrl, codecommit } = home.person.aws;
    const asks = 'env -u AWS_ENDPOINT_URL $aws sts get-caller-identity --profile work --region eu-west-1';
    const env = { HTTPS_PROXY: proxyUrl };
    home.write('.bash_profile', `export AWS_CA_BUNDLE=${home.path('gone.pem')}\n`);
    const before = await home.inShell(LOGIN, asks, env);
    expect(before.stderr).toMatch(
      /Could not find a suitable TLS CA certificate bundle, invalid path|SSL validation failed .*No such file/,
    );
    const [first] = illIn(await home.doctor(LOGIN, env));
    expect(first).toMatchObject({
      code: 'network.no-ca-file',
      evidence: [`${home.path('.bash_profile')}:1: AWS_CA_BUNDLE=${home.path('gone.pem')}`],
    });
    copyFileSync(codecommit.caFile, home.path('gone.pem'));
    expect((await home.inShell(LOGIN, asks, env)).status).toBe(0);
    expect(await found('network.no-ca-file', LOGIN, env)).toBeUndefined();
  });

  test('keeps git from every repository', async () => {
    await begin();
    const { aws } = home.person;
    await aws.addRepository('app');
    await home.app.git.apply('set-up');
    await home.signIn();
    const asks = `git ls-remote ${home.person.repositoryUrl('app')}`;
    home.write('.bash_profile', `export GIT_SSL_CAINFO=${home.path('gone.pem')}\n`);
    const broken = await home.inShell(LOGIN, asks);
    expect(broken.stderr).toMatch(/SSL CA cert|error (?:setting certificate|adding trust anchors)/i);
    const [first] = illIn(await home.doctor(LOGIN));
    expect(first).toMatchObject({
      code: 'network.no-ca-file',
      evidence: [`${home.path('.bash_profile')}:1: GIT_SSL_CAINFO=${home.path('gone.pem')}`],
    });
    copyFileSync(aws.codecommit.caFile, home.path('gone.pem'));
    expect((await home.inShell(LOGIN, asks)).status).toBe(0);
    expect(await found('network.no-ca-file', LOGIN)).toBeUndefined();
  });

  test('is found in git’s own configuration', async () => {
    await begin();
    await home.person.git(['config', '--global', 'http.sslCAInfo', home.path('gone.pem')]);
    const told = await found('network.no-ca-file');
    expect(told?.evidence[0]).toContain(`.gitconfig: http.sslcainfo=${home.path('gone.pem')}`);
  });
});

describe('a proxy', () => {
  test('whose address is none keeps the AWS CLI from AWS', async () => {
    await begin();
    const asks = 'env -u AWS_ENDPOINT_URL $aws sts get-caller-identity --profile work --region eu-west-1';
    const { proxyUrl, codecommit } = home.person.aws;
    const ca = { AWS_CA_BUNDLE: codecommit.caFile };
    const wrong = { ...ca, HTTPS_PROXY: 'http://ann:planted@proxy:port' };
    expect((await home.inShell(SH, asks, wrong)).status).not.toBe(0);
    const [first] = illIn(await home.doctor(SH, wrong));
    expect(first).toMatchObject({ code: 'network.proxy-malformed', evidence: ['HTTPS_PROXY=http://proxy:port'] });
    const right = { ...ca, HTTPS_PROXY: proxyUrl };
    expect((await home.inShell(SH, asks, right)).status).toBe(0);
    expect(await found('network.proxy-malformed', SH, right)).toBeUndefined();
    expect(await found('network.proxies-differ', SH, right)).toMatchObject({ severity: 'info' });
    expect(home.said).not.toContain('planted');
  });

  test('that git’s configuration names is told, without its password', async () => {
    await begin();
    await home.person.git(['config', '--global', 'http.proxy', 'http://ann:planted@127.0.0.1:1']);
    const told = await found('network.git-proxy');
    expect(told?.evidence[0]).toMatch(/\.gitconfig: http\.proxy=http:\/\/127\.0\.0\.1:1$/);
    await home.person.git(['config', '--global', '--unset', 'http.proxy']);
    expect(await found('network.git-proxy')).toBeUndefined();
    expect(home.said).not.toContain('planted');
  });
});

test('certificates that git does not check are found where that is said', async () => {
  await begin();
  await home.person.git(['config', '--global', 'http.sslVerify', 'false']);
  const [first] = illIn(await home.doctor());
  expect(first).toMatchObject({ code: 'network.unverified' });
  expect(first?.evidence[0]).toContain('.gitconfig: http.sslverify=false');
  await home.person.git(['config', '--global', '--unset', 'http.sslVerify']);
  expect(await found('network.unverified')).toBeUndefined();
});

describe('SignatureDoesNotMatch', () => {
  test.each([
    [3_600_000, /Signature expired/, 'slow'],
    [-3_600_000, /Signature not yet current/, 'fast'],
  ])('of a clock that is %i ms from AWS’s is the clock’s', async (skew, refused, word) => {
    await begin();
    const { faults } = home.person.aws;
    faults.skewMs = skew;
    const asks = '$aws sts get-caller-identity --profile work';
    const before = await home.inShell(SH, asks);
    expect(before.stderr).toMatch(/SignatureDoesNotMatch/);
    expect(before.stderr).toMatch(refused);
    // Daypass learns AWS's time by the first answer, a refusal too.
    await home.signIn().catch(() => {});
    const [first, ...more] = illIn(await home.doctor());
    expect(first).toMatchObject({ code: 'clock.refused', cause: expect.stringContaining(`60 min ${word}`) });
    expect(first?.evidence).toEqual([expect.stringMatching(/^AWS: 2/), expect.stringMatching(/^localhost: 2/)]);
    expect(more.map(({ code }) => code)).not.toContain('key.wrong-secret');
    // The clock is set right.
    faults.skewMs = 0;
    expect((await home.inShell(SH, asks)).status).toBe(0);
    await home.signIn().catch(() => {});
    expect(illIn(await home.doctor()).map(({ code }) => code)).not.toContain('clock.refused');
  });

  test('of a wrong secret is the secret’s, and the clock is well', async () => {
    await begin();
    const right = home.read('.aws/credentials');
    const { secretAccessKey } = home.person.aws.user;
    const wrong = `planted${secretAccessKey.slice(7)}`;
    home.write('.aws/credentials', right.replace(secretAccessKey, wrong));
    const asks = '$aws sts get-caller-identity --profile work';
    const before = await home.inShell(SH, asks);
    expect(before.stderr).toMatch(/SignatureDoesNotMatch/);
    expect(before.stderr).not.toMatch(/expired|not yet/);
    await home.signIn().catch(() => {});
    const checks = await home.doctor();
    expect(checks.find(({ name }) => name === 'clock')?.verdict).toBe('good');
    const errors = allIn(checks).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ code, profile }) => `${code} ${profile}`)).toEqual(['key.wrong-secret work-mfa']);
    home.write('.aws/credentials', right);
    expect((await home.inShell(SH, asks)).status).toBe(0);
    await home.signIn();
    expect(await found('key.wrong-secret')).toBeUndefined();
    expect((await home.inShell(SH, LIST)).status).toBe(0);
    expect(home.said).not.toContain('planted');
  });
});

describe('the way to AWS', () => {
  test('that is broken off shows as the network’s, not as the profile’s', async () => {
    await begin({ HTTPS_PROXY: 'http://ann:planted@127.0.0.1:1' });
    home.person.aws.faults.dropConnections = true;
    const before = await home.inShell(SH, '$aws sts get-caller-identity --profile work --cli-connect-timeout 2');
    expect(before.stderr).toMatch(/Connection was closed|Could not connect|Connection reset/);
    await home.signIn().catch(() => {});
    const [first, ...more] = illIn(await home.doctor());
    expect(first).toMatchObject({
      code: 'network.offline',
      profile: 'work-mfa',
      evidence: ['HTTPS_PROXY=http://127.0.0.1:1'],
    });
    expect(more.map(({ code }) => code)).not.toContain('network.offline');
    home.person.aws.faults.dropConnections = false;
    await home.signIn();
    expect(await found('network.offline')).toBeUndefined();
    expect(home.said).not.toContain('planted');
  });
});
