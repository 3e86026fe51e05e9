// The real git and every AWS CLI of this machine fail at the stand-in, and `daypass explain -` reads what they say.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FailureCode } from '../../electron/core/base/failure.ts';
import { explain, messagesIn } from '../../electron/core/i18n/messages.ts';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { awsPrograms } from '../world/programs.ts';
import { CommandHome, run } from './command-home.ts';

let stand: SignedIn;
let home: CommandHome;

beforeAll(async () => {
  stand = await startSignedIn();
  await stand.aws.addRepository('app');
  stand.aws.addBucket('bucket');
  home = await CommandHome.make();
  await home.start();
});
afterAll(async () => {
  await home?.remove();
  await stand?.stop();
});
afterEach(() => {
  Object.assign(stand.aws.faults, { codecommit401: false, codecommit429: false, skewMs: 0, throttle: false });
  Object.assign(stand.aws.faults, { proxyLogin: undefined });
});

const LANGUAGES = [
  ['en', { LC_ALL: 'C.UTF-8' }, 'en_US.UTF-8'],
  ['zh-TW', { LC_ALL: 'C.UTF-8', LANGUAGE: 'zh_TW' }, 'zh_TW.UTF-8'],
] as const;

async function explained(text: string, locale: string = 'en_US.UTF-8') {
  return run(home.script, ['explain', '-'], { env: { ...home.env, LANG: locale }, input: text });
}

const causeOf = (code: FailureCode, language: 'en' | 'zh-TW'): string => {
  const { cause } = messagesIn(language).failures[code];
  return `- ${cause.split('{', 1)[0]}`;
};

describe.each(LANGUAGES)('git in %s', (language, speaks, locale) => {
  const helper = (username: string) => `!f() { echo username=${username}; echo password=old; }; f`;
  const git = (words: readonly string[], more: NodeJS.ProcessEnv = {}) => {
    const { codecommit } = stand.aws;
    const routed = codecommit.gitConfig().flatMap((setting) => ['-c', setting]);
    const env = {
      ...home.env,
      ...speaks,
      ...codecommit.gitEnvironment(),
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_TERMINAL_PROMPT: '0',
    };
    return run('git', [...routed, '-c', 'credential.helper=', ...words], { env: { ...env, ...more } });
  };
  const url = () => stand.aws.codecommit.url('app');

  const CASES: readonly (readonly [name: string, ask: () => ReturnType<typeof git>, code: FailureCode])[] = [
    [
      'a stale password',
      () => git(['-c', `credential.helper=${helper('ASIAIOSFODNN7EXAMPLE')}`, 'ls-remote', url()]),
      'heard.git-403',
    ],
    [
      'a 401',
      () => {
        stand.aws.faults.codecommit401 = true;
        return git(['-c', `credential.helper=${helper('u')}`, 'ls-remote', url()]);
      },
      'git.said-401',
    ],
    [
      'a 429',
      () => {
        stand.aws.faults.codecommit429 = true;
        return git(['-c', `credential.helper=${helper('u')}`, 'ls-remote', url()]);
      },
      'aws.throttled',
    ],
    [
      'a proxy that wants a password',
      () => {
        stand.aws.faults.proxyLogin = { user: 'u', password: 'p' };
        return git(['ls-remote', url()]);
      },
      'network.proxy',
    ],
    ['no helper', () => git(['ls-remote', url()]), 'heard.git-no-password'],
    [
      'a helper that is gone',
      () => git(['-c', "credential.helper=!'/nowhere/daypass' git-credential", 'ls-remote', url()]),
      'heard.git-program',
    ],
    ['no remote helper', () => git(['ls-remote', 'codecommit::eu-west-1://work@app']), 'heard.git-no-helper'],
    [
      'a transport that is not allowed',
      () => git(['-c', 'protocol.codecommit.allow=never', 'ls-remote', 'codecommit::eu-west-1://app']),
      'heard.git-transport',
    ],
    [
      'an authority that is not known',
      () => git(['ls-remote', url()], { GIT_SSL_CAINFO: '/dev/null' }),
      'network.certificate',
    ],
    [
      'a host that is not there',
      () => git(['ls-remote', 'https://git-codecommit.invalid/v1/repos/app']),
      'heard.no-such-host',
    ],
  ];

  test.each(CASES)('%s', async (_, ask, code) => {
    const failed = await ask();
    expect(failed.status).not.toBe(0);
    const { status, stdout } = await explained(failed.stderr, locale);
    expect(stdout, failed.stderr).toContain(causeOf(code, language));
    expect(status).toBe(0);
  });
});

