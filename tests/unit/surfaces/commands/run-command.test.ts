import { describe, expect, it } from 'vitest';
import { endpointLines, sessionLines, undoLines } from '../../../../electron/core/aws/session-variables.ts';
import { FAILURES } from '../../../../electron/core/base/catalogue.ts';
import { failure } from '../../../../electron/core/base/failure.ts';
import { messagesIn } from '../../../../electron/core/i18n/messages.ts';
import { fill } from '../../../../electron/core/i18n/say.ts';
import type { Language } from '../../../../electron/core/i18n/words.ts';
import type { CommandReply } from '../../../../electron/core/surfaces/commands/request.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp, KEYS, NOW, someProfile } from '../../../fakes/command-app.ts';

interface Asked {
  readonly input?: string;
  readonly language?: Language | null;
  readonly signal?: AbortSignal;
}

function run(app: FakeCommandApp, line: string | readonly string[], asked: Asked = {}): Promise<CommandReply> {
  const [command = '', ...args] = typeof line === 'string' ? line.split(' ').filter(Boolean) : line;
  const { input = '', language = 'en', signal = new AbortController().signal } = asked;
  return runCommand(app, { command, args, input, language, signal });
}

function signedIn(): FakeCommandApp {
  const app = new FakeCommandApp();
  app.grant('work-mfa');
  return app;
}

describe('wrong use exits 2', () => {
  it.each([
    ['nope', 'Unknown command “nope”.', '“daypass help” lists the commands.'],
    ['constructor', 'Unknown command “constructor”.', '“daypass help” lists the commands.'],
    ['status --xml', 'Unknown option --xml.', 'Usage: daypass status [--json | --names]'],
    ['credentials', 'An argument is missing.', 'Usage: daypass credentials PROFILE [--wait]'],
    ['git', 'An argument is missing.', 'Usage: daypass git setup|undo|mend|status [--yes]'],
    ['git constructor', 'Unexpected argument “constructor”.', 'Usage: daypass git setup|undo|mend|status [--yes]'],
    ['git redo', 'Unexpected argument “redo”.', 'Usage: daypass git setup|undo|mend|status [--yes]'],
    ['exec work-mfa', 'An argument is missing.', 'Usage: daypass exec [PROFILE] [--wait] -- COMMAND [ARGUMENT …]'],
    ['help nope', 'Unknown command “nope”.', '“daypass help” lists the commands.'],
    ['quit now', 'Unexpected argument “now”.', 'Usage: daypass quit'],
  ])('%s', async (line, cause, fix) => {
    expect(await run(signedIn(), line)).toEqual({
      status: 2,
      stdout: '',
      stderr: `daypass: ${cause}\ndaypass: ${fix}\n`,
    });
  });

  it('env for an unknown shell', async () => {
    const { status, stdout, stderr } = await run(signedIn(), 'env --shell tcsh');
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'daypass: “tcsh” isn’t a supported shell. Supported: sh, bash, zsh, dash, ksh, fish, powershell, pwsh, cmd.\n' +
        'daypass: Usage: daypass env [PROFILE] [--shell bash|fish|powershell|cmd] [--unset] [--endpoint] [--wait]\n',
    );
  });
});

