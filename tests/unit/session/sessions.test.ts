import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError } from '../../../electron/core/base/failure.ts';
import { sessionOf } from '../../../electron/core/session/state.ts';
import { MORNING } from '../../fakes/clock.ts';
import { HOUR, MINUTE, profileWith, throughWith } from '../samples.ts';
import { Computer, codeOf, drained, failing } from './computer.ts';

let computer: Computer;
beforeEach(() => {
  computer = new Computer();
});

describe('signing in', () => {
  test('without a code goes on where the disk takes nothing: what is to be written is owed', async () => {
    computer.checking = failing('file.disk-full');
    expect(await codeOf(computer.signIn())).toBe('file.disk-full');
    await computer.sessions.signIn(computer.profile, { ...computer.wayIn(computer.profile), renews: true });
    expect(computer.state.is).toBe('active');
  });

  test('and the end of a session wait for no keyring', async () => {
    let answer = () => {};
    const seal = computer.box.seal.bind(computer.box);
    computer.box.seal = async (...given) => {
      await new Promise<void>((resolve) => {
        answer = resolve;
      });
      return seal(...given);
    };
    await computer.sessions.signIn(computer.profile, computer.wayIn(computer.profile));
    expect(computer.written.size).toBe(1);
    expect(computer.files.texts.size).toBe(0);
    computer.timer.sleep(24 * HOUR);
    computer.sessions.tick();
    await drained();
    expect(computer.written.size).toBe(0);
    answer();
    await computer.sessions.settled('p1');
    expect(computer.files.texts.size).toBe(0);
  });

  test('delivers, tells what waited, and keeps', async () => {
    await computer.signIn();
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa']);
    expect(computer.files.texts.has('p1')).toBe(true);
    expect(computer.sessions.sessionOf('p1')?.expiresAt).toBe(MORNING + 12 * HOUR);
  });

  test('is one at a time for a profile, and not for all', async () => {
    computer.profiles.push(profileWith({ id: 'p2', name: 'other' }));
    let asked = 0;
    computer.request = () => {
      asked++;
      return new Promise(() => {});
    };
    void computer.signIn();
    expect(await codeOf(computer.signIn())).toBe('sign-in.busy');
    void computer.signIn(profileWith({ id: 'p2' }));
    await drained();
    expect(asked).toBe(2);
  });

  test('can begin as soon as the last one is shown, while that is still being written', async () => {
    let write = () => {};
    computer.writing = () =>
      new Promise((resolve) => {
        write = resolve;
      });
    const first = computer.signIn();
    await drained();
    expect(computer.state.is).toBe('active');
    const second = computer.signIn();
    await drained();
    computer.writing = async () => {};
    write();
    expect(await Promise.all([first, second])).toHaveLength(2);
    expect(computer.takeLog()).toEqual(['began', 'began', 'deliver work-mfa', 'deliver work-mfa']);
  });

  test('refused leaves nothing behind, and the next try begins at once', async () => {
    computer.request = failing('code.rejected');
    expect(await codeOf(computer.signIn())).toBe('code.rejected');
    expect(computer.state).toMatchObject({ is: 'signedOut', failure: { code: 'code.rejected' } });
    expect(computer.log).toEqual([]);
    computer.request = async () => computer.grant();
    await computer.signIn();
    expect(computer.state.is).toBe('active');
  });

  test('that fails for an unknown reason does not quote it', async () => {
    computer.request = async () => {
      throw new RangeError('planted-secret-key');
    };
    const thrown = await computer.signIn().catch((why: FailureError) => why);
    expect(thrown).toMatchObject({ failure: { code: 'internal.unexpected', params: { kind: 'RangeError' } } });
  });

  test.each([
    ['aborts', true],
    ['is answered all the same', false],
  ])('cancelled while the request %s', async (_, heeds) => {
    let answer = () => {};
    computer.request = (_profile, signal) =>
      new Promise((resolve, reject) => {
        answer = () => resolve(computer.grant());
        if (heeds) signal.addEventListener('abort', () => reject(new Error('aborted')));
      });
    const result = codeOf(computer.signIn());
    await drained();
    computer.sessions.cancel('p1');
    answer();
    expect(await result).toBe('sign-in.cancelled');
    expect(computer.state).toMatchObject({ is: 'signedOut', failure: { code: 'sign-in.cancelled' } });
    expect(computer.log).toEqual([]);
    computer.sessions.cancel('p1');
  });

  test('whose session cannot be written says so, and serves it all the same', async () => {
    computer.writing = failing('file.read-only');
    expect(await codeOf(computer.signIn())).toBe('file.read-only');
    expect(computer.sessions.sessionOf('p1')).not.toBeNull();
    expect(computer.state).toMatchObject({ is: 'active', failure: { code: 'file.read-only' } });
  });

  test('whose session cannot be written yet is written as soon as it can be', async () => {
    computer.writing = failing('file.disk-full');
    await codeOf(computer.signIn());
    computer.timer.pass(3 * MINUTE);
    await drained();
    expect(computer.written.size).toBe(0);
    computer.writing = async () => {};
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.written.size).toBe(1);
    expect(computer.state).toMatchObject({ is: 'active', failure: null });
  });

  test('that took longer than the session lasts is no session', async () => {
    computer.request = async () => computer.grant(-1);
    expect(await codeOf(computer.signIn())).toBe('session.expired');
    expect(computer.log).toEqual([]);
    expect(computer.files.texts.size).toBe(0);
  });

  test('while the profile is renamed writes to its new name', async () => {
    let answer = () => {};
    computer.request = () =>
      new Promise((resolve) => {
        answer = () => resolve(computer.grant());
      });
    const done = computer.signIn();
    await drained();
    computer.profiles = [profileWith({ name: 'renamed' })];
    answer();
    await done;
    expect([...computer.written.keys()]).toEqual(['renamed']);
    computer.timer.pass(12 * HOUR);
    await drained();
    expect(computer.written.size).toBe(0);
  });
});