describe.each(awsPrograms())('$path', ({ path }) => {
  const aws = (words: readonly string[], more: NodeJS.ProcessEnv, endpoint = true) => {
    const { aws: there } = stand;
    const env = {
      PATH: process.env.PATH,
      HOME: home.folder,
      LC_ALL: 'C.UTF-8',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_PAGER: '',
      AWS_MAX_ATTEMPTS: '1',
      AWS_DEFAULT_REGION: 'eu-west-1',
    };
    return run(path, [...(endpoint ? ['--endpoint-url', there.url] : []), ...words], { env: { ...env, ...more } });
  };
  const keys = () => ({
    AWS_ACCESS_KEY_ID: stand.aws.user.accessKeyId,
    AWS_SECRET_ACCESS_KEY: stand.aws.user.secretAccessKey,
  });
  const WHO = ['sts', 'get-caller-identity'];

  const CASES: readonly (readonly [name: string, ask: () => ReturnType<typeof aws>, code: FailureCode])[] = [
    ['no credentials', () => aws(WHO, {}), 'heard.no-credentials'],
    [
      'no region',
      () => aws(['ec2', 'describe-instances'], { ...keys(), AWS_DEFAULT_REGION: '' }, false),
      'heard.region-missing',
    ],
    ['no such profile', () => aws(['--profile', 'work mfa', ...WHO], {}), 'heard.profile-missing'],
    ['half a key', () => aws(WHO, { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' }), 'heard.half-a-key'],
    ['an unknown key', () => aws(WHO, { ...keys(), AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE' }), 'heard.key-unknown'],
    ['a wrong secret', () => aws(WHO, { ...keys(), AWS_SECRET_ACCESS_KEY: 'wrong' }), 'key.wrong-secret'],
    [
      'a slow clock',
      () => {
        stand.aws.faults.skewMs = 20 * 60_000;
        return aws(WHO, keys());
      },
      'heard.clock',
    ],
    [
      'a fast clock',
      () => {
        stand.aws.faults.skewMs = -20 * 60_000;
        return aws(WHO, keys());
      },
      'heard.clock',
    ],
    [
      'a busy AWS',
      () => {
        stand.aws.faults.throttle = true;
        return aws(WHO, keys());
      },
      'aws.throttled',
    ],
    ['no MFA', () => aws(['s3', 'ls', 's3://bucket'], keys()), 'heard.no-mfa'],
    ['no MFA, asked for a head', () => aws(['s3', 'cp', 's3://bucket/x', 'x'], keys()), 'heard.denied'],
    [
      'a wrong code',
      () =>
        aws(['sts', 'get-session-token', '--serial-number', stand.aws.user.serial, '--token-code', '000000'], keys()),
      'code.rejected',
    ],
    ['no server', () => aws(WHO, { ...keys(), AWS_DEFAULT_REGION: 'xx-nowhere-1' }, false), 'heard.no-such-host'],
    [
      'a proxy that is not there',
      () => aws(WHO, { ...keys(), HTTPS_PROXY: 'http://127.0.0.1:1' }, false),
      'network.proxy',
    ],
  ];

  test.each(CASES)('%s', async (_, ask, code) => {
    const failed = await ask();
    expect(failed.status).not.toBe(0);
    const { status, stdout } = await explained(failed.stderr);
    expect(stdout, failed.stderr).toContain(causeOf(code, 'en'));
    expect(status).toBe(0);
  });

  test('an expired session, asked for a list and for a head', async () => {
    const { keys: session } = await startExpired();
    const env = {
      AWS_ACCESS_KEY_ID: session.accessKeyId,
      AWS_SECRET_ACCESS_KEY: session.secretAccessKey,
      AWS_SESSION_TOKEN: session.sessionToken,
    };
    expect((await explained((await aws(WHO, env)).stderr)).stdout).toContain(causeOf('session.expired', 'en'));
    const head = await aws(['s3', 'cp', 's3://bucket/x', 'x'], env);
    expect((await explained(head.stderr)).stdout, head.stderr).toContain(causeOf('heard.bad-request', 'en'));
  });
});

/** The stand-in's session, ended; nobody here needs it any more. */
async function startExpired(): Promise<Pick<SignedIn, 'keys'>> {
  stand.aws.expireSession(stand.keys.accessKeyId);
  return stand;
}

test('what is not known comes back without its secrets, and says so', async () => {
  const { status, stdout, stderr } = await explained('lp0 on fire\npassword=hunter2\n');
  expect([status, stdout]).toEqual([1, 'lp0 on fire\npassword=…\n']);
  expect(stderr).toContain(`daypass: ${messagesIn('en').explain.unknown}\n`);
});

test('a text may stand on the command line, in any letters', async () => {
  const { status, stdout } = await run(
    home.script,
    ['explain', 'fatal: 版本庫 ‘https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app’ 未找到'],
    { env: home.env },
  );
  expect([status, stdout.includes(explain({ code: 'heard.git-404', params: {} }, 'en').cause)]).toEqual([0, true]);
});

test('a megabyte is read, and more is refused', async () => {
  const megabyte = `${'x'.repeat(1_048_575 - 24)}\nError: Region is missing`;
  expect((await explained(megabyte)).status).toBe(0);
  expect(await explained(`${megabyte}!`)).toEqual({
    status: 2,
    stdout: '',
    stderr: 'daypass: The input is too large.\n',
  });
});

test('where Daypass is not running, that is said', async () => {
  const other = await CommandHome.make();
  const { status, stderr } = await run(other.script, ['explain', '-'], { env: other.env, input: 'x' });
  expect([status, stderr]).toEqual([3, expect.stringContaining('Daypass is not running.')]);
  await other.remove();
});
