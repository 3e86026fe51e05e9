/** What each command takes: its words, its options and flags, and the line that says so. */
import { describe, expect, test } from 'vitest';
import { messagesIn } from '../../../../electron/core/i18n/messages.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp } from '../../../fakes/command-app.ts';

const run = (command: string, ...args: string[]) => {
  const app = new FakeCommandApp();
  app.grant('work-mfa');
  return runCommand(app, { command, args, input: '', language: 'en', signal: new AbortController().signal });
};

interface Use {
  readonly usage: string;
  readonly words: readonly [min: number, max: number];
  readonly options?: readonly string[];
  readonly flags?: readonly string[];
}

const USES: Readonly<Record<string, Use>> = {
  '': { usage: '[PROFILE]', words: [0, 1] },
  open: { usage: '[PROFILE]', words: [0, 1] },
  add: {
    usage:
      '[SOURCE | --browser] [--csv FILE | --key -] [--user NAME] [--to keychain|file] [--name NAME] [--serial ARN] ' +
      '[--region REGION] [--duration SECONDS] [--delivery file|process]',
    words: [0, 1],
    options: ['csv', 'key', 'user', 'to', 'name', 'serial', 'region', 'duration'],
    flags: ['browser'],
  },
  'sign-in': {
    usage: '[PROFILE] [--code N | --code - | --remote | --answer -]',
    words: [0, 1],
    options: ['code', 'answer'],
    flags: ['remote'],
  },
  'sign-out': { usage: '[PROFILE]', words: [0, 1] },
  status: { usage: '[--json | --names]', words: [0, 0], flags: ['json', 'names'] },
  env: {
    usage: '[PROFILE] [--shell bash|fish|powershell|cmd] [--unset] [--endpoint] [--wait]',
    words: [0, 1],
    options: ['shell'],
    flags: ['unset', 'endpoint', 'wait'],
  },
  exec: { usage: '[PROFILE] [--wait] -- COMMAND [ARGUMENT …]', words: [0, 1], options: ['program'], flags: ['wait'] },
  credentials: { usage: 'PROFILE [--wait]', words: [1, 1], flags: ['wait'] },
  git: { usage: 'setup|undo|mend|status [--yes]', words: [1, 1], flags: ['yes'] },
  clear: { usage: '', words: [0, 0] },
  policy: {
    usage:
      '[check FILE|-] [--partition aws|aws-cn|aws-us-gov] [--no-enrolment] [--browser] [--repositories NAME,…] ' +
      '[--buckets NAME,…] [--bucket-policy NAME]',
    words: [0, 2],
    options: ['partition', 'repositories', 'buckets', 'bucket-policy'],
    flags: ['browser', 'no-enrolment'],
  },
  key: {
    usage: 'status|rotate|undo|delete-old|delete-other [PROFILE] [--json]',
    words: [1, 2],
    flags: ['json'],
  },
  explain: { usage: '-', words: [1, 1] },
  try: { usage: '[--profile NAME] [REPOSITORY|URL]', words: [0, 1], options: ['profile'] },
  quit: { usage: '', words: [0, 0] },
  help: { usage: '[COMMAND]', words: [0, 1] },
  version: { usage: '', words: [0, 0] },
  'git-credential': { usage: 'get|store|erase', words: [1, 1] },
  region: { usage: '[PROFILE]', words: [0, 1] },
};

describe.each(Object.entries(USES))('daypass %s', (name, { usage, words, options = [], flags = [] }) => {
  const line = `Usage: ${['daypass', name, usage].filter(Boolean).join(' ')}\n`;
  const [min, max] = words;
  const many = (count: number) => Array.from({ length: count }, (_, i) => `word${i}`);

  test.each(['--help', '-h'])('%s says how it is used, and does nothing', async (help) => {
    expect(await run(name, help)).toEqual({ status: 0, stdout: line, stderr: '' });
  });

  test('takes no word more', async () => {
    const stderr = `daypass: Unexpected argument “word${max}”.\ndaypass: ${line}`;
    expect(await run(name, ...many(max + 1))).toEqual({ status: 2, stdout: '', stderr });
  });

  test('takes as many words', async () => {
    for (const count of [min, max]) {
      expect((await run(name, ...many(count))).stderr).not.toContain(`“word${count}” does not belong here`);
      if (name !== 'exec') expect((await run(name, ...many(count))).stderr).not.toContain('missing');
    }
  });

  test('knows its options and flags, and no others', async () => {
    for (const option of options)
      expect((await run(name, `--${option}`)).stderr).toContain(`--${option} needs a value.`);
    for (const flag of flags) expect((await run(name, `--${flag}=1`)).stderr).toContain(`--${flag} takes no value.`);
    expect((await run(name, '--other')).stderr).toContain('Unknown option --other.');
  });
});

test.each(Object.entries(USES).filter(([, { words }]) => words[0] > 0))(
  'daypass %s takes no word less',
  async (name, { usage }) => {
    const stderr = `daypass: An argument is missing.\ndaypass: Usage: daypass ${name} ${usage}\n`;
    expect(await run(name)).toEqual({ status: 2, stdout: '', stderr });
  },
);

describe('help', () => {
  const { intro, summaries } = messagesIn('en').commands;

  test('lists what people need, each with its use and a sentence', async () => {
    const { stdout } = await run('help');
    const [first, second, ...rest] = stdout.split('\n');
    expect([first, second]).toEqual([intro, '']);
    for (const [at, [name, summary]] of Object.entries(summaries).entries()) {
      const usage = name === 'doctor' ? undefined : USES[name]?.usage;
      if (usage !== undefined) expect(rest[2 * at]).toBe(`  ${['daypass', name, usage].filter(Boolean).join(' ')}`);
      expect(rest[2 * at + 1]).toBe(`      ${summary}`);
    }
    expect(rest.slice(2 * Object.keys(summaries).length)).toEqual(['']);
    expect(stdout).not.toContain('git-credential');
  });

  test('on one command gives both lines', async () => {
    expect(await run('help', 'sign-out')).toEqual({
      status: 0,
      stdout: `Usage: daypass sign-out [PROFILE]\n${summaries['sign-out']}\n`,
      stderr: '',
    });
    expect((await run('help', 'region')).stdout).toBe('Usage: daypass region [PROFILE]\n\n');
  });

  test.each(['constructor', 'nope'])('there is none on %s', async (word) => {
    expect(await run('help', word)).toMatchObject({ status: 2, stdout: '' });
  });
});