describe('renewing', () => {
  beforeEach(async () => {
    await computer.signIn();
    computer.takeLog();
  });

  test('goes on serving the old session until the new one is there', async () => {
    const old = computer.sessions.sessionOf('p1');
    let answer = () => {};
    computer.request = () =>
      new Promise((resolve) => {
        answer = () => resolve(computer.grant(24 * HOUR));
      });
    const done = computer.signIn();
    await drained();
    expect(computer.sessions.sessionOf('p1')).toBe(old);
    answer();
    await done;
    expect(computer.sessions.sessionOf('p1')?.expiresAt).toBe(MORNING + 24 * HOUR);
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa']);
  });

  test('refused or cancelled leaves the old session as it was', async () => {
    const old = computer.sessions.sessionOf('p1');
    computer.request = failing('code.rejected');
    expect(await codeOf(computer.signIn())).toBe('code.rejected');
    expect(computer.sessions.sessionOf('p1')).toBe(old);
    expect(computer.written.get('work-mfa')).toBe(old);
    expect(computer.log).toEqual([]);
  });

  test('may outlive the old session, whose end is told, and goes on', async () => {
    let answer = () => {};
    computer.request = () =>
      new Promise((resolve) => {
        answer = () => resolve(computer.grant());
      });
    const done = computer.signIn();
    computer.timer.pass(12 * HOUR);
    await drained();
    expect(computer.takeLog()).toEqual([
      'ending work-mfa 720',
      'ending work-mfa 720',
      'ended work-mfa 720',
      'withdraw work-mfa',
    ]);
    answer();
    await done;
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa']);
    expect(computer.state).toMatchObject({ is: 'active', renewal: null });
  });

  test('never ends a session for one that is already over', async () => {
    const old = computer.sessions.sessionOf('p1');
    computer.request = async () => computer.grant(-1);
    expect(await codeOf(computer.signIn())).toBe('session.expired');
    expect(computer.sessions.sessionOf('p1')).toBe(old);
    expect(computer.log).toEqual([]);
  });
});

