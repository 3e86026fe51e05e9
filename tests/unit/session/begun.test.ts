import { beforeEach, describe, expect, test } from 'vitest';
import { Begun } from '../../../electron/core/session/begun.ts';
import { type CountedClient, countedClient } from '../../fakes/counted-client.ts';
import { codeOf, drained } from './computer.ts';

let there: Set<string>;
let begun: Begun;
let client: CountedClient;
beforeEach(() => {
  there = new Set();
  begun = new Begun((profile) => there.has(profile));
  client = countedClient();
});
const isOver = (wait: Promise<void>) => {
  let over = false;
  wait.then(
    () => (over = true),
    () => (over = true),
  );
  return drained().then(() => over);
};

describe('nothing of a wait is left', () => {
  test('when the session has begun', async () => {
    const wait = begun.wait('p1', client.signal);
    expect([begun.count, client.listening, client.begun]).toEqual([1, 1, 1]);
    there.add('p1');
    begun.look();
    await wait;
    expect([begun.count, client.listening]).toEqual([0, 0]);
  });

  test('when it was there at once', async () => {
    there.add('p1');
    await begun.wait('p1', client.signal);
    expect([begun.count, client.listening]).toEqual([0, 0]);
  });

  test('when who waits has gone', async () => {
    const wait = codeOf(begun.wait('p1', client.signal));
    client.abort();
    expect(await wait).toBe('sign-in.cancelled');
    expect([begun.count, client.listening]).toEqual([0, 0]);
  });

  test('when who waits had gone before', async () => {
    there.add('p1');
    client.abort();
    expect(await codeOf(begun.wait('p1', client.signal))).toBe('sign-in.cancelled');
    expect([begun.count, client.listening, client.begun]).toEqual([0, 0, 0]);
  });
});

test('each waits for its own profile, and one that ends lets the others wait on', async () => {
  const first = begun.wait('p1', client.signal);
  const again = begun.wait('p1', client.signal);
  const second = begun.wait('p2', client.signal);
  begun.look();
  expect(begun.count).toBe(3);
  there.add('p1');
  begun.look();
  await Promise.all([first, again]);
  expect([begun.count, client.listening]).toEqual([1, 1]);
  expect(await isOver(second)).toBe(false);
  there.add('p2');
  begun.look();
  await second;
});
