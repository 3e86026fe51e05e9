/** What programs are given, in the whole app: the living session, as a use; or a wait until there is one and it is written. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { MORNING } from '../../fakes/clock.ts';
import { countedClient } from '../../fakes/counted-client.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';
import { keys, NOTHING, placed } from './placed.ts';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith());
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ failure }: FailureError) => failure.code,
  );

describe('serving', () => {
  test('gives the living session and notes the use, and notes a refusal', async () => {
    expect(w.app.serving.serve('p1', 'credential_process', 'work-mfa')).toBeNull();
    await w.signIn();
    w.timer.pass(MINUTE);
    const served = w.app.serving.serve('p1', 'endpoint', 'terraform') ?? expect.fail();
    expect(served.credentials.reveal().accessKeyId).toBe('ASIA0000000000000001');
    expect(served.expiresAt).toBe(MORNING + 12 * HOUR);
    expect(w.app.view().uses).toEqual([
      { at: MORNING + MINUTE, by: 'endpoint', what: 'terraform', profile: 'p1', outcome: 'answered' },
      { at: MORNING, by: 'credential_process', what: 'work-mfa', profile: 'p1', outcome: 'refused' },
    ]);
    w.timer.pass(12 * HOUR);
    expect(w.app.serving.serve('p1', 'endpoint', 'terraform')).toBeNull();
  });

  test('gives the lines that set the variables, as a use', async () => {
    expect(() => w.app.serving.environment('p1', 'fish')).toThrow(
      expect.objectContaining({ failure: { code: 'session.none', params: { profile: 'work-mfa' } } }),
    );
    await w.signIn();
    const lines = w.app.serving.environment('p1', 'fish');
    expect(`${lines}`).not.toContain('ASIA');
    expect(lines.reveal()).toContain("set -gx AWS_ACCESS_KEY_ID 'ASIA0000000000000001'\n");
    expect(w.app.view().uses.map(({ by, what, outcome }) => [by, what, outcome])).toEqual([
      ['environment', 'fish', 'answered'],
      ['environment', 'fish', 'refused'],
    ]);
  });
});

describe('waiting for a session', () => {
  test('asks a person, and ends with the session', async () => {
    const client = countedClient();
    const wait = w.app.serving.waitForSession('p1', client.signal);
    expect(w.asked).toEqual([{ do: 'open', profile: 'p1', asked: true }]);
    expect(client.listening).toBe(1);
    await w.signIn();
    await wait;
    expect(client.listening).toBe(0);
    expect(w.app.view().uses).toEqual([]);
  });

  test('asks nobody where it is there', async () => {
    await w.signIn();
    w.takeNews();
    const client = countedClient();
    await w.app.serving.waitForSession('p1', client.signal);
    expect(w.asked).toEqual([]);
    expect([w.takeNews(), client.begun]).toEqual([[], 0]);
  });

  test('signs in by itself where that takes nobody', async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    await w.signIn();
    const client = countedClient();
    await w.app.serving.waitForSession('p2', client.signal);
    expect(w.asked).toEqual([]);
    expect(w.sts.actions).toEqual(['identity', 'sessionToken', 'assumeRole']);
    expect(client.listening).toBe(0);
  });

  test('by itself that is refused shows in the profile, and the wait goes on', async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1') }));
    await w.signIn();
    w.files.texts.credentials += '[role]\naws_access_key_id = AKIATHEIRS\n';
    const client = countedClient();
    const wait = codeOf(w.app.serving.waitForSession('p2', client.signal));
    await drained();
    expect(w.app.view().profiles[1]).toMatchObject({ phase: 'signedOut', failure: { code: 'profile.not-ours' } });
    client.abort();
    expect(await wait).toBe('sign-in.cancelled');
    expect(client.listening).toBe(0);
  });

  test.each(['while it waits', 'before'])('ends with who waits, gone %s', async (when) => {
    const client = countedClient();
    if (when === 'before') client.abort();
    const wait = codeOf(w.app.serving.waitForSession('p1', client.signal));
    client.abort();
    expect(await wait).toBe('sign-in.cancelled');
    expect(client.listening).toBe(0);
  });
});

describe('a wait that is to end when the session is written', () => {
  const wait = async () => {
    await w.app.serving.waitForSession('p1', new AbortController().signal);
    const begun = placed(w, 'work-mfa');
    await w.app.sessions.delivered('p1');
    return [begun, placed(w, 'work-mfa')];
  };

  test('ends only then', async () => {
    const waits = wait();
    const edit = w.files.edit.bind(w.files);
    w.files.edit = async (...args) => {
      await drained();
      await edit(...args);
    };
    await w.signIn();
    expect(await waits).toEqual([NOTHING, keys(1)]);
  });

  test('says why where it cannot be', async () => {
    const waits = codeOf(wait());
    w.files.broken = 'file.read-only';
    // What can be known before refuses the sign-in itself.
    w.files.rehearse = async () => {};
    expect(await codeOf(w.signIn())).toBe('file.read-only');
    expect(await waits).toBe('file.read-only');
  });
});