describe('time', () => {
  beforeEach(async () => {
    await computer.signIn();
    computer.takeLog();
  });

  test('brings each notice once and at its moment, then the end', async () => {
    const told: [number, string][] = [];
    for (let minute = 0; minute <= 13 * 60; minute++) {
      for (const line of computer.takeLog()) told.push([minute - 1, line]);
      computer.timer.pass(MINUTE);
      await drained();
    }
    expect(told).toEqual([
      [12 * 60 - 16, 'ending work-mfa 720'],
      [12 * 60 - 6, 'ending work-mfa 720'],
      [12 * 60 - 1, 'ended work-mfa 720'],
      [12 * 60 - 1, 'withdraw work-mfa'],
    ]);
    expect(computer.timer.count).toBe(0);
    expect(computer.files.texts.size).toBe(0);
  });

  test('that is slept through is noticed on waking: one notice for all that was missed', () => {
    computer.timer.sleep(12 * HOUR - 2 * MINUTE);
    computer.sessions.tick();
    expect(computer.takeLog()).toEqual(['ending work-mfa 720']);
    computer.sessions.tick();
    computer.timer.pass(MINUTE);
    expect(computer.takeLog()).toEqual([]);
  });

  test('that is slept through wholly ends the session before anything of it is served', async () => {
    computer.timer.sleep(12 * HOUR);
    // The timer has not run yet, and nobody has said that the computer woke.
    expect(computer.sessions.sessionOf('p1')).toBeNull();
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.takeLog()).toEqual(['ended work-mfa 721', 'withdraw work-mfa']);
  });

  test('is AWS’s: a clock that is set does not end a session or prolong it', () => {
    computer.clock.learn(computer.wall.wall());
    for (const jump of [48 * HOUR, -96 * HOUR]) {
      computer.wall.jump(jump);
      computer.sessions.tick();
      expect(computer.sessions.sessionOf('p1')).not.toBeNull();
    }
    expect(computer.log).toEqual([]);
    computer.timer.pass(12 * HOUR);
    expect(computer.state.is).toBe('expired');
  });

  test('never lets a timer sleep for more than a minute', () => {
    expect(computer.timer.next).toBe(MINUTE);
    computer.timer.pass(12 * HOUR - 15 * MINUTE - 30_000);
    expect(computer.timer.next).toBe(30_000);
  });

  test('stops with the app', () => {
    computer.sessions.stop();
    expect(computer.timer.count).toBe(0);
  });
});

