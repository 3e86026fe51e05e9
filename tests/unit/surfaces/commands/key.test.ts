import { beforeEach, expect, test } from 'vitest';
import { failure } from '../../../../electron/core/base/failure.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp, NOW } from '../../../fakes/command-app.ts';
import { RESTING } from '../../../fakes/daypass-api.ts';

const DAY = 24 * 3_600_000;
let app: FakeCommandApp;
beforeEach(() => {
  app = new FakeCommandApp();
  app.keyStatus = {
    place: 'keychain',
    keys: [
      {
        key: 'AKIA…OLD1',
        used: true,
        active: true,
        created: NOW - 214 * DAY,
        lastUsed: { at: NOW, service: 'codecommit' },
      },
      { key: 'AKIA…TWO2', used: false, active: false, created: NOW, lastUsed: 'unknown' },
    ],
    why: null,
    gitCredentials: ['ann-at-123456789012'],
    sshKeys: [],
  };
});
const run = (...args: string[]) =>
  runCommand(app, { command: 'key', args, input: '', language: 'en', signal: new AbortController().signal });

test('status says where the key is, how old, what used it, and what else gets in', async () => {
  const { status, stdout } = await run('status');
  expect([status, ...stdout.split('\n').slice(0, 5)]).toEqual([
    0,
    'The key of work is in the keychain, and not in the file.',
    'AKIA…OLD1  used here, created 214 days ago, last used today by codecommit',
    'AKIA…TWO2  not used here, created today, AWS doesn’t say when it was last used, inactive',
    'Without MFA:',
    'HTTPS git credentials: ann-at-123456789012',
  ]);
});

test('status as JSON holds the same, and the rotation that is under way', async () => {
  app.rotation = RESTING;
  const { stdout } = await run('status', 'work-mfa', '--json');
  expect(JSON.parse(stdout)).toEqual({ source: 'work', ...app.keyStatus, rotation: RESTING });
});

test('signed out, status says what it knows and what to do; of another refusal it ends with 1', async () => {
  app.keyStatus = { ...app.keyStatus, keys: null, why: failure('rotation.signed-out', { profile: 'work-mfa' }) };
  expect(await run('status')).toMatchObject({ status: 0, stdout: expect.stringContaining('Sign in to work-mfa') });
  app.keyStatus = { ...app.keyStatus, why: failure('rotation.denied', { message: 'no' }) };
  expect(await run('status')).toMatchObject({ status: 1 });
});

test('rotate says which key is used now, and when the old one goes', async () => {
  app.rotation = RESTING;
  expect(await run('rotate')).toMatchObject({
    status: 0,
    stdout:
      'The new key AKIA…NEW1 is used. The old one, AKIA…OLD1, is inactive. It is deleted the first time you sign in from 2026-01-12 on.\n',
  });
});

test.each([
  ['undo', 'The old key of work is used again.\n'],
  ['delete-old', 'The old key was deleted.\n'],
] as const)('rotate goes on with what had stopped at %s, and says what that was', async (step, stdout) => {
  app.rotation = { ...RESTING, step, deleteAt: null };
  expect(await run('rotate')).toEqual({ status: 0, stdout, stderr: '' });
});

test.each([
  ['rotate', 'rotate work'],
  ['undo', 'undo work'],
  ['delete-old', 'delete-old work'],
  ['delete-other', 'delete AKIA…TWO2'],
])('%s does so, and a refusal is said with what to do', async (word, done) => {
  expect(await run(word)).toMatchObject({ status: 0, stderr: '' });
  expect(app.asked).toEqual([done]);
  app.rejects = failure('rotation.two-keys');
  expect(await run(word)).toMatchObject({ status: 1, stderr: expect.stringContaining('no third') });
  app.rejects = failure('rotation.signed-out', { profile: 'work-mfa' });
  expect(await run(word)).toMatchObject({ status: 4, stderr: expect.stringContaining('Sign in to work-mfa first') });
});

test('delete-other with no other, or where AWS doesn’t say, deletes nothing', async () => {
  app.keyStatus = { ...app.keyStatus, keys: app.keyStatus.keys?.slice(0, 1) ?? null };
  expect(await run('delete-other')).toMatchObject({ status: 1, stderr: 'daypass: There is no second key.\n' });
  app.keyStatus = { ...app.keyStatus, keys: null, why: failure('rotation.signed-out', { profile: 'work-mfa' }) };
  expect(await run('delete-other')).toMatchObject({ status: 4 });
  expect(app.asked).toEqual([]);
});

test.each([[['turn']], [['rotate', '--json']]])('%j is wrong use', async (args) => {
  expect(await run(...args)).toMatchObject({ status: 2 });
});
