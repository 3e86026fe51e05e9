import { beforeEach, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { AppWorld } from '../../fakes/app-world.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith, HOUR } from '../samples.ts';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith());
});
const unknown = { failure: { code: 'profile.unknown' } };
const secret = new Secret(TOTP_SECRET);

test('nothing is done for a profile that does not exist', async () => {
  const { authenticators } = w.app;
  await expect(authenticators.store('x', secret)).rejects.toMatchObject(unknown);
  await expect(authenticators.storePicture('x', Uint8Array.of(1), null)).rejects.toMatchObject(unknown);
  await expect(authenticators.remove('x')).rejects.toMatchObject(unknown);
  expect(w.secretFiles.kept.length).toBe(0);
});

test('a daily sign-in is had only with a stored authenticator, and ends with it', async () => {
  const { authenticators, book } = w.app;
  expect(() => authenticators.signInDaily('p1', '08:30')).toThrow(
    expect.objectContaining({ failure: { code: 'code.malformed', params: {} } }),
  );
  // None is had without one.
  authenticators.signInDaily('p1', null);
  await authenticators.store('p1', secret);
  authenticators.signInDaily('p1', '08:30');
  expect(book.profile('p1').dailyAt).toBe('08:30');
  expect(w.timer.count).toBe(1);
  await authenticators.remove('p1');
  expect(book.profile('p1').dailyAt).toBeNull();
  w.timer.pass(48 * HOUR);
  expect([w.sts.actions, w.timer.count]).toEqual([[], 0]);
});

test('what an earlier run has stored is found at start, and its daily sign-in goes on', async () => {
  const { authenticators } = w.app;
  await authenticators.store('p1', secret);
  authenticators.signInDaily('p1', '08:30');
  w.app.stop();
  w.clock.advance(48 * HOUR);
  const again = w.build();
  expect(again.view().profiles[0]?.storedTotp).toBe(false);
  await again.start({ byHand: true, hasTray: true });
  expect(again.view().profiles[0]?.storedTotp).toBe(true);
  await again.sessions.begun('p1', new AbortController().signal);
  expect(w.sts.actions).toEqual(['identity', 'sessionToken']);
});

test('the settings hold no secret of what is kept', async () => {
  const { authenticators, keys } = w.app;
  await authenticators.store('p1', secret);
  await keys.keep('work', 'eu-central-1');
  authenticators.signInDaily('p1', '08:30');
  expect(w.sts.calls.map(({ region }) => region)).toEqual(['eu-central-1']);
  expect(await keys.place('work')).toBe('leaving');
  expect(JSON.stringify(w.store.stored)).not.toMatch(new RegExp(`planted|AKIA|${TOTP_SECRET}`));
  const next = w.build();
  await next.start({ byHand: true, hasTray: true });
  expect(await next.keys.place('work')).toBe('keychain');
  expect(JSON.stringify(w.store.stored)).not.toMatch(new RegExp(`planted|AKIA|${TOTP_SECRET}`));
  await next.keys.putBack('work');
  expect(await next.keys.place('work')).toBe('file');
});

test('where none is stored there is none to be forgotten, and the settings stay as they are', async () => {
  w.secretFiles.broken = 'file.read-only';
  const { saves } = w.store;
  await w.app.authenticators.remove('p1');
  await w.app.authenticators.forget('p1');
  expect(w.store.saves).toBe(saves);
});