describe('signing out', () => {
  test('takes everything away, and tells nobody that something ended', async () => {
    await computer.signIn();
    computer.takeLog();
    await computer.sessions.signOut(computer.profile);
    expect(computer.takeLog()).toEqual(['withdraw work-mfa']);
    expect(computer.state).toEqual({ is: 'signedOut', failure: null });
    expect(computer.files.texts.size).toBe(0);
  });

  test('in the middle of a sign-in ends that too', async () => {
    let answer = () => {};
    computer.request = () =>
      new Promise((resolve) => {
        answer = () => resolve(computer.grant());
      });
    const signIn = codeOf(computer.signIn());
    await drained();
    await computer.sessions.signOut(computer.profile);
    answer();
    expect(await signIn).toBe('sign-in.cancelled');
    expect(computer.state).toEqual({ is: 'signedOut', failure: null });
    expect(computer.log).toEqual([]);
  });

  test('while a delivery is still being written comes after it', async () => {
    let write = () => {};
    computer.writing = () =>
      new Promise((resolve) => {
        write = resolve;
      });
    const signIn = computer.signIn();
    await drained();
    const signOut = computer.sessions.signOut(computer.profile);
    computer.writing = async () => {};
    write();
    await Promise.allSettled([signIn, signOut]);
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa', 'withdraw work-mfa']);
    expect(computer.written.size).toBe(0);
  });

  test('without a session takes away what an earlier run left, in the file and in the keyring', async () => {
    await computer.signIn();
    computer.start();
    await computer.sessions.signOut(computer.profile);
    expect(computer.written.size).toBe(0);
    expect(computer.files.texts.size).toBe(0);
  });

  test('that cannot take the keys away says so, and tries until it can', async () => {
    await computer.signIn();
    computer.writing = failing('file.disk-full');
    expect(await codeOf(computer.sessions.signOut(computer.profile))).toBe('file.disk-full');
    expect(computer.state).toMatchObject({ is: 'signedOut', failure: { code: 'file.disk-full' } });
    computer.timer.pass(5 * MINUTE);
    await drained();
    expect(computer.written.size).toBe(1);
    computer.writing = async () => {};
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.written.size).toBe(0);
    expect(computer.state).toEqual({ is: 'signedOut', failure: null });
    computer.timer.pass(MINUTE);
    expect(computer.timer.count).toBe(0);
  });

  test('whose keys are still to be taken away gives way to a new session', async () => {
    await computer.signIn();
    computer.writing = failing('file.disk-full');
    await codeOf(computer.sessions.signOut(computer.profile));
    computer.writing = async () => {};
    await computer.signIn();
    computer.takeLog();
    computer.timer.pass(5 * MINUTE);
    await drained();
    expect(computer.log).toEqual([]);
    expect(computer.written.size).toBe(1);
  });
});

