// The real git against CodeCommit's stand-in: clone, pull and push with our answers, and `codecommit:` URLs.
import { existsSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Aws } from '../aws/aws.ts';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { GitHome, profile } from './git-home.ts';
import { until } from './until.ts';

let stand: SignedIn;
let aws: Aws;
let keys: SignedIn['keys'];
let home: GitHome;

beforeAll(async () => {
  stand = await startSignedIn();
  ({ aws, keys } = stand);
});
afterAll(() => stand.stop());

let repositories = 0;
let repository: string;
const url = () => aws.codecommit.url(repository);

beforeEach(async () => {
  home = new GitHome();
  home.profiles = [profile('work', aws.codecommit.region)];
  repository = `app-${++repositories}`;
  await aws.addRepository(repository);
  await home.git(['config', '--global', 'user.name', 'u']);
  await home.git(['config', '--global', 'user.email', 'u@example.com']);
  await home.git(['config', '--global', 'credential.helper', 'store']);
  await home.leadTo(aws);
  await home.startApp();
});
afterEach(async () => {
  aws.faults.codecommit401 = false;
  await home.remove();
});

const clone = (from = url(), env = {}) => home.git(['clone', from, 'clone'], { env });

async function commitAndPush(env = {}) {
  const cwd = home.path('clone');
  writeFileSync(join(cwd, 'file'), `${Math.random()}\n`);
  await home.git(['add', '.'], { cwd });
  await home.git(['commit', '-m', 'a change'], { cwd });
  return home.git(['push', 'origin', 'HEAD'], { cwd, env });
}

const stale = () => `https://${keys.accessKeyId}%25old:20200101T000000Z00@${aws.codecommit.host}\n`;

