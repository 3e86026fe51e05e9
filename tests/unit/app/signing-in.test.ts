/** Signing in, in the whole app: with a code, without one, and only where the session could be written. */
import { beforeEach, describe, expect, test } from 'vitest';
import { mostUrgent } from '../../../electron/core/app/view.ts';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { AppWorld, drained, KEY_FILE } from '../../fakes/app-world.ts';
import { stepCode, TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith, HOUR, MINUTE, throughWith } from '../samples.ts';
import { keys, placed } from './placed.ts';

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith());
});
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => null,
    ({ failure }: FailureError): FailureCode => failure.code,
  );
const pass = async (ms: number) => {
  for (let left = ms; left > 0; left -= MINUTE) {
    w.timer.pass(Math.min(left, MINUTE));
    await drained();
  }
};
const phases = () => w.app.view().profiles.map(({ phase }) => phase);

describe('a code', () => {
  test('is asked of a person where none is stored, and makes the session', async () => {
    expect(w.app.signIns.needsPerson('p1')).toBe(true);
    expect(await codeOf(w.app.signIns.withoutCode('p1'))).toBe('code.malformed');
    await w.signIn('p1', '234567');
    expect(w.sts.codes).toEqual(['234567']);
    expect(placed(w, 'work-mfa')).toEqual(keys(1));
  });

  test('is made where an authenticator is stored; one that is typed is taken all the same', async () => {
    await w.app.authenticators.store('p1', new Secret(TOTP_SECRET));
    expect(w.app.signIns.needsPerson('p1')).toBe(false);
    expect(w.app.signIns.renewsItself('p1')).toBe(false);
    await w.app.signIns.withoutCode('p1');
    await w.signIn('p1', '234567');
    expect(w.sts.codes).toEqual([stepCode(w.clock.wall()), '234567']);
  });

  test('that a person has typed is not made again: the next one is waited for', async () => {
    await w.app.authenticators.store('p1', new Secret(TOTP_SECRET));
    await w.signIn('p1', stepCode(w.clock.wall()));
    const again = w.app.signIns.withoutCode('p1');
    await drained();
    expect(w.app.view().profiles[0]).toMatchObject({ renewing: true, nextCodeAt: w.app.now() + 30_000 });
    w.timer.pass(30_000);
    await again;
    expect(w.sts.codes).toEqual([stepCode(w.clock.wall() - 30_000), stepCode(w.clock.wall())]);
  });

  test.each([
    ['the place is not ours', 'file', 'credentials', '[work-mfa]\naws_access_key_id = AKIATHEIRS\n'],
    ['the place of the command is not ours', 'process', 'config', '[profile work-mfa]\nlogin_session = x\n'],
  ] as const)('is not spent where %s', async (_, delivery, file, text) => {
    await w.app.changes.edit('p1', choiceWith({ delivery }));
    w.files.texts[file] = `${file === 'credentials' ? KEY_FILE : ''}${text}`;
    expect(await codeOf(w.signIn())).toBe('profile.not-ours');
    expect(w.sts.actions).toEqual([]);
    expect(w.app.view().profiles[0]?.failure?.code).toBe('profile.not-ours');
  });

  test('is of no use for a profile that does not exist', async () => {
    const { signIns } = w.app;
    expect(await codeOf(w.signIn('p9'))).toBe('profile.unknown');
    expect(await codeOf(signIns.withoutCode('p9'))).toBe('profile.unknown');
    expect(() => signIns.needsPerson('p9')).toThrow(FailureError);
    expect(() => signIns.renewsItself('p9')).toThrow(FailureError);
  });
});

test.each([
  [[720, 15], [15, 5], 12 * HOUR - 15 * MINUTE],
  [[15], [720, 5], 12 * HOUR - 5 * MINUTE],
] as const)(
  'warnings that were edited during the sign-in count, not the ones before: %j, %j',
  async (before, after, first) => {
    await w.app.changes.edit('p1', choiceWith({ warnBefore: before }));
    let granted = () => {};
    w.sts.gate = ({ action }) =>
      action === 'identity'
        ? Promise.resolve(undefined)
        : new Promise((resolve) => {
            granted = () => resolve(undefined);
          });
    const signIn = w.signIn();
    await drained();
    await w.app.changes.edit('p1', choiceWith({ warnBefore: after }));
    granted();
    await signIn;
    await pass(first - MINUTE);
    expect(w.asked).toEqual([]);
    await pass(MINUTE);
    expect(w.asked).toMatchObject([{ do: 'notice', notice: { profile: 'p1' } }]);
  },
);

describe('a role through another profile’s session', () => {
  beforeEach(async () => {
    w.add(choiceWith({ name: 'role', way: throughWith('p1'), durationSeconds: 3_600 }));
    await w.signIn();
    await w.app.signIns.withoutCode('p2');
    w.asked.splice(0);
  });
  const urgent = () => mostUrgent(w.app.view())?.id;

  test('needs nobody and renews itself, while that one lives', async () => {
    const { signIns } = w.app;
    expect([signIns.needsPerson('p2'), signIns.renewsItself('p2')]).toEqual([false, true]);
    expect([signIns.needsPerson('p1'), signIns.renewsItself('p1')]).toEqual([true, false]);
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    expect([signIns.needsPerson('p2'), signIns.renewsItself('p2')]).toEqual([false, false]);
  });

  test('is active up to its end, however often it cannot be renewed, and never what the tray speaks of', async () => {
    w.sts.gate = async () => {
      throw new FailureError('network.offline', { host: 'sts' });
    };
    for (const left of [16, 15, 10, 5, 1]) {
      await pass(HOUR - left * MINUTE - elapsed());
      expect([left, ...phases()]).toEqual([left, 'active', 'active']);
      expect(urgent()).toBe('p1');
    }
    expect(w.asked).toEqual([]);
    await pass(MINUTE);
    expect(phases()).toEqual(['active', 'expired']);
    expect(w.asked).toEqual([]);
  });

  test('whose parent has gone ends for a person', async () => {
    await w.app.sessions.signOut(w.app.book.profile('p1'));
    await pass(HOUR - 15 * MINUTE);
    expect(phases()).toEqual(['signedOut', 'expiring']);
    expect(urgent()).toBe('p2');
    await pass(15 * MINUTE);
    expect(phases()).toEqual(['signedOut', 'expired']);
    expect(w.asked.map((asking) => asking.do === 'notice' && asking.notice.title)).toEqual([
      'role expires in 15 min',
      'role expires in 5 min',
      'role has expired',
    ]);
  });

  const begun = () => w.app.sessions.sessionOf('p2')?.expiresAt ?? expect.fail();
  /** Since the role's session began. */
  const elapsed = () => w.app.now() - (begun() - HOUR);

  test('goes on from the session by which it lives', async () => {
    await pass(11 * HOUR);
    expect(phases()).toEqual(['active', 'active']);
    const assumed = w.sts.calls.filter(({ action }) => action === 'assumeRole');
    expect(assumed.length).toBeGreaterThan(10);
    const parent = w.app.sessions.sessionOf('p1')?.credentials;
    expect(assumed.every(({ caller, mfa }) => caller === parent && mfa === null)).toBe(true);
  });
});