describe('failures', () => {
  it('are a line of cause and a line of fix, and exit 1', async () => {
    const app = new FakeCommandApp();
    app.rejects = failure('code.rejected');
    const reply = await run(app, 'sign-in --code 123456');
    expect(reply.status).toBe(1);
    expect(reply.stderr).toMatch(/^daypass: AWS didn’t accept the code.*\ndaypass: Type the next code\..*\n$/);
  });

  it('speak the language of the terminal, or else of the app', async () => {
    const app = new FakeCommandApp();
    app.language = 'zh-TW';
    expect((await run(app, 'nope', { language: null })).stderr).toContain('沒有「nope」這個指令');
    expect((await run(app, 'nope', { language: 'en' })).stderr).toContain('Unknown command');
  });

  it.each([
    ['session.expired', 4],
    ['session.none', 4],
    ['input.invalid', 2],
    ['usage.invalid', 2],
    ['file.failed', 1],
  ] as const)('%s exits %i', async (code, status) => {
    const app = new FakeCommandApp();
    app.rejects = failure(code, {});
    expect((await run(app, 'sign-out')).status).toBe(status);
  });

  it('of a profile that has gone meanwhile are told', async () => {
    const app = signedIn();
    app.book.named = () => someProfile('gone');
    expect((await run(app, 'env --wait')).stderr).toContain('Daypass has no profile gone.');
  });

  it('stay on one line each whatever AWS or git wrote', async () => {
    const app = new FakeCommandApp();
    app.rejects = failure('aws.refused', { message: 'first\r\nsecond\nthird' });
    const { stderr } = await run(app, 'sign-in --code 123456');
    expect(stderr.split('\n')).toHaveLength(3);
    expect(stderr).toContain('first second third');
  });

  it('that nobody foresaw do not tell their text', async () => {
    const app = signedIn();
    app.stale.clear = () => Promise.reject(new TypeError(`got ${KEYS.secretAccessKey}`));
    const reply = await run(app, 'clear');
    expect(reply.status).toBe(1);
    expect(reply.stderr).toContain('(TypeError)');
    expect(reply.stderr).not.toContain(KEYS.secretAccessKey);
  });

  it.each(['env', 'credentials work-mfa', 'exec --program ls'])('%s exits 4 when signed out', async (line) => {
    expect(await run(new FakeCommandApp(), line)).toEqual({
      status: 4,
      stdout: '',
      stderr: 'daypass: Profile work-mfa isn’t signed in.\ndaypass: Sign in first.\n',
    });
  });

  it.each(['env', 'sign-in', 'sign-out', 'exec --program ls'])(
    '%s says when there is no profile at all',
    async (line) => {
      const app = new FakeCommandApp();
      app.profiles = [];
      const { status, stderr } = await run(app, line);
      expect(status).toBe(1);
      expect(stderr).toContain('Daypass has no profiles yet.');
    },
  );

  it.each(['env nope', 'credentials nope', 'sign-in nope', 'sign-out nope', 'open nope', 'exec nope --program ls'])(
    '%s: no such profile',
    async (line) => {
      const { status, stderr } = await run(signedIn(), line);
      expect([status, stderr.split('\n')[0]]).toEqual([1, 'daypass: Daypass has no profile nope.']);
    },
  );

  it('each has both of its lines in both languages', async () => {
    for (const code of Object.keys(FAILURES) as (keyof typeof FAILURES)[]) {
      for (const language of ['en', 'zh-TW'] as const) {
        const app = new FakeCommandApp();
        app.rejects = failure(code, {});
        const { stderr, status } = await run(app, 'sign-out', { language });
        expect(stderr, code).toMatch(/^daypass: [^\n]+\ndaypass: [^\n]+\n$/);
        expect([1, 2, 4]).toContain(status);
      }
    }
  });
});

describe('open and quit', () => {
  it.each([
    ['', 'open null'],
    ['open', 'open null'],
    ['open work-mfa', 'open id-work-mfa'],
    ['quit', 'quit'],
  ])('“%s”', async (line, asked) => {
    const app = new FakeCommandApp();
    const { after, ...reply } = await run(app, line);
    expect(reply).toEqual({ status: 0, stdout: '', stderr: '' });
    after?.();
    expect(app.asked).toEqual([asked]);
  });
});

