import { beforeEach, describe, expect, test } from 'vitest';
import { FailureError, failureOf } from '../../../electron/core/base/failure.ts';
import { askUntilAnswered } from '../../../electron/core/identity-center/device-code.ts';
import { OidcRefused } from '../../../electron/core/identity-center/port.ts';
import { drained } from '../../fakes/app-world.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeIdentityCenter } from '../../fakes/identity-center.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { PORTAL } from './portals.ts';

let clock: FakeClock;
let timer: FakeTimer;
let center: FakeIdentityCenter;
let cancel: AbortController;
beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  center = new FakeIdentityCenter(() => clock.wall());
  cancel = new AbortController();
});

async function begin() {
  const { client } = await center.register(PORTAL.region, { name: 'x', scopes: [], browser: null });
  const authorization = await center.startDevice(PORTAL.region, client, PORTAL.startUrl);
  const world = { oidc: center, timer, steady: () => clock.steady() };
  const asked = { region: PORTAL.region, client, authorization };
  center.asked.length = 0;
  const answer = askUntilAnswered(world, asked, cancel.signal).then(
    ({ accessToken }) => accessToken.reveal(),
    (thrown) => failureOf(thrown).code,
  );
  return answer;
}

/** Passes seconds one by one, as what is awaited in between has to run. */
async function pass(seconds: number): Promise<void> {
  for (let i = 0; i < seconds; i++) {
    timer.pass(1_000);
    await drained();
  }
}

test('it asks at the pace that it is told, until the person has answered', async () => {
  center.deviceAnswers = 3;
  const answer = begin();
  await drained();
  await pass(3);
  expect(center.asked).toHaveLength(3);
  await pass(1);
  expect(await answer).toMatch(/^planted-access-token/);
  expect(timer.count).toBe(0);
});

test('it asks five seconds slower each time that it is told to', async () => {
  center.refusals.push('slow-down', 'pending', 'slow-down');
  const answer = begin();
  await drained();
  await pass(1 + 6);
  expect(center.asked).toHaveLength(2);
  await pass(6);
  expect(center.asked).toHaveLength(3);
  await pass(10);
  expect(center.asked).toHaveLength(3);
  await pass(1);
  expect(await answer).toMatch(/^planted-access-token/);
});

test.each(['network.offline', 'network.timeout'] as const)('%s in between ends nothing', async (code) => {
  center.refusals.push(new FailureError(code, { host: 'x' }));
  const answer = begin();
  await drained();
  await pass(2);
  expect(await answer).toMatch(/^planted-access-token/);
});

describe('it ends', () => {
  test('when the code has', async () => {
    center.deviceAnswers = 10_000;
    const answer = begin();
    await drained();
    await pass(600);
    expect(await answer).toBe('identity-center.code-expired');
    expect(timer.count).toBe(0);
  });

  test('after a sleep that was longer than the code lives, without asking', async () => {
    center.deviceAnswers = 10_000;
    const answer = begin();
    await drained();
    timer.sleep(700_000);
    await pass(1);
    expect(await answer).toBe('identity-center.code-expired');
    expect(center.asked).toEqual([]);
  });

  test('with the person’s no', async () => {
    center.refusals.push(new OidcRefused('other', { code: 'identity-center.denied', params: {} }));
    const answer = begin();
    await drained();
    await pass(1);
    expect(await answer).toBe('identity-center.denied');
  });

  test('when it is cancelled, at once', async () => {
    const answer = begin();
    await drained();
    cancel.abort();
    expect(await answer).toBe('sign-in.cancelled');
    expect([timer.count, center.asked.length]).toEqual([0, 0]);
  });
});