describe('set up', () => {
  beforeEach(async () => {
    await home.setup().apply('set-up');
    home.signIn('work', keys);
  });

  test('clone, push, pull; a stale entry of another helper does no harm and nothing new is stored', async () => {
    home.write('.git-credentials', stale(), 0o600);
    expect((await clone()).status).toBe(0);
    expect(await commitAndPush()).toMatchObject({ status: 0 });
    expect((await home.git(['pull', 'origin', 'HEAD'], { cwd: home.path('clone') })).status).toBe(0);
    expect(home.read('.git-credentials')).toBe(stale());
    expect(home.uses.every(({ outcome, what }) => outcome === 'answered' && what === repository)).toBe(true);
  });

  test('what the server says to a push is asked without a push, a repository or a person', async () => {
    expect(await home.port().askPush(url())).toBe('taken');
    expect(await home.port().askPush(aws.codecommit.url('nowhere'))).toBe('missing');
    home.signOut();
    expect(await home.port().askPush(url())).toBeNull();
    expect(home.waited).toEqual([]);
    const { accessKeyId, secretAccessKey } = aws.user;
    // Without MFA.
    home.signIn('work', { accessKeyId, secretAccessKey, sessionToken: '' });
    expect(await home.port().askPush(url())).toBe('forbidden');
    await home.setup().apply('undo');
    home.write('askpass', `#!/bin/sh\ntouch '${home.path('asked')}'\n`, 0o755);
    for (const name of ['GIT_ASKPASS', 'SSH_ASKPASS']) {
      expect(await home.port({ [name]: home.path('askpass') }).askPush(url())).toBeNull();
    }
    expect(home.read('asked')).toBeNull();
  });

  test('a push that was started signed out waits and arrives', async () => {
    await clone();
    home.signOut();
    const pushed = commitAndPush();
    await until(() => home.waiting.list().some((git) => git.repository === repository));
    home.signIn('work', keys);
    expect((await pushed).status).toBe(0);
  });

  test('AWS says 404, which git tells nobody: AWS is asked, and which profile was meant is known', async () => {
    const { status, stderr } = await home.git(['clone', aws.codecommit.url('nowhere'), 'clone']);
    expect([status, stderr]).toEqual([128, expect.stringMatching(/repository '.*' not found/)]);
    expect(home.scriptCalls()).toEqual([]);
    await until(() => home.served.some(({ failure }) => failure !== null));
    const failure = { code: 'git.likely-404', params: { repository: 'nowhere', profile: 'work-mfa' } };
    expect(home.served).toMatchObject([{ repository: 'nowhere', profile: 'work', confirmed: false, failure }]);
  });

  test('AWS says 401: git tells us, and it is known whose password it was', async () => {
    aws.faults.codecommit401 = true;
    home.signIn('work', { ...keys, sessionToken: 'wrong' });
    expect((await clone()).status).toBe(128);
    expect(home.uses).toMatchObject([
      { outcome: 'answered', profile: 'work' },
      { outcome: 'rejected-by-aws', profile: 'work' },
    ]);
  });

  test('a user in the URL or a line of ~/.netrc goes to the server in our place: both are found', async () => {
    const setup = home.setup();
    expect((await clone(url().replace('https://', 'https://me@'))).stderr).toContain('403');

    home.write('.netrc', `machine ${aws.codecommit.host} login me password old\n`, 0o600);
    expect((await clone()).stderr).toContain('403');
    await setup.refresh();
    expect(setup.view?.findings).toMatchObject([{ code: 'netrc', value: aws.codecommit.host }]);
  });

  test('somebody’s own git credential goes to the server, and what that says goes to their helper', async () => {
    aws.faults.codecommit401 = true;
    home.write('.git-credentials', `https://ann-at-123456789012:kept@${aws.codecommit.host}\n`, 0o600);
    await home.git(['config', '--global', `credential.https://${aws.codecommit.host}.username`, 'ann-at-123456789012']);
    const { stderr } = await clone();
    expect(stderr).toContain('Authentication failed');
    expect(home.read('.git-credentials')).toBe('');
    expect(home.uses).toEqual([]);
  });

  test.each(['codecommit://', 'codecommit::eu-west-1://', 'codecommit::eu-west-1://work-mfa@', 'codecommit://work@'])(
    '%s needs no program on the PATH',
    async (head) => {
      const bare = { PATH: process.env.PATH ?? '' };
      expect(await clone(`${head}${repository}`, bare)).toMatchObject({ status: 0 });
      expect(await commitAndPush(bare)).toMatchObject({ status: 0 });
      expect(home.uses.every(({ profile: by }) => by === 'work')).toBe(true);
    },
  );
});

