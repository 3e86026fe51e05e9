import { describe, expect, test } from 'vitest';
import { failure } from '../../../../electron/core/base/failure.ts';
import type { Hop } from '../../../../electron/core/doctor/trial.ts';
import { explain, messagesIn } from '../../../../electron/core/i18n/messages.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp, NOW } from '../../../fakes/command-app.ts';

const good: Hop = { name: 'identity', verdict: 'good', failure: null, evidence: ['arn:x', 'account = 1'] };
const unseen: Hop = { name: 'device', verdict: 'unknown', failure: failure('device.list-denied'), evidence: [] };
const bad: Hop = {
  name: 'session',
  verdict: 'error',
  failure: failure('session.none', { profile: 'w' }),
  evidence: ['x'],
};
const skipped: Hop = { name: 'git', verdict: 'skipped', failure: null, evidence: [] };

const app = (...hops: Hop[]) => {
  const fake = new FakeCommandApp();
  fake.trial = { running: false, hops, repository: null, profile: null };
  return fake;
};
const run = (fake: FakeCommandApp, args: readonly string[] = [], language: 'en' | 'zh-TW' = 'en') =>
  runCommand(fake, { command: 'try', args, input: '', language, signal: new AbortController().signal });

describe.each(['en', 'zh-TW'] as const)('in %s', (language) => {
  const { hops, well } = messagesIn(language).trial;

  test('each hop is a line with its mark, what was seen stands below it, and 0 says that all is well', async () => {
    const { cause, fix } = explain(failure('device.list-denied'), language);
    expect(await run(app(good, unseen), [], language)).toEqual({
      status: 0,
      stderr: '',
      stdout: `✓ ${hops.identity}\n    arn:x\n    account = 1\n? ${hops.device}\n    ${cause}\n    ${fix}\n${well}\n`,
    });
  });

  test('what went wrong is said with what to do, and exits 1', async () => {
    const { cause, fix } = explain(failure('session.none', { profile: 'w' }), language);
    expect(await run(app(bad, skipped), [], language)).toEqual({
      status: 1,
      stderr: '',
      stdout: `✕ ${hops.session}\n    ${cause}\n    x\n    ${fix}\n– ${hops.git}\n`,
    });
  });
});

test('tries the repository that is named, with the profile that is named', async () => {
  const fake = app(good);
  await run(fake, ['hello']);
  await run(fake, ['--profile', 'work-mfa', 'https://x']);
  await run(fake);
  expect(fake.asked).toEqual(['try hello null', 'try https://x id-work-mfa', 'try null null']);
});

test('without a name it is the one that git asked for last', async () => {
  const fake = app(good);
  const use = { at: NOW, profile: null, outcome: 'answered' } as const;
  const uses = [
    { ...use, by: 'endpoint', what: 'x' },
    { ...use, by: 'git', what: 'last' },
    { ...use, by: 'git', what: 'old' },
  ] as const;
  const view = fake.view();
  Object.assign(fake, { view: () => ({ ...view, uses }) });
  await run(fake);
  expect(fake.asked).toEqual(['try last null']);
});

test('a profile that is not there is said to be none, and nothing is tried', async () => {
  const fake = app(good);
  expect((await run(fake, ['--profile', 'nobody'])).status).toBe(1);
  expect(fake.asked).toEqual([]);
});