describe('sign-in', () => {
  it.each([
    ['sign-in --code 123456', ''],
    ['sign-in work-mfa --code=123456', ''],
    ['sign-in --code -', '123456'],
    ['sign-in --code -', '123 456\n'],
  ])('%s (input %j)', async (line, input) => {
    const app = new FakeCommandApp();
    expect(await run(app, line, { input })).toEqual({
      status: 0,
      stdout: 'work-mfa is signed in; 12:00:00 left.\n',
      stderr: '',
    });
    expect(app.asked).toEqual(['signIn id-work-mfa 123456']);
  });

  it('without a code waits for a person', async () => {
    const app = new FakeCommandApp();
    const reply = run(app, 'sign-in');
    await Promise.resolve();
    expect(app.asked).toEqual(['open id-work-mfa']);
    app.grant('work-mfa');
    expect((await reply).stdout).toBe('work-mfa is signed in; 12:00:00 left.\n');
  });

  it('ends the wait when the script is gone', async () => {
    const app = new FakeCommandApp();
    const gone = new AbortController();
    const reply = run(app, 'sign-in', { signal: gone.signal });
    await Promise.resolve();
    gone.abort();
    expect((await reply).status).toBe(1);
    expect(app.waits.size).toBe(0);
  });

  it('leaves a session that is there, unless a code is given', async () => {
    const app = signedIn();
    expect((await run(app, 'sign-in')).stdout).toContain('already signed in; 12:00:00 left');
    await run(app, 'sign-in --code 123456');
    expect(app.asked).toEqual(['signIn id-work-mfa 123456']);
  });

  it('says what is left of the profile that is meant', async () => {
    const app = new FakeCommandApp();
    app.profiles.push(someProfile('day'));
    app.grant('day', KEYS, NOW + 60_000);
    expect((await run(app, 'sign-in day')).stdout).toContain('01:00 left');
    expect(app.asked).toEqual([]);
  });

  it('says so where nothing is left already', async () => {
    const app = new FakeCommandApp();
    app.grant = () => {};
    expect((await run(app, 'sign-in --code 123456')).stdout).toBe('work-mfa is signed in; 00:00 left.\n');
  });

  it('waits for a person also for a role that needs a code', async () => {
    const app = new FakeCommandApp();
    const arn = 'arn:aws:iam::123456789012:role/r';
    app.profiles = [someProfile('role', { role: { arn, sessionName: 'ann', externalId: null } })];
    const reply = run(app, 'sign-in');
    await Promise.resolve();
    app.grant('role');
    expect((await reply).status).toBe(0);
    expect(app.asked).toEqual(['open id-role']);
  });

  it('opens nothing for a profile whose way in needs no person', async () => {
    const app = new FakeCommandApp();
    app.profiles.push(someProfile('role'));
    app.free.add('id-role');
    expect((await run(app, 'sign-in role')).status).toBe(0);
    expect(app.asked).toEqual(['signIn id-role null']);
  });

  it('that a person finishes in the popover is over only when all is written', async () => {
    const app = new FakeCommandApp();
    const waits = run(app, 'sign-in');
    app.owed = failure('file.disk-full', { path: '/f' });
    app.grant('work-mfa');
    expect(await waits).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('/f') });
    app.living.clear();
    app.owed = null;
    const again = run(app, 'sign-in');
    app.grant('work-mfa');
    expect((await again).status).toBe(0);
  });
});

