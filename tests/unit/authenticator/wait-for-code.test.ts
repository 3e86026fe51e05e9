/** A sign-in that waits for the next code leaves nothing behind, however its wait ends. */
import { beforeEach, describe, expect, test } from 'vitest';
import { Attempts } from '../../../electron/core/authenticator/attempts.ts';
import { StoredTotp } from '../../../electron/core/authenticator/stored-totp.ts';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import type { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { SealedSecrets } from '../../../electron/core/kept/sealed-secrets.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { type CountedClient, countedClient } from '../../fakes/counted-client.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { FakeTimer } from '../../fakes/timer.ts';
import { FakeQrReader, FakeTotp, stepCode, TOTP_SECRET } from '../../fakes/totp.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const wall = new FakeClock();
const clock = new AwsClock(wall);
const drained = () => new Promise((resolve) => setImmediate(resolve));

let client: CountedClient;
let timer: FakeTimer;
let stored: StoredTotp;
beforeEach(async () => {
  client = countedClient();
  timer = new FakeTimer(wall);
  const kept = new SealedSecrets(provenSeal(new FakeSecretBox()), new FakeSealedFiles());
  const attempts = new Attempts();
  stored = new StoredTotp({
    kept,
    totp: new FakeTotp(),
    qr: new FakeQrReader(),
    clock,
    timer,
    attempts,
    changed: () => {},
  });
  await stored.store('p1', new Secret(TOTP_SECRET));
  attempts.sent(SERIAL, new Secret(stepCode(clock.now())), clock.now());
});
const left = () => [client.listening, timer.count, stored.nextCodeAt('p1')];

describe('nothing of the wait is left', () => {
  test('when the next code’s time has come', async () => {
    const code = stored.freshCode('p1', SERIAL, client.signal);
    await drained();
    expect(left()).toEqual([1, 1, clock.now() + 30_000]);
    timer.pass(30_000);
    expect((await code).reveal()).toBe(stepCode(clock.now()));
    expect([left(), client.begun]).toEqual([[0, 0, null], 1]);
  });

  test('when it was cancelled', async () => {
    const code = stored.freshCode('p1', SERIAL, client.signal).catch(({ failure }: FailureError) => failure.code);
    await drained();
    client.abort();
    expect(await code).toBe('sign-in.cancelled');
    expect(left()).toEqual([0, 0, null]);
  });

  test('when it was cancelled before', async () => {
    client.abort();
    await expect(stored.freshCode('p1', SERIAL, client.signal)).rejects.toThrow('sign-in.cancelled');
    expect([left(), client.begun]).toEqual([[0, 0, null], 0]);
  });
});