describe('set up, and another git-remote-codecommit on the PATH', () => {
  let env: Record<string, string>;
  const called = () => home.read('called');
  const lsRemote = (from: string, more = {}) => home.git(['ls-remote', from], { env: { ...env, ...more } });

  beforeEach(async () => {
    await home.setup().apply('set-up');
    home.signIn('work', keys);
    home.write('bin/git-remote-codecommit', `#!/bin/sh\necho "$*" >>'${home.path('called')}'\nexit 9\n`, 0o755);
    env = { PATH: `${home.path('bin')}:${process.env.PATH}` };
  });

  test.each([
    ['codecommit::eu-west-1://other@REPOSITORY', 'eu-west-1://other@REPOSITORY'],
    ['codecommit://other@REPOSITORY', 'codecommit://other@REPOSITORY'],
    ['codecommit::us-west-2://o.th-er@REPOSITORY', 'us-west-2://o.th-er@REPOSITORY'],
  ])('%s of a profile that Daypass does not know is left to that one, as it stands', async (form, given) => {
    const from = form.replace('REPOSITORY', repository);
    await lsRemote(from);
    expect(called()).toBe(`${from} ${given.replace('REPOSITORY', repository)}\n`);
    expect(home.uses).toEqual([]);
  });

  test.each(['codecommit://', 'codecommit::eu-west-1://', 'codecommit::eu-west-1://work-mfa@', 'codecommit://work@'])(
    '%s is Daypass’s',
    async (head) => {
      expect(await lsRemote(`${head}${repository}`)).toMatchObject({ status: 0 });
      expect(called()).toBeNull();
    },
  );

  test('a variable for other tools does not turn a URL without a profile away from Daypass', async () => {
    const more = { AWS_PROFILE: 'other', AWS_REGION: 'us-east-1' };
    expect(await lsRemote(`codecommit://${repository}`, more)).toMatchObject({ status: 0 });
    expect(called()).toBeNull();
  });

  test('of several profiles the URL’s own is asked', async () => {
    home.profiles = [...home.profiles, profile('home', aws.codecommit.region)];
    await home.setup().bringUpToDate();
    home.remembered = { [`${aws.codecommit.host}/${repository}`]: 'home' };
    expect(await lsRemote(`codecommit::eu-west-1://work-mfa@${repository}`)).toMatchObject({ status: 0 });
    expect(home.uses).toMatchObject([{ profile: 'work' }]);
  });

  test('a region that no profile names is asked for as its https URL is', async () => {
    const trace = home.path('trace');
    await lsRemote(`codecommit::ap-east-1://${repository}`, { GIT_TRACE: trace, https_proxy: 'http://127.0.0.1:1' });
    expect(home.read('trace')).toContain(`https://git-codecommit.ap-east-1.amazonaws.com/v1/repos/${repository}`);
    expect(called()).toBeNull();
  });

  test('in a submodule git’s own rule for it holds', async () => {
    await clone();
    await commitAndPush();
    await home.git(['init', 'r']);
    const add = (from: string, to: string) =>
      home.git(['submodule', 'add', `${from}${repository}`, to], { env, cwd: home.path('r') });
    expect((await add('codecommit::eu-west-1://other@', 'a')).stderr).toContain('does not allow codecommit');
    expect(called()).toBeNull();
    await home.git(['config', '--global', 'protocol.codecommit.allow', 'always']);
    await add('codecommit::eu-west-1://other@', 'b');
    expect(called()).toContain('other@');
    expect(await add('codecommit::eu-west-1://', 'c')).toMatchObject({ status: 0 });
  });

  test.each([
    ['no other one is there', () => ({ PATH: process.env.PATH ?? '' })],
    [
      'the other one is a link to ours',
      () => {
        symlinkSync(join(home.folder, 'bin/git-remote-codecommit'), home.path('link'));
        renameSync(home.path('link'), home.path('bin/git-remote-codecommit'));
        return env;
      },
    ],
  ])('%s: what is missing is said, and git asks nobody', async (_, make) => {
    const { status, stderr } = await lsRemote(`codecommit::eu-west-1://other@${repository}`, make());
    expect(status).toBe(128);
    expect(stderr).toContain('Daypass has no profile other');
    expect(stderr).toContain('Its profiles are: work-mfa work');
    expect(stderr).not.toContain('Username');
  });
});

test('not set up, a stale entry is what CodeCommit gets, and it stays: this is what Daypass is against', async () => {
  home.write('.git-credentials', stale(), 0o600);
  const { status, stderr } = await clone();
  expect([status, stderr]).toEqual([128, expect.stringContaining('The requested URL returned error: 403')]);
  expect(home.read('.git-credentials')).toBe(stale());
  const setup = home.setup();
  await setup.refresh();
  expect(setup.view).toMatchObject({ setUp: false, findings: [{ code: 'keeps-passwords' }] });
});

