/** What is written for a session, where it is written to, and who hears of it when it cannot be. */
import { beforeEach, describe, expect, test } from 'vitest';
import { HOUR, MINUTE, profileWith } from '../samples.ts';
import { Computer, codeOf, drained, failing } from './computer.ts';

let computer: Computer;
beforeEach(() => {
  computer = new Computer();
});
const fine = async () => {};

describe('a place that has changed', () => {
  test('is cleared, and the session is written to the new one', async () => {
    await computer.signIn();
    const before = computer.profile;
    computer.profiles = [profileWith({ name: 'renamed' })];
    computer.takeLog();
    computer.sessions.moved(before, ['credentials', 'config']);
    await computer.sessions.delivered('p1');
    expect(computer.takeLog()).toEqual(['remove work-mfa credentials', 'remove work-mfa config', 'deliver renamed']);
  });

  test('has nothing to write where nobody is signed in', async () => {
    computer.sessions.moved(profileWith({ name: 'before' }), ['config']);
    await computer.sessions.delivered('p1');
    expect(computer.takeLog()).toEqual(['remove before config']);
    expect(computer.troubles).toEqual([]);
  });
});

describe('whether it is written', () => {
  test('is known when all writing is over, with the reason why it is not', async () => {
    computer.writing = failing('file.disk-full');
    const signIn = codeOf(computer.signIn());
    await computer.sessions.begun('p1', new AbortController().signal);
    expect(await codeOf(computer.sessions.delivered('p1'))).toBe('file.disk-full');
    expect(await signIn).toBe('file.disk-full');
    computer.writing = fine;
    // Nothing is tried by asking.
    expect(await codeOf(computer.sessions.delivered('p1'))).toBe('file.disk-full');
    await computer.sessions.delivered('p1', true);
    expect(computer.written.size).toBe(1);
    await computer.sessions.delivered('p1');
  });

  test('is said again where it is tried in vain', async () => {
    computer.writing = failing('file.disk-full');
    await codeOf(computer.signIn());
    expect(await codeOf(computer.sessions.delivered('p1', true))).toBe('file.disk-full');
  });
});

describe('what goes wrong is told', () => {
  beforeEach(() => {
    computer.writing = failing('file.disk-full');
  });

  test('by the profile that shows it, until it is right again, which is no trouble', async () => {
    await codeOf(computer.signIn());
    expect(computer.troubles).toEqual(['file.disk-full true']);
    await computer.sessions.delivered('p1').catch(() => {});
    computer.writing = fine;
    computer.timer.pass(MINUTE);
    await drained();
    expect(computer.state).toMatchObject({ failure: null });
    expect(computer.troubles).toEqual(['file.disk-full true']);
  });

  test('to all where no profile shows it, and no state is made up for what is gone', async () => {
    const gone = computer.profile;
    computer.profiles = [profileWith({ id: 'p2', name: 'other' })];
    computer.sessions.moved(gone, ['credentials']);
    await computer.sessions.settled('p1');
    expect(computer.troubles).toEqual(['file.disk-full false']);
    expect(computer.sessions.stateOf('p1')).toEqual({ is: 'signedOut', failure: null });
    expect(computer.sessions.stateOf('p2')).toEqual({ is: 'signedOut', failure: null });
  });
});

describe('signing out', () => {
  const counted = () => {
    let writes = 0;
    computer.writing = async () => void writes++;
    return () => writes;
  };

  test('takes a session away once', async () => {
    await computer.signIn();
    const writes = counted();
    await computer.sessions.signOut(computer.profile);
    expect(writes()).toBe(1);
  });

  test('clears after an earlier run, once, where there is none', async () => {
    const writes = counted();
    computer.files.texts.set('p1', 'left');
    await computer.sessions.signOut(computer.profile);
    expect(writes()).toBe(1);
    expect(computer.files.texts.size).toBe(0);
  });
});

describe('time', () => {
  test('alone may change what is shown, so each look is told', async () => {
    await computer.signIn();
    const { state } = computer;
    const before = computer.changes;
    computer.timer.pass(MINUTE);
    expect(computer.state).toBe(state);
    expect(computer.changes).toBe(before + 1);
  });

  test('keeps nothing of a session that is over, however the clock is set', async () => {
    await computer.signIn();
    await computer.sessions.signOut(computer.profile);
    computer.clock.learn(computer.wall.wall());
    computer.wall.jump(5 * HOUR);
    computer.sessions.tick();
    await computer.sessions.settled('p1');
    expect(computer.sessions.notKept).toBeNull();
    expect(computer.files.texts.size).toBe(0);
  });
});