describe('env, exec and credentials', () => {
  it('print the session', async () => {
    const app = signedIn();
    const { stdout } = await run(app, 'credentials work-mfa');
    expect(stdout).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(stdout)).toEqual({
      Version: 1,
      AccessKeyId: KEYS.accessKeyId,
      SecretAccessKey: KEYS.secretAccessKey,
      SessionToken: KEYS.sessionToken,
      Expiration: '2026-05-04T21:30:00Z',
    });
    const lines = sessionLines(KEYS, 'eu-west-1', 'sh');
    expect((await run(app, 'env work-mfa')).stdout).toBe(lines);
    expect((await run(app, 'exec work-mfa --program terraform')).stdout).toBe(lines);
    expect(app.asked).toEqual([
      'serve id-work-mfa credential_process work-mfa',
      'serve id-work-mfa environment env',
      'serve id-work-mfa environment terraform',
    ]);
  });

  it('env says for which shell', async () => {
    const app = signedIn();
    const { stdout } = await run(app, 'env --shell fish');
    expect(stdout.startsWith(sessionLines(KEYS, 'eu-west-1', 'fish'))).toBe(true);
    // What these lines leave as it is, is said.
    expect(stdout).toMatch(/^if set -qU AWS_PROFILE \|\| set -qU AWS_DEFAULT_PROFILE; echo 'daypass: .*' >&2; end\n$/m);
    expect(app.asked).toEqual(['serve id-work-mfa environment fish']);
  });

  it('exec waits too, when it is told to', async () => {
    const app = new FakeCommandApp();
    const reply = run(app, 'exec --wait --program ls');
    await Promise.resolve();
    app.grant('work-mfa');
    expect((await reply).status).toBe(0);
  });

  it('a session of a whole second, or not, ends at the second', async () => {
    const app = new FakeCommandApp();
    app.grant('work-mfa', KEYS, NOW + 1_234);
    expect(JSON.parse((await run(app, 'credentials work-mfa')).stdout).Expiration).toBe('2026-05-04T09:30:01Z');
  });

  it('--wait waits, and then prints', async () => {
    const app = new FakeCommandApp();
    const reply = run(app, 'credentials work-mfa --wait');
    await Promise.resolve();
    app.grant('work-mfa');
    expect((await reply).status).toBe(0);
    expect(app.asked).toEqual(['open id-work-mfa', 'serve id-work-mfa credential_process work-mfa']);
  });

  it.each(['active', 'expiring'] as const)('--wait waits for nothing where there is a session: %s', async (phase) => {
    const app = signedIn();
    const view = app.view();
    app.view = () => ({ ...view, profiles: view.profiles.map((profile) => ({ ...profile, phase })) });
    app.serving.waitForSession = () => expect.fail('it waited');
    expect((await run(app, 'env --wait')).status).toBe(0);
    expect(app.asked).toEqual(['serve id-work-mfa environment env']);
  });

  it('--unset needs neither profile nor session', async () => {
    const app = new FakeCommandApp();
    app.profiles = [];
    expect((await run(app, 'env --unset')).stdout).toBe(undoLines('session', 'sh'));
    expect((await run(app, 'env --unset --endpoint --shell cmd')).stdout).toBe(undoLines('endpoint', 'cmd'));
  });

  it('--endpoint says where, and no secret', async () => {
    const endpoint = {
      uri: 'http://127.0.0.1:4711/v1/credentials/id-work-mfa',
      tokenFile: '/home/ann/.daypass/endpoint/x',
    };
    expect(await run(new FakeCommandApp(), 'env --endpoint')).toEqual({
      status: 0,
      stdout: endpointLines(endpoint, 'eu-west-1', 'sh'),
      stderr: '',
    });
  });

  it('--endpoint says what clients take before it', async () => {
    const app = new FakeCommandApp();
    app.first = failure('profile.default-first', {
      path: '/home/ann/.aws/credentials',
      section: 'default',
      setting: 'aws_access_key_id',
    });
    const { status, stdout, stderr } = await run(app, 'env --endpoint');
    expect([status, stdout.includes('AWS_CONTAINER_CREDENTIALS_FULL_URI')]).toEqual([0, true]);
    expect(stderr).toBe(
      'daypass: Section [default] of /home/ann/.aws/credentials has aws_access_key_id, which AWS’s tools use before this endpoint.\n' +
        'daypass: Rename that section, or leave out “--endpoint”.\n',
    );
    expect((await run(app, 'env --endpoint --unset')).stderr).toBe('');
  });
});

describe('status', () => {
  it('tells people', async () => {
    const app = signedIn();
    app.profiles.push(someProfile('x'));
    app.failures.set('id-x', failure('clock.skewed'));
    const waits = { id: 1, repository: 'infra', region: 'eu-west-1', profile: 'id-x', since: NOW };
    app.waiting = [waits];
    expect((await run(app, 'status')).stdout).toBe(
      [
        'work-mfa  Signed in · 12:00:00 left · Account 123456789012',
        'x         Signed out',
        '          This computer’s clock is too far from AWS’s time. Try again: Daypass now knows AWS’s time. Better still, set the clock.',
        'infra: git is waiting for you to sign in',
        '',
      ].join('\n'),
    );
    expect((await run(app, 'status --names')).stdout).toBe('work-mfa\nx\n');
  });

  it('tells programs, and never a secret', async () => {
    const app = signedIn();
    const { stdout } = await run(app, 'status --json');
    expect(JSON.parse(stdout)).toMatchObject({
      profiles: [{ name: 'work-mfa', phase: 'active', secondsLeft: 43_200, expiresAt: '2026-05-04T21:30:00.000Z' }],
      shown: 'work-mfa',
      waiting: [],
    });
    for (const value of Object.values(KEYS)) expect(stdout).not.toContain(value);
  });

  it('says what to do where there is nothing yet', async () => {
    const app = new FakeCommandApp();
    app.profiles = [];
    const { status, stdout } = await run(app, 'status');
    expect(status).toBe(0);
    expect(stdout).toContain('daypass add SOURCE');
    expect(JSON.parse((await run(app, 'status --json')).stdout)).toEqual({ profiles: [], shown: null, waiting: [] });
  });
});