describe('after a restart', () => {
  const restart = async () => {
    computer.sessions.stop();
    computer.takeLog();
    computer.start();
    await computer.sessions.restore(computer.profile);
  };

  test('a kept session goes on', async () => {
    await computer.signIn();
    const before = computer.written.get('work-mfa');
    await restart();
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa']);
    const after = computer.sessions.sessionOf('p1');
    expect(after?.credentials.reveal()).toEqual(before?.credentials.reveal());
    expect(after?.expiresAt).toBe(before?.expiresAt);
  });

  test('a notice that was given is not given again', async () => {
    await computer.signIn();
    computer.timer.pass(12 * HOUR - 10 * MINUTE);
    await drained();
    await restart();
    computer.timer.pass(10 * MINUTE);
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa', 'ending work-mfa 720', 'ended work-mfa 720']);
  });

  test('one that was due while the app was off is given at once', async () => {
    await computer.signIn();
    computer.sessions.stop();
    computer.timer.sleep(12 * HOUR - 10 * MINUTE);
    await restart();
    computer.timer.pass(0);
    expect(computer.takeLog()).toEqual(['began', 'deliver work-mfa', 'ending work-mfa 720']);
  });

  test('one that ended while the app was off is told, once, and taken away', async () => {
    await computer.signIn();
    computer.sessions.stop();
    computer.timer.sleep(13 * HOUR);
    await restart();
    expect(computer.takeLog()).toEqual(['ended work-mfa 780', 'withdraw work-mfa']);
    expect(computer.state.is).toBe('expired');
    await restart();
    expect(computer.log).toEqual([]);
  });

  test('what was left in the file without being kept is taken away', async () => {
    computer.box.state = 'missing';
    await computer.signIn();
    expect(computer.sessions.notKept?.code).toBe('kept.not-encrypted');
    await restart();
    expect(computer.takeLog()).toEqual(['withdraw work-mfa']);
    expect(computer.state.is).toBe('signedOut');
  });

  test('with the keyring locked the session comes back when it is unlocked', async () => {
    await computer.signIn();
    computer.box.state = 'locked';
    await restart();
    expect(computer.state.is).toBe('signedOut');
    expect(computer.sessions.notKept?.code).toBe('kept.locked');
    computer.box.state = 'open';
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.state.is).toBe('active');
    expect(computer.sessions.notKept).toBeNull();
  });

  test('a session that began with the keyring locked is kept once it is unlocked', async () => {
    computer.box.state = 'locked';
    await computer.signIn();
    expect(computer.sessions.notKept?.code).toBe('kept.locked');
    expect(computer.files.texts.size).toBe(0);
    computer.box.state = 'open';
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.sessions.notKept).toBeNull();
    expect(computer.files.texts.size).toBe(1);
  });

  test('with the keyring locked until the session is over it is cleaned up all the same', async () => {
    await computer.signIn();
    computer.box.state = 'locked';
    await restart();
    computer.timer.sleep(24 * HOUR);
    computer.box.state = 'open';
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.written.size).toBe(0);
    expect(computer.takeLog()).toEqual(['withdraw work-mfa', expect.stringMatching(/^ended/)]);
    expect(computer.files.texts.size).toBe(0);
  });

  test('with another keyring it is not forgotten, and comes back with the first', async () => {
    await computer.signIn();
    computer.box.key = 'another';
    await restart();
    expect(computer.sessions.notKept?.code).toBe('kept.other-key');
    expect(computer.written.size).toBe(0);
    computer.box.key = 'first';
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.state.is).toBe('active');
  });

  test('a keyring that a person has opened gives it back at once, and keeps what has begun', async () => {
    await computer.signIn();
    computer.box.state = 'locked';
    await restart();
    computer.box.state = 'open';
    await computer.sessions.keyringChanged();
    expect(computer.state.is).toBe('active');
    expect(computer.timer.count).toBe(1);
    computer.files.texts.clear();
    await computer.sessions.keyringChanged();
    expect(computer.files.texts.size).toBe(1);
  });

  test('a sign-in that is quicker than the keyring becomes a renewal of what comes back', async () => {
    await computer.signIn();
    computer.start();
    computer.takeLog();
    const restored = computer.sessions.restore(computer.profile);
    computer.request = failing('code.rejected');
    const signIn = codeOf(
      new Promise<void>((resolve, reject) => {
        computer.request = async () => {
          await drained();
          throw new FailureError('code.rejected');
        };
        computer.signIn().then(resolve, reject);
      }),
    );
    await restored;
    expect(computer.sessions.sessionOf('p1')).not.toBeNull();
    expect(await signIn).toBe('code.rejected');
    expect(computer.state).toMatchObject({ is: 'active', failure: { code: 'code.rejected' } });
  });

  test('a session that a person has replaced does not come back from a slow keyring', async () => {
    await computer.signIn();
    computer.start();
    const restored = computer.sessions.restore(computer.profile);
    computer.request = async () => computer.grant(HOUR);
    await Promise.all([restored, computer.signIn()]);
    computer.timer.pass(HOUR);
    await drained();
    expect(computer.state).toMatchObject({ is: 'expired', endedAt: MORNING + HOUR });
  });

  test('a session that a person ended does not come back from a slow keyring', async () => {
    await computer.signIn();
    computer.start();
    const restored = computer.sessions.restore(computer.profile);
    const signOut = computer.sessions.signOut(computer.profile);
    await Promise.all([restored, signOut]);
    expect(computer.state.is).toBe('signedOut');
    expect(computer.written.size).toBe(0);
    expect(computer.files.texts.size).toBe(0);
  });

  test('AWS’s time of the last run is believed, even if the clock was set meanwhile in that run', async () => {
    computer.wall.jump(-5 * HOUR);
    computer.clock.learn(MORNING);
    computer.request = async () => ({
      ...computer.grant(),
      granted: { ...computer.grant().granted, expiresAt: MORNING + 12 * HOUR },
    });
    await computer.signIn();
    computer.wall.jump(-3 * HOUR);
    computer.timer.pass(2 * MINUTE);
    await drained();
    await restart();
    expect(Math.abs(computer.clock.now() - (MORNING + 2 * MINUTE))).toBeLessThan(3_000);
  });
});