describe('git-remote-codecommit, git not set up', () => {
  let env: Record<string, string>;

  beforeEach(async () => {
    home.write('.git-credentials', stale(), 0o600);
    home.signIn('work', keys);
    env = { PATH: `${join(home.folder, 'bin')}:${process.env.PATH}` };
  });

  test.each([
    ['codecommit::eu-west-1://REPOSITORY', {}],
    ['codecommit::eu-west-1://work-mfa@REPOSITORY', {}],
    ['codecommit://work-mfa@REPOSITORY', { AWS_DEFAULT_REGION: 'eu-west-1' }],
    ['codecommit://REPOSITORY/', { AWS_REGION: 'eu-west-1' }],
  ])('%s: clone and push, past a stale entry', async (form, more) => {
    const from = form.replace('REPOSITORY', repository);
    expect(await clone(from, { ...env, ...more })).toMatchObject({ status: 0 });
    expect(await commitAndPush({ ...env, ...more })).toMatchObject({ status: 0 });
    expect(home.read('.git-credentials')).toBe(stale());
  });

  test('the region of the profile in AWS’s config', async () => {
    home.write('.aws/config', '[default]\nregion=us-west-2\n[profile work]\noutput = json\nregion = eu-west-1\r\n');
    expect(await clone(`codecommit://work@${repository}`, env)).toMatchObject({ status: 0 });
  });

  test('the profile of the URL chooses, not the remembered one', async () => {
    home.profiles = [...home.profiles, profile('home', aws.codecommit.region)];
    home.remembered = { [`${aws.codecommit.host}/${repository}`]: 'home' };
    expect(await clone(`codecommit::eu-west-1://work-mfa@${repository}`, env)).toMatchObject({ status: 0 });
    expect(home.uses).toMatchObject([{ profile: 'work' }]);
  });

  test('no secret is in an argument, an environment or a URL', async () => {
    const trace = home.path('trace');
    await clone(`codecommit::eu-west-1://work-mfa@${repository}`, {
      ...env,
      GIT_TRACE: trace,
      GIT_TRACE2_EVENT: trace,
    });
    const seen = home.read('trace') ?? '';
    expect(seen).toContain('remote-https');
    for (const secret of [keys.secretAccessKey, keys.sessionToken, keys.accessKeyId])
      expect(seen).not.toContain(secret);
    expect(home.read('clone/.git/config')).toMatch(/url = codecommit::eu-west-1:\/\/work-mfa@app-\d+\n/);
  });

  test.each(['sh', 'dash', 'bash', 'busybox sh'])('says what is wrong with a URL (%s)', async (shell) => {
    const [program = '', ...args] = shell.split(' ');
    if (!existsSync(`/usr/bin/${program}`) && !existsSync(`/bin/${program}`)) return;
    const cases: readonly (readonly [string, string])[] = [
      ['repo', 'malformed: repo'],
      ['codecommit://', 'malformed: codecommit://'],
      ['codecommit://@repo', 'malformed'],
      ['codecommit://p@', 'not the name of a repository: \n'],
      ['codecommit://p@a/b', 'not the name of a repository: a/b'],
      ['codecommit://p@..', 'not the name of a repository'],
      ['codecommit://p@ré', 'not the name of a repository'],
      [`codecommit://p@${'x'.repeat(101)}`, 'at most 100'],
      ['codecommit://p\n@repo', 'malformed'],
      ['codecommit://nobody@repo', 'No AWS Region is known for this profile: nobody'],
      ['codecommit://https://git-codecommit.us-east-1.amazonaws.com/v1/repos/app', 'a whole address'],
      ['https://me@git-codecommit.us-east-1.amazonaws.com/v1/repos/app', 'a whole address'],
      ['us_east_1://repo', 'not an AWS Region: us_east_1'],
      ['US-EAST-1://repo', 'not an AWS Region'],
      ['evil.example/x-y-1://repo', 'not an AWS Region'],
      ['us-east-1.evil.example#-1://repo', 'not an AWS Region'],
    ];
    for (const [given, said] of cases) {
      const ran = await home.run(program, [...args, join(home.folder, 'bin/git-remote-codecommit'), 'origin', given]);
      expect([given, ran.status, ran.stdout]).toEqual([given, 1, '']);
      expect(ran.stderr).toContain(said);
    }
  });
});
