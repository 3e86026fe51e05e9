// A new device, from its name to the first sign-in, on the whole app in memory.
import { describe, expect, test } from 'vitest';
import { FailureError, failure, failureOf } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { MORNING } from '../../fakes/clock.ts';
import { stepCode, TOTP_SECRET } from '../../fakes/totp.ts';
import { choiceWith } from '../samples.ts';

const STEP = 30_000;
const SERIAL = 'arn:aws:iam::123456789012:mfa/ann-daypass';
const codeAt = (step: number) => new Secret(stepCode(MORNING + step * STEP));
const pair = (step: number) => [codeAt(step), codeAt(step + 1)] as const;
const shown = (...steps: readonly number[]) => steps.map((step) => codeAt(step).reveal()).join(' ');
const why = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    (thrown) => failureOf(thrown).code,
  );
const world = () => {
  const w = new AppWorld();
  return { ...w, w, enrolments: w.app.enrolments, begin: () => w.app.enrolments.begin('work', 'eu-west-1') };
};
const denied = (thing: RegExp) => (done: string) => {
  if (thing.test(done)) throw new FailureError('enrol.denied', { message: done });
};
/** Lets time pass until `work` is done. */
async function waitedFor(w: AppWorld, work: Promise<unknown>): Promise<void> {
  let over = false;
  void work.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  for (;;) {
    await drained();
    if (over) return;
    w.timer.passToNext(STEP);
  }
}

describe('the name', () => {
  test.each([
    ['of the user', [], 'ann-daypass', [], []],
    ['with a number where it is taken', ['ann-daypass'], 'ann-daypass-2', ['ann-daypass'], ['ann-daypass']],
    [
      'with the first number that is free',
      ['ann-daypass', 'ann-daypass-2', 'ann-daypass-4'],
      'ann-daypass-3',
      ['ann-daypass', 'ann-daypass-2'],
      ['ann-daypass', 'ann-daypass-2'],
    ],
  ])('is %s', async (_, there, name, taken, left) => {
    const { w, begin } = world();
    w.iam.unassigned = [...there];
    expect(await begin()).toEqual({ serial: `arn:aws:iam::123456789012:mfa/${name}`, name, taken, left });
  });

  test('that another’s device has is not said to be left over', async () => {
    const { w, begin } = world();
    w.iam.devices = [{ serial: SERIAL, kind: 'totp' }];
    expect(await begin()).toMatchObject({ name: 'ann-daypass-2', taken: ['ann-daypass'], left: [] });
  });

  test('of whom is not said where listing is denied', async () => {
    const { w, begin } = world();
    w.iam.unassigned = ['ann-daypass'];
    w.iam.gate = denied(/^list/);
    expect(await begin()).toMatchObject({ name: 'ann-daypass-2', taken: ['ann-daypass'], left: [] });
  });

  test('is the user’s own where the policy lets only that one be made', async () => {
    const { w, begin } = world();
    w.iam.gate = denied(/^create ann-/);
    const serial = 'arn:aws:iam::123456789012:mfa/ann';
    expect(await begin()).toEqual({ serial, name: 'ann', taken: [], left: [] });
  });

  test('is none where all are taken', async () => {
    const { w, begin } = world();
    w.iam.unassigned = Array.from({ length: 20 }, (_, n) => (n ? `ann-daypass-${n + 1}` : 'ann-daypass'));
    expect(await why(begin())).toBe('enrol.name-taken');
    expect(w.iam.done).toHaveLength(20);
  });

  test('leads an authenticator to tell it from one that was broken off', async () => {
    const { w, enrolments, begin } = world();
    await begin();
    expect(await enrolments.picture()).toContain(
      `otpauth://totp/AWS:ann%40123456789012?secret=${TOTP_SECRET}&issuer=AWS`,
    );
    w.iam.unassigned = ['ann-daypass'];
    await begin();
    expect(await enrolments.picture()).toContain('otpauth://totp/AWS:ann-daypass-2%40123456789012?');
  });
});