describe('sign-out', () => {
  it('ends the session, and says so', async () => {
    const app = signedIn();
    expect(await run(app, 'sign-out')).toEqual({ status: 0, stdout: 'work-mfa is signed out.\n', stderr: '' });
    expect(app.asked).toEqual(['signOut id-work-mfa']);
  });
});

describe('git', () => {
  const withPlan = () => {
    const app = new FakeCommandApp();
    app.plan = { file: '/home/ann/.gitconfig', diff: '+[credential]\n+\thelper =', hosts: 5 };
    return app;
  };

  it('shows the whole of it, with what is then to be seen', async () => {
    const app = withPlan();
    const head = fill(messagesIn('en').git.previews['set-up'], { file: '/home/ann/.gitconfig' });
    const preview = `${head}\n\n+[credential]\n+\thelper =\n`;
    expect((await run(app, 'git setup')).stdout).toBe(preview);
    app.gitState = { ...app.gitState, setUp: true };
    expect((await run(app, 'git setup --yes')).stdout).toBe(`${preview}\ngit 2.39.5\ngit is set up for CodeCommit\n`);
    app.plan = { ...app.plan, diff: `${app.plan.diff}\n\n\n` };
    expect((await run(app, 'git setup')).stdout).toBe(preview);
  });

  it.each(['setup', 'undo'])('%s shows the change, and asks', async (word) => {
    const app = withPlan();
    const reply = await run(app, `git ${word}`);
    expect(reply).toMatchObject({ status: 0, ask: 'Make these changes? [y/N]' });
    expect(reply.stdout).toContain('+[credential]\n+\thelper =\n');
    expect(reply.stderr).toContain('Nothing was changed.');
    expect(app.asked).toEqual([`planGit ${word === 'undo' ? 'undo' : 'set-up'}`]);
  });

  it.each([
    ['setup', 'set-up'],
    ['undo', 'undo'],
    ['mend', 'mend'],
  ])('%s --yes makes it', async (word, change) => {
    const app = withPlan();
    expect(await run(app, `git ${word} --yes`)).toMatchObject({ status: 0, stderr: '' });
    expect(app.asked).toEqual([`planGit ${change}`, `applyGit ${change}`]);
  });

  it('has nothing to ask where nothing changes', async () => {
    const app = new FakeCommandApp();
    expect(await run(app, 'git setup --yes')).toEqual({ status: 0, stdout: 'Nothing to change.\n', stderr: '' });
    expect(app.asked).toEqual(['planGit set-up']);
  });

  it('status', async () => {
    const app = new FakeCommandApp();
    app.gitState = {
      ...app.gitState,
      setUp: false,
      findings: [{ code: 'netrc', origin: '/home/ann/.netrc', name: 'machine', value: 'x', mend: null }],
    };
    const { status, stdout } = await run(app, 'git status');
    expect(status).toBe(0);
    const { cause, fix } = messagesIn('en').failures['git-config.netrc'];
    expect(stdout).toBe(
      `git 2.39.5\ngit isn’t set up for CodeCommit yet\n- ${cause}\n    - machine x (/home/ann/.netrc)\n    ${fix}\n`,
    );
    app.gitState = { version: null, setUp: false, findings: [] };
    expect((await run(app, 'git status')).stderr).toContain('git wasn’t found.');
  });
});

