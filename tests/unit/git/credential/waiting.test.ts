import { describe, expect, test } from 'vitest';
import { WAIT_MS, Waiting } from '../../../../electron/core/git/credential/waiting.ts';
import { FakeClock } from '../../../fakes/clock.ts';
import { countedClient } from '../../../fakes/counted-client.ts';
import { FakeTimer } from '../../../fakes/timer.ts';

const asked = {
  host: 'git-codecommit.us-east-1.amazonaws.com',
  repository: 'app',
  region: 'us-east-1',
  username: null,
};

function waitingGits() {
  const clock = new FakeClock();
  const time = new FakeTimer(clock);
  let changes = 0;
  const waiting = new Waiting(clock, time, () => changes++);
  return { time, waiting, changes: () => changes };
}

const never = () => null;

test('several wait at once, and each is listed until it ends', async () => {
  const { waiting, changes } = waitingGits();
  let there = false;
  const first = waiting.add(asked, 10, () => (there ? 'first' : null), new AbortController().signal);
  const second = waiting.add({ ...asked, repository: 'lib' }, 20, never, new AbortController().signal);
  expect(waiting.list()).toEqual([
    { ...asked, id: 1, since: 10 },
    { ...asked, repository: 'lib', id: 2, since: 20 },
  ]);
  waiting.look();
  expect(waiting.list()).toHaveLength(2);
  there = true;
  waiting.look();
  expect(await first).toEqual({ is: 'ready', value: 'first' });
  expect(waiting.list().map(({ id }) => id)).toEqual([2]);
  expect(waiting.find(1)).toBeNull();
  waiting.cancel(2);
  expect(await second).toEqual({ is: 'cancelled' });
  expect(changes()).toBe(4);
});

test('a client that goes away is forgotten', async () => {
  const { waiting, time } = waitingGits();
  const client = new AbortController();
  const end = waiting.add(asked, 0, never, client.signal);
  client.abort();
  expect(await end).toEqual({ is: 'gone' });
  expect(waiting.list()).toEqual([]);
  expect(time.count).toBe(0);
});

test('a client that has gone before is not waited for', async () => {
  const { waiting } = waitingGits();
  const client = new AbortController();
  client.abort();
  expect(await waiting.add(asked, 0, never, client.signal)).toEqual({ is: 'gone' });
});

test('five minutes, a suspended computer’s too', async () => {
  const { waiting, time } = waitingGits();
  const end = waiting.add(asked, 0, never, new AbortController().signal);
  time.pass(WAIT_MS - 1);
  expect(waiting.list()).toHaveLength(1);
  time.pass(1);
  expect(await end).toEqual({ is: 'over' });

  const slept = waiting.add(asked, 0, never, new AbortController().signal);
  time.sleep(2 * WAIT_MS);
  time.pass(60_000);
  expect(await slept).toEqual({ is: 'over' });
  expect(time.count).toBe(0);
});

test('ends once: what comes later changes nothing', async () => {
  const { waiting, changes } = waitingGits();
  const client = new AbortController();
  const end = waiting.add(asked, 0, () => 'value', client.signal);
  waiting.look();
  const after = changes();
  waiting.cancel(1);
  waiting.look();
  client.abort();
  expect(await end).toEqual({ is: 'ready', value: 'value' });
  expect(changes()).toBe(after);
});

describe('nothing of a wait is left', () => {
  const left = ({ waiting, time }: ReturnType<typeof waitingGits>, client: { listening: number }) => [
    waiting.list().length,
    time.count,
    client.listening,
  ];

  test.each<[string, (world: ReturnType<typeof waitingGits>, abort: () => void) => void]>([
    ['it can go on', ({ waiting }) => waiting.look()],
    ['it was cancelled', ({ waiting }) => waiting.cancel(1)],
    ['all were cancelled', ({ waiting }) => waiting.cancelAll()],
    ['it has waited long enough', ({ time }) => time.pass(WAIT_MS)],
    ['its client has gone', (_, abort) => abort()],
  ])('when %s', async (how, end) => {
    const world = waitingGits();
    const client = countedClient();
    const wait = world.waiting.add(asked, 0, () => (how === 'it can go on' ? 1 : null), client.signal);
    expect(left(world, client)).toEqual([1, 1, 1]);
    end(world, () => client.abort());
    await wait;
    expect(left(world, client)).toEqual([0, 0, 0]);
    expect(client.begun).toBe(1);
  });

  test('when its client had gone before', async () => {
    const world = waitingGits();
    const client = countedClient();
    client.abort();
    await world.waiting.add(asked, 0, never, client.signal);
    expect([...left(world, client), client.begun]).toEqual([0, 0, 0, 0]);
  });
});

test('the time is looked at once a minute, and at its end to the moment', async () => {
  const { waiting, time } = waitingGits();
  const end = waiting.add(asked, 0, never, new AbortController().signal);
  // A suspended computer's timers come late by as long as it slept, but no later than a look after that.
  time.sleep(WAIT_MS - 90_000);
  time.pass(60_000);
  expect(waiting.list()).toHaveLength(1);
  time.pass(29_999);
  expect(waiting.list()).toHaveLength(1);
  time.pass(1);
  expect(await end).toEqual({ is: 'over' });
});

test('one is found by its number', () => {
  const { waiting } = waitingGits();
  for (const repository of ['app', 'lib']) {
    void waiting.add({ ...asked, repository }, 7, never, new AbortController().signal);
  }
  expect(waiting.find(2)).toEqual({ ...asked, repository: 'lib', id: 2, since: 7 });
  expect(waiting.find(3)).toBeNull();
  waiting.cancel(3);
  expect(waiting.list()).toHaveLength(2);
  waiting.cancelAll();
  expect(waiting.list()).toEqual([]);
});