describe('what keeps it from beginning', () => {
  test('a policy, in AWS’s own words for the first name', async () => {
    const { w, begin } = world();
    w.iam.gate = denied(/^create/);
    const thrown = await begin().catch(failureOf);
    expect(thrown).toEqual(failure('enrol.denied', { message: 'create ann-daypass', profile: 'work' }));
    expect(w.iam.done).toEqual(['create ann-daypass', 'create ann']);
  });

  test.each([
    ['arn:aws:iam::123456789012:root', 'enrol.no-user'],
    ['arn:aws:sts::123456789012:assumed-role/deploy/ann', 'enrol.no-user'],
    ['arn:aws-cn:iam::123456789012:user/team/ann', 'none'],
  ])('the key of %s: %s', async (arn, expected) => {
    const { w, begin } = world();
    w.sts.identity = async () => ({ account: '123456789012', arn });
    expect(await why(begin())).toBe(expected);
    expect(w.iam.done).toEqual(expected === 'none' ? ['create ann-daypass'] : []);
  });

  test('no key', async () => {
    const { enrolments } = world();
    expect(await why(enrolments.begin('nobody', 'eu-west-1'))).toBe('source.unknown');
  });
});

describe('two typed codes', () => {
  test.each([
    ['those of now and of the step before', pair(-1), 'none'],
    ['those of now and of the step to come', pair(0), 'none'],
    ['those of a while ago', pair(-2), 'none'],
    ['of a phone that is a little fast', pair(1), 'none'],
    ['the same twice', [codeAt(0), codeAt(0)], 'enrol.same-code'],
    ['with one between them', [codeAt(-2), codeAt(0)], 'enrol.not-consecutive'],
    ['the newer one first', [codeAt(0), codeAt(-1)], 'enrol.not-consecutive'],
    ['the second mistyped', [codeAt(-1), new Secret('999999')], 'enrol.not-consecutive'],
    ['of another device', [new Secret('999998'), new Secret('999999')], 'enrol.other-device'],
    ['older than AWS takes', pair(-3), 'enrol.off-time'],
    ['of a phone that is ten minutes slow', pair(-20), 'enrol.off-time'],
    ['of a phone that is ten minutes fast', pair(20), 'enrol.off-time'],
    ['no digits', [new Secret('12345x'), codeAt(0)], 'code.malformed'],
    ['too few', [codeAt(-1), new Secret('12345')], 'code.malformed'],
  ])('%s: %s', async (_, codes, expected) => {
    const { w, enrolments, begin } = world();
    await begin();
    expect(await why(enrolments.enable(codes as readonly [Secret<string>, Secret<string>]))).toBe(expected);
    const asked = w.iam.done.filter((done) => done.startsWith('enable'));
    expect(asked).toHaveLength(expected === 'none' ? 1 : 0);
    if (expected !== 'none') expect(await why(enrolments.enable(pair(-1)))).toBe('none');
  });

  test('say by how many minutes they are off', async () => {
    const { enrolments, begin } = world();
    await begin();
    expect(await enrolments.enable(pair(-20)).catch(failureOf)).toEqual(failure('enrol.off-time', { minutes: 10 }));
    expect(await enrolments.enable(pair(-3)).catch(failureOf)).toEqual(failure('enrol.off-time', { minutes: 2 }));
  });

  test('that AWS refuses can be followed by the next two', async () => {
    const { w, enrolments, begin } = world();
    await begin();
    w.iam.gate = () => {
      throw new FailureError('enrol.codes-refused');
    };
    expect(await why(enrolments.enable(pair(-1)))).toBe('enrol.codes-refused');
    w.iam.gate = () => {};
    expect(await why(enrolments.enable(pair(0)))).toBe('none');
  });

  test('whose answer was lost: the device is in use by the next two', async () => {
    const { w, enrolments, begin } = world();
    await begin();
    w.iam.devices = [{ serial: SERIAL, kind: 'totp' }];
    expect(await why(enrolments.enable(pair(-1)))).toBe('none');
  });

  test.each([
    [-1, 1],
    [0, 2],
  ])('are spent, and the view says when the next comes: from step %i, step %i', async (step, next) => {
    const { w, enrolments, begin } = world();
    const { serial } = await begin();
    await enrolments.enable(pair(step));
    const id = w.add(choiceWith({ serial }));
    expect(w.app.view().profiles[0]?.nextCodeAt).toBe(MORNING + next * STEP);
    const again = await w.app.signIns.withCode(id, codeAt(step + 1)).catch(failureOf);
    expect(again).toMatchObject({ code: 'code.used' });
    w.timer.pass(next * STEP);
    expect(w.app.view().profiles[0]?.nextCodeAt).toBeNull();
    await w.signIn(id, codeAt(next).reveal());
    expect(w.sts.codes).toEqual([codeAt(next).reveal()]);
  });
});