describe('git-credential', () => {
  it('gives git what is for git, and people what is for people', async () => {
    const app = new FakeCommandApp();
    app.answer = async (operation, input) => {
      expect([operation, input]).toEqual(['get', 'protocol=https\n']);
      return { stdout: 'quit=1\n', failure: failure('git.wait-cancelled', { repository: 'infra' }) };
    };
    expect(await run(app, 'git-credential get', { input: 'protocol=https\n' })).toEqual({
      status: 1,
      stdout: 'quit=1\n',
      stderr: 'daypass: The wait for infra was stopped in Daypass.\ndaypass: Run git again when you are ready.\n',
    });
  });
});

describe('git-credential of a git that has to wait at a terminal', () => {
  const waits = (profile: string | null) => ({ kind: 'waits', repository: 'hello', profile }) as const;
  const told = async (app: FakeCommandApp, language: Language, profile: string | null = 'id-work-mfa') => {
    app.answer = async (_, __, ___, presence) => {
      expect(presence).toBe('terminal');
      return waits(profile);
    };
    return run(app, 'git-credential get --seconds 600', { language });
  };
  const reply = (line: string) => ({ status: 0, stdout: '', stderr: line && `daypass: ${line}\n`, waits: true });

  it.each<[string, (app: FakeCommandApp) => void, string, string]>([
    [
      'the code',
      () => {},
      'git is waiting for the MFA code of work-mfa. Enter it in the Daypass window; Ctrl-C stops git.',
      'git 正在等候 work-mfa 的 MFA 驗證碼。請在 Daypass 視窗輸入；按 Ctrl-C 可停止 git。',
    ],
    [
      'the browser',
      (app) => app.browsing.add('id-work-mfa'),
      'git is waiting for you to sign in to work-mfa in the browser. Start in the Daypass window; Ctrl-C stops git.',
      'git 正在等您用瀏覽器登入 work-mfa。請從 Daypass 視窗開始；按 Ctrl-C 可停止 git。',
    ],
    [
      'a stored authenticator',
      (app) => app.free.add('id-work-mfa'),
      'git is waiting until work-mfa is signed in. Sign in from the Daypass window; Ctrl-C stops git.',
      'git 正在等您登入 work-mfa。請從 Daypass 視窗登入；按 Ctrl-C 可停止 git。',
    ],
    ['nobody, as a session goes on by itself', (app) => app.renewing.add('id-work-mfa'), '', ''],
  ])('tells what for, where, and how to get out of it: %s', async (_, prepare, english, chinese) => {
    const app = new FakeCommandApp();
    prepare(app);
    expect(await told(app, 'en')).toEqual(reply(english));
    expect(await told(app, 'zh-TW')).toEqual(reply(chinese));
  });

  it('names the repository where a profile has to be chosen', async () => {
    const app = new FakeCommandApp();
    expect(await told(app, 'en', null)).toEqual(
      reply('git is waiting for a profile for hello. Choose it in the Daypass window; Ctrl-C stops git.'),
    );
    expect(await told(app, 'zh-TW', null)).toEqual(
      reply('git 正在等您為 hello 選擇設定檔。請在 Daypass 視窗選擇；按 Ctrl-C 可停止 git。'),
    );
  });
});

it('git-credential says no more where nothing is wrong', async () => {
  const app = new FakeCommandApp();
  app.answer = async () => ({ stdout: 'username=a\n', failure: null });
  expect(await run(app, 'git-credential get')).toEqual({ status: 0, stdout: 'username=a\n', stderr: '' });
});

