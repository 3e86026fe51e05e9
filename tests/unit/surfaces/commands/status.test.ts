import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../../../electron/core/base/failure.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp, HOURS, KEYS, NOW, someProfile } from '../../../fakes/command-app.ts';

let app: FakeCommandApp;
const status = async (...args: string[]) => {
  const signal = new AbortController().signal;
  const reply = await runCommand(app, { command: 'status', args, input: '', language: 'en', signal });
  expect(reply).toMatchObject({ status: 0, stderr: '' });
  return reply.stdout;
};

beforeEach(() => {
  app = new FakeCommandApp();
  app.profiles = [someProfile('a'), someProfile('bcd', { source: 'home', region: 'us-east-1' })];
  app.grant('bcd', KEYS, NOW + HOURS + 999);
  app.failures.set('id-a', failure('aws.throttled'));
  app.waiting = [
    { id: 1, repository: 'infra', region: 'eu-west-1', profile: 'id-bcd', since: NOW },
    { id: 2, repository: 'site', region: 'us-east-1', profile: null, since: NOW + 1_000 },
  ];
});

describe('for programs', () => {
  test('is all that there is to say, and no secret', async () => {
    const text = await status('--json');
    expect(text).toMatch(/^\{\n {2}"profiles": \[\n {4}\{\n[\s\S]*\}\n$/);
    expect(JSON.parse(text)).toEqual({
      profiles: [
        {
          name: 'a',
          source: 'work',
          region: 'eu-west-1',
          phase: 'signedOut',
          renewing: false,
          expiresAt: null,
          secondsLeft: 0,
          account: null,
          arn: null,
          failure: 'aws.throttled',
        },
        {
          name: 'bcd',
          source: 'home',
          region: 'us-east-1',
          phase: 'active',
          renewing: false,
          expiresAt: '2026-05-04T10:30:00.999Z',
          secondsLeft: 3_600,
          account: '123456789012',
          arn: 'arn:aws:iam::123456789012:user/ann',
          failure: null,
        },
      ],
      shown: 'a',
      waiting: [
        { repository: 'infra', region: 'eu-west-1', profile: 'bcd', since: '2026-05-04T09:30:00.000Z' },
        { repository: 'site', region: 'us-east-1', profile: null, since: '2026-05-04T09:30:01.000Z' },
      ],
    });
  });

  test.each([
    [1_999, 1],
    [1, 0],
    [0, 0],
    [-5_000, 0],
  ])('%i ms are %i whole seconds, and never less than none', async (left, seconds) => {
    app.grant('bcd', KEYS, NOW + left);
    expect(JSON.parse(await status('--json')).profiles[1].secondsLeft).toBe(seconds);
  });
});

describe('for people', () => {
  test('is a line for each profile, what is wrong below it, and who waits', async () => {
    expect(await status()).toBe(
      [
        'a    Signed out',
        '     AWS is getting too many requests. Try again in a minute.',
        'bcd  Signed in · 1:00:01 left · Account 123456789012',
        'infra: git is waiting for you to sign in',
        'site: git is waiting for you to sign in',
        '',
      ].join('\n'),
    );
  });

  test.each([0, -1])('a session with %i ms left has no time left to speak of', async (left) => {
    app.grant('bcd', KEYS, NOW + left);
    expect(await status()).toContain('\nbcd  Signed in · Account 123456789012\n');
  });

  test('where there is nothing yet, what to do', async () => {
    app.profiles = [];
    expect(await status()).toMatch(/^Daypass has no profiles yet\.\nAdd one with “daypass add SOURCE”.*\n$/);
  });
});

test('names alone are one a line', async () => {
  expect(await status('--names')).toBe('a\nbcd\n');
});