describe('the secret', () => {
  test.each([
    ['it is in use', (w: AppWorld) => w.app.enrolments.enable(pair(-1))],
    ['it was given up', async (w: AppWorld) => w.app.enrolments.drop()],
    ['a quarter of an hour has passed', async (w: AppWorld) => w.timer.pass(15 * 60_000)],
    ['the app ends', async (w: AppWorld) => w.app.stop()],
  ])('is forgotten when %s', async (_, ends) => {
    const { w, enrolments, begin } = world();
    await begin();
    expect(enrolments.secret().reveal()).toBe(TOTP_SECRET);
    await ends(w);
    expect(() => enrolments.secret()).toThrow('enrol.over');
    expect(await why(enrolments.picture())).toBe('enrol.over');
    expect(await why(enrolments.enable(pair(-1)))).toBe('enrol.over');
    expect(await why(enrolments.keep())).toBe('enrol.over');
  });

  test('is neither in the view, nor in the settings, nor on disk', async () => {
    const { w, enrolments, begin } = world();
    const { serial } = await begin();
    await enrolments.enable(pair(-1));
    w.add(choiceWith({ serial }));
    w.timer.pass(60_000);
    await drained();
    const seen = JSON.stringify([w.app.view(), w.store, w.files.texts, w.app.trace.list, w.told]);
    expect(seen).not.toContain(TOTP_SECRET);
    expect(w.secretFiles.texts.size).toBe(0);
  });
});