describe('clear', () => {
  const entry = {
    store: 'A store',
    host: 'git-codecommit.eu-west-1.amazonaws.com',
    path: 'v1/repos/x',
    storedAt: null,
  };

  it('says what was deleted and what was left', async () => {
    const app = new FakeCommandApp();
    app.staleReport = {
      entries: [
        { ...entry, user: 'ASIAQ3…', kind: 'temporary', outcome: 'removed' },
        { ...entry, user: 'ann-at-123456789012', kind: 'static', outcome: 'left', why: 'static' },
      ],
      failures: [],
    };
    const { status, stdout } = await run(app, 'clear');
    expect(status).toBe(0);
    expect(stdout).toBe(
      '- git-codecommit.eu-west-1.amazonaws.com/v1/repos/x (ASIAQ3…), A store: deleted\n' +
        '- git-codecommit.eu-west-1.amazonaws.com/v1/repos/x (ann-at-123456789012), A store: your own git credential, kept\n' +
        'Passwords deleted: 1\n',
    );
  });

  it('says nothing of what a store does not say', async () => {
    const app = new FakeCommandApp();
    app.staleReport = {
      entries: [
        { ...entry, path: null, user: null, kind: 'unknown', outcome: 'left', why: 'unknown' },
        { ...entry, user: 'ASIA…', kind: 'temporary', outcome: 'left', why: 'came-back' },
      ],
      failures: [],
    };
    const { unknown, outcomeLeft, none } = messagesIn('en').stale;
    expect(await run(app, 'clear')).toEqual({
      status: 1,
      stdout: [
        `- git-codecommit.eu-west-1.amazonaws.com, A store: ${unknown}`,
        `- git-codecommit.eu-west-1.amazonaws.com/v1/repos/x (ASIA…), A store: ${outcomeLeft}`,
        none,
        '',
      ].join('\n'),
      stderr: '',
    });
  });

  it('exits 1 when something is in the way', async () => {
    const app = new FakeCommandApp();
    app.staleReport = {
      entries: [],
      failures: [{ store: 'A store', failure: failure('keychain.locked', { store: 'A store' }) }],
    };
    const { status, stdout } = await run(app, 'clear');
    expect(status).toBe(1);
    const { notLooked, none } = messagesIn('en').stale;
    expect(stdout).toBe(`${notLooked}\n- A store: A store is locked. Unlock it, then try again.\n${none}\n`);
    app.staleReport = {
      entries: [{ ...entry, user: 'ASIAQ3…', kind: 'temporary', outcome: 'left', why: 'came-back' }],
      failures: [],
    };
    expect((await run(app, 'clear')).status).toBe(1);
  });

  it('is done where a place only cannot be looked into, and names it', async () => {
    const app = new FakeCommandApp();
    const failure = { code: 'keychain.not-looked-into', params: { store: 'pass-git-helper' } } as const;
    app.staleReport = { entries: [], failures: [{ store: 'pass-git-helper', failure }] };
    const { status, stdout } = await run(app, 'clear');
    expect(status).toBe(0);
    expect(stdout).toContain('- pass-git-helper: git may also save CodeCommit passwords in pass-git-helper');
  });
});

