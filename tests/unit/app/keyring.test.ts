import { beforeEach, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { AppWorld } from '../../fakes/app-world.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith } from '../samples.ts';
import { drained } from '../session/computer.ts';

let w: AppWorld;
const start = async () => {
  await w.build().start({ byHand: true, hasTray: true });
  return w.app;
};
const told = async () =>
  (await w.app.doctor.examine()).checks.flatMap(({ findings }) => findings.map(({ failure }) => failure.code));
beforeEach(async () => {
  w = new AppWorld();
  w.add(choiceWith());
  await w.app.keys.keep('work', 'eu-central-1');
});

test('a keyring that holds back what is kept is told of, and finishes what waits when the doctor looks again', async () => {
  w.box.state = 'locked';
  const app = await start();
  expect(app.view().notices.map(({ code }) => code)).toEqual(['kept.locked']);
  expect(await told()).toContain('kept.locked');
  w.box.state = 'open';
  expect(await told()).not.toContain('kept.locked');
  expect(app.view().notices).toEqual([]);
  expect(await app.keys.place('work')).toBe('keychain');
});

test('a keyring that is opened later, or comes later, is noticed without anybody, and what waits for it is finished', async () => {
  await w.signIn();
  w.box.state = 'missing';
  const app = await start();
  w.box.state = 'locked';
  w.timer.pass(10_000);
  await drained();
  expect(app.view().notices.map(({ code }) => code)).toEqual(['kept.locked']);
  expect(await app.keys.place('work')).toBe('leaving');
  w.box.state = 'open';
  w.timer.pass(10_000);
  await drained();
  expect(app.view().notices).toEqual([]);
  expect(await app.keys.place('work')).toBe('keychain');
  expect(app.sessions.sessionOf('p1')).not.toBeNull();
});

test('what is damaged is not looked at again and again, nor is anything once Daypass has stopped', async () => {
  w.box.state = 'locked';
  const app = await start();
  const waiting = w.timer.count;
  app.stop();
  expect(w.timer.count).toBeLessThan(waiting);
  w.box.state = 'open';
  w.secretFiles.texts.set('proof', 'damaged');
  await start();
  expect(w.app.view().notices.map(({ code }) => code)).toEqual(['kept.unreadable']);
  w.secretFiles.texts.set('proof', w.box.sealed('proof'));
  w.timer.pass(60_000);
  await drained();
  expect(w.app.view().notices.map(({ code }) => code)).toEqual(['kept.unreadable']);
});

test('a person can have it opened, and what was kept comes back at once', async () => {
  await w.signIn();
  w.box.state = 'locked';
  const app = await start();
  expect(app.sessions.sessionOf('p1')).toBeNull();
  await app.keyring.unlock();
  expect(app.sessions.sessionOf('p1')).not.toBeNull();
  expect(app.view().notices).toEqual([]);
  expect(await app.keys.place('work')).toBe('keychain');
});

test('a person who does not open it is told why, and all stays', async () => {
  w.box.state = 'locked';
  w.box.opens = false;
  const app = await start();
  await expect(app.keyring.unlock()).rejects.toMatchObject({ failure: { code: 'kept.locked' } });
  expect(await app.keys.place('work')).toBe('leaving');
});

test('with another keyring a person can begin anew: what the first has sealed is set aside, and not used', async () => {
  await w.app.authenticators.store('p1', new Secret(TOTP_SECRET));
  await w.signIn();
  w.box.key = 'second';
  const app = await start();
  expect(app.view().notices.map(({ code }) => code)).toEqual(['kept.other-key']);
  expect(app.view().profiles[0]?.storedTotp).toBe(true);
  await app.keyring.beginAnew();
  expect(app.view().notices).toEqual([]);
  expect(app.view().profiles[0]?.storedTotp).toBe(false);
  expect([w.secretFiles.aside.length, w.sessionFiles.aside.length]).toEqual([1, 1]);
  await w.signIn('p1', '654321');
  expect(w.sessionFiles.kept).toEqual(['p1']);
});

test('where nothing is kept, nobody is told of a keyring', async () => {
  w = new AppWorld();
  w.add(choiceWith());
  w.box.state = 'missing';
  expect((await start()).view().notices).toEqual([]);
});