describe('kept in the keyring', () => {
  test('it takes no code of a person, and the profile signs in with the next code by itself', async () => {
    const { w, enrolments, begin } = world();
    const { serial } = await begin();
    await enrolments.keep();
    expect(w.iam.done.at(-1)).toBe(`enable ann ann-daypass ${shown(-1, 0)}`);
    const id = w.add(choiceWith({ serial }));
    await waitedFor(w, w.app.sessions.begun(id, new AbortController().signal));
    expect(w.sts.codes).toEqual([codeAt(1).reveal()]);
    expect(w.app.view().profiles[0]).toMatchObject({ phase: 'active', storedTotp: true });
    expect([...w.secretFiles.texts.keys()].sort()).toEqual(['proof', `totp-${id}`]);
  });

  test('is sealed before AWS is asked', async () => {
    const { w, enrolments, begin } = world();
    await begin();
    w.iam.gate = () => expect(w.secretFiles.texts.has(`device-${SERIAL}`)).toBe(true);
    await enrolments.keep();
  });

  test('where it cannot be sealed, the device is not taken into use', async () => {
    const { w, enrolments, begin } = world();
    await begin();
    w.box.state = 'missing';
    expect(await why(enrolments.keep())).toBe('kept.not-encrypted');
    expect(w.iam.done).toEqual(['create ann-daypass']);
  });

  test.each(['enrol.codes-refused', 'enrol.gone', 'enrol.busy'] as const)(
    'after %s the next codes are tried, a few times only',
    async (code) => {
      const { w, enrolments, begin } = world();
      await begin();
      w.iam.gate = () => {
        throw new FailureError(code);
      };
      const kept = enrolments.keep();
      await waitedFor(w, kept);
      expect(await why(kept)).toBe(code);
      expect(w.iam.done.slice(1)).toEqual(
        [-1, 0, 1, 2].map((step) => `enable ann ann-daypass ${shown(step, step + 1)}`),
      );
      expect(w.secretFiles.texts.has(`device-${SERIAL}`)).toBe(false);
    },
  );

  test.each([
    ['enrol.denied', false],
    ['enrol.too-many', false],
    ['network.timeout', true],
    ['network.offline', true],
  ] as const)('after %s the secret stays: %s', async (code, stays) => {
    const { w, enrolments, begin } = world();
    await begin();
    w.iam.gate = () => {
      throw new FailureError(code);
    };
    expect(await why(enrolments.keep())).toBe(code);
    expect(w.secretFiles.texts.has(`device-${SERIAL}`)).toBe(stays);
  });

  test('given up while it waits for the next code, nothing stays', async () => {
    const { w, enrolments, begin } = world();
    await begin();
    w.iam.gate = () => {
      throw new FailureError('enrol.codes-refused');
    };
    const kept = why(enrolments.keep());
    await drained();
    enrolments.drop();
    expect(await kept).toBe('enrol.over');
    expect(w.secretFiles.texts.has(`device-${SERIAL}`)).toBe(false);
  });

  test('killed before the profile was saved: it is taken up when that is', async () => {
    const { w, enrolments, begin } = world();
    const { serial } = await begin();
    await enrolments.keep();
    w.app.stop();
    w.build();
    await w.app.start({ byHand: true, hasTray: true });
    const id = w.add(choiceWith({ serial }));
    await waitedFor(w, w.app.sessions.begun(id, new AbortController().signal));
    expect(w.app.view().profiles[0]).toMatchObject({ storedTotp: true });
  });

  test('killed before it was handed on to the profile: the next start does it', async () => {
    const { w, enrolments, begin } = world();
    const { serial } = await begin();
    await enrolments.keep();
    w.box.state = 'locked';
    const id = w.add(choiceWith({ serial }));
    await drained();
    expect(w.app.view().profiles[0]).toMatchObject({ storedTotp: false });
    w.app.stop();
    w.box.state = 'open';
    w.build();
    await w.app.start({ byHand: true, hasTray: true });
    expect(w.app.view().profiles[0]).toMatchObject({ storedTotp: true });
    expect([...w.secretFiles.texts.keys()].sort()).toEqual(['proof', `totp-${id}`]);
  });

  test('takes the place of the authenticator of a device that is gone', async () => {
    const { w, enrolments, begin } = world();
    const id = w.add(choiceWith());
    await w.app.authenticators.store(id, new Secret('JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'));
    const { serial } = await begin();
    await enrolments.keep();
    await w.app.changes.edit(id, choiceWith({ serial }));
    await waitedFor(w, w.app.sessions.begun(id, new AbortController().signal));
    expect(w.totp.secrets.at(-1)).toBe(TOTP_SECRET);
  });
});

describe('a device that AWS does not know everywhere yet', () => {
  test.each(['device.refused', 'code.rejected'] as const)(
    '%s is said so, and the next code is asked for',
    async (code) => {
      const { w, enrolments, begin } = world();
      const { serial } = await begin();
      await enrolments.enable(pair(-1));
      const id = w.add(choiceWith({ serial }));
      w.sts.gate = async ({ mfa }) => {
        if (mfa) throw new FailureError(code);
        return undefined;
      };
      w.timer.pass(STEP);
      expect(await why(w.app.signIns.withCode(id, codeAt(1)))).toBe('device.new');
      w.timer.pass(5 * 60_000);
      expect(await why(w.app.signIns.withCode(id, codeAt(12)))).toBe(
        code === 'code.rejected' ? code : 'device.cooling-down',
      );
    },
  );

  test.each([
    [2, 'active'],
    [9, 'signedOut'],
  ])('is signed in to by itself with the next codes: %i refusals, then %s', async (refusals, phase) => {
    const { w, enrolments, begin } = world();
    const { serial } = await begin();
    await enrolments.keep();
    let left = refusals;
    w.sts.gate = async ({ mfa }) => {
      if (mfa && left-- > 0) throw new FailureError('device.refused');
      return undefined;
    };
    w.add(choiceWith({ serial }));
    for (let n = 0; n < 8; n++) {
      await drained();
      w.timer.pass(STEP);
    }
    await drained();
    expect(w.app.view().profiles[0]?.phase).toBe(phase);
    expect(w.sts.codes).toEqual(Array.from({ length: Math.min(refusals + 1, 4) }, (_, n) => codeAt(n + 1).reveal()));
  });
});