describe('doctor', () => {
  const WELL = [
    '✓ Clock',
    '✓ Network',
    '✓ Programs',
    '✓ Environment variables',
    '✓ git',
    '✓ Stored passwords',
    '✓ git setup',
    '✓ git’s configuration',
    '✓ AWS’s files',
    '✓ Profiles',
    '✓ Daypass itself',
  ];

  it('shows every check and says that nothing is in the way', async () => {
    const stdout = [...WELL, 'No problems found', ''].join('\n');
    expect(await run(signedIn(), 'doctor')).toEqual({ status: 0, stdout, stderr: '' });
    const json = JSON.parse((await run(signedIn(), 'doctor --json')).stdout);
    expect(json).toMatchObject({
      well: true,
      checks: [{ name: 'clock', verdict: 'good', why: null, findings: [] }].concat(Array(WELL.length - 1).fill({})),
    });
  });

  it('exits 1 on any finding, of git, of a profile, or of the app', async () => {
    const app = signedIn();
    app.notices = [failure('settings.invalid', { path: '/x' })];
    app.failures.set('id-work-mfa', failure('aws.throttled'));
    app.gitState = {
      ...app.gitState,
      findings: [
        { code: 'helper-after', origin: 'file:/x', name: 'credential.helper', value: 'store', mend: 'set-up' },
      ],
    };
    const { status, stdout } = await run(app, 'doctor');
    expect(status).toBe(1);
    expect(stdout).not.toContain('No problems found');
    expect(stdout).toContain(
      '! git’s configuration\n- A credential helper after Daypass’s saves every password it sees.\n    - credential.helper = store (/x)\n',
    );
    expect(stdout).toContain('! Profiles\n- work-mfa: AWS is getting too many requests.');
    expect(stdout).toContain('! Daypass itself\n- The settings couldn’t be read');
    const json = await run(app, 'doctor --json');
    expect(json.status).toBe(1);
    const found = JSON.parse(json.stdout).checks.flatMap((check: { findings: object[] }) => check.findings);
    expect(found).toMatchObject([
      {
        code: 'git-config.helper-after',
        severity: 'warning',
        evidence: ['- credential.helper = store (/x)'],
        cause: expect.stringContaining('helper'),
      },
      { code: 'aws.throttled', severity: 'warning', profile: 'work-mfa', cause: 'AWS is getting too many requests.' },
      { code: 'settings.invalid', profile: null },
    ]);
  });

  it('does not say that nothing is in the way where git is missing or does not ask', async () => {
    const app = signedIn();
    app.gitState = { ...app.gitState, setUp: false };
    expect(await run(app, 'doctor')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('! git setup\n- git isn’t set up for CodeCommit yet.'),
    });
    app.gitState = { version: null, setUp: false, findings: [] };
    expect(await run(app, 'doctor')).toMatchObject({
      status: 5,
      stdout: expect.stringMatching(
        /^✕ git\n- git wasn’t found\..*\n.*\n✓ Stored passwords\n– git setup: Fix git first\n– git’s configuration: Fix git first\n/m,
      ),
    });
  });

  it('reports what happened lately, without any value', async () => {
    const app = signedIn();
    expect((await run(app, 'doctor --report')).stdout).toContain('Recent errors:\nNone.\n');
    app.rejects = failure('code.rejected');
    await run(app, 'sign-in --code 654321');
    app.stale.clear = () => Promise.reject(new TypeError(`got ${KEYS.secretAccessKey}`));
    await run(app, 'clear');
    const { stdout } = await run(app, 'doctor --report');
    expect(stdout).toMatch(/^daypass 1\.2\.3\n✓ /);
    expect(stdout).toMatch(/Recent errors:\n- .*Z command clear: internal\.unexpected \(TypeError\)\n {4}\S/);
    expect(stdout).toMatch(/- .*Z command sign-in: code\.rejected\n/);
    expect(stdout).not.toMatch(/654321|planted/);
    expect(stdout).not.toContain(KEYS.secretAccessKey);
  });
});

describe('help', () => {
  it('names every command in both languages', async () => {
    for (const language of ['en', 'zh-TW'] as const) {
      const { stdout } = await run(new FakeCommandApp(), 'help', { language });
      const words = 'add sign-in sign-out status env exec credentials git clear doctor quit version help'.split(' ');
      for (const word of words) expect(stdout).toContain(`  daypass ${word}`);
    }
  });

  it.each(['help env', 'env --help', 'env -h'])('%s', async (line) => {
    const { status, stdout } = await run(new FakeCommandApp(), line);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^Usage: daypass env \[PROFILE\]/);
  });

  it('version', async () => {
    expect((await run(new FakeCommandApp(), 'version')).stdout).toBe('daypass 1.2.3\n');
  });

  it.each([
    ['', 0, 'eu-west-1\n'],
    [' work-mfa', 0, 'eu-west-1\n'],
    [' home-mfa', 0, 'cn-north-1\n'],
    // By the profile that holds the key.
    [' home', 0, 'cn-north-1\n'],
    // A profile's own name comes before that of another's source.
    [' day', 0, 'us-east-1\n'],
    [' nope', 1, ''],
  ])('region%s', async (words, status, stdout) => {
    const app = new FakeCommandApp();
    if (words) {
      app.profiles.push(someProfile('home-mfa', { source: 'home', region: 'cn-north-1' }));
      app.profiles.push(someProfile('evening', { source: 'home', region: 'eu-west-2' }));
      app.profiles.push(someProfile('night', { source: 'day', region: 'eu-north-1' }));
      app.profiles.push(someProfile('day', { source: 'x', region: 'us-east-1' }));
    }
    expect(await run(app, `region${words}`)).toMatchObject({ status, stdout });
  });
});