describe('waiting for a session', () => {
  test('ends when it begins, and at once when it is there', async () => {
    const waits = computer.sessions.begun('p1', new AbortController().signal);
    await computer.signIn();
    expect(await waits).toBeUndefined();
    expect(await computer.sessions.begun('p1', new AbortController().signal)).toBeUndefined();
  });

  test('ends with the one who waits', async () => {
    const gone = new AbortController();
    const waits = codeOf(computer.sessions.begun('p1', gone.signal));
    gone.abort();
    expect(await waits).toBe('sign-in.cancelled');
    expect(await codeOf(computer.sessions.begun('p1', gone.signal))).toBe('sign-in.cancelled');
  });
});

describe('a role that another profile’s session assumes', () => {
  const role = profileWith({ id: 'p2', name: 'role', way: throughWith('p1'), durationSeconds: 3_600 });
  let online: boolean;
  beforeEach(async () => {
    online = true;
    computer.profiles.push(role);
    await computer.signIn();
    computer.request = async ({ id }) => {
      if (!online) throw new FailureError('network.offline', { host: 'sts' });
      return computer.grant(id === 'p2' ? HOUR : 12 * HOUR);
    };
    await computer.signIn(role);
    computer.takeLog();
  });
  const pass = async (ms: number) => {
    for (let left = ms; left > 0; left -= MINUTE) {
      computer.timer.pass(Math.min(left, MINUTE));
      await drained();
    }
  };

  test('is renewed before it ends, as long as that session lives, and nobody is told', async () => {
    await pass(11 * HOUR);
    expect(computer.sessions.sessionOf('p2')).not.toBeNull();
    expect(new Set(computer.takeLog())).toEqual(new Set(['began', 'deliver role']));
  });

  test('ends after it, and that is told', async () => {
    await pass(12 * HOUR);
    computer.takeLog();
    await pass(HOUR);
    expect(computer.sessions.sessionOf('p2')).toBeNull();
    expect(computer.takeLog().filter((line) => line.startsWith('ended'))).toHaveLength(1);
  });

  test('that a sleep has ended is there again on waking, even where the network comes later', async () => {
    online = false;
    computer.timer.sleep(3 * HOUR);
    computer.sessions.tick();
    await drained();
    expect(computer.sessions.stateOf('p2')).toMatchObject({ is: 'expired', failure: { code: 'network.offline' } });
    online = true;
    await pass(2 * MINUTE);
    expect(computer.sessions.sessionOf('p2')).not.toBeNull();
    expect(computer.takeLog()).toEqual(['withdraw role', 'began', 'deliver role']);
  });

  test('that a person has signed out stays so', async () => {
    await computer.sessions.signOut(role);
    await pass(2 * HOUR);
    await computer.signIn();
    await pass(2 * HOUR);
    expect(computer.sessions.stateOf('p2')).toEqual({ is: 'signedOut', failure: null });
  });

  test('that ended with its parent comes back with it', async () => {
    await pass(13 * HOUR);
    expect(computer.sessions.stateOf('p2').is).toBe('expired');
    await computer.signIn();
    await drained();
    expect(computer.sessions.sessionOf('p2')).not.toBeNull();
  });
});

test('profiles do not disturb each other', async () => {
  const other = profileWith({ id: 'p2', name: 'other', warnBefore: [60] });
  computer.profiles.push(other);
  await computer.signIn();
  computer.request = async () => computer.grant(2 * HOUR);
  await computer.signIn(other);
  computer.takeLog();
  computer.timer.pass(2 * HOUR);
  await drained();
  expect(computer.takeLog()).toEqual(['ending other 120', 'ended other 120', 'withdraw other']);
  expect(sessionOf(computer.state)).not.toBeNull();
});
