import { describe, expect, test } from 'vitest';
import { Attempts } from '../../../electron/core/authenticator/attempts.ts';
import type { LongTermKey } from '../../../electron/core/aws/credentials.ts';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import type { ProfileSettings } from '../../../electron/core/settings/settings.ts';
import { WaysIn } from '../../../electron/core/sources/ways-in.ts';
import { noLogins } from '../../fakes/browser-sign-in.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { FakeSts, IDENTITY, type StsCall } from '../../fakes/sts.ts';
import { noTotp } from '../../fakes/totp.ts';
import { HOUR, profileWith, ROLE, sessionWith, throughWith } from '../samples.ts';

const KEY: LongTermKey = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: new Secret('long-term-secret') };
const PARENT = sessionWith().credentials;

function world() {
  const wall = new FakeClock();
  const clock = new AwsClock(wall);
  const sts = new FakeSts(() => wall.wall());
  const attempts = new Attempts();
  const source = {
    sts,
    clock,
    attempts,
    totp: { ...noTotp },
    ...noLogins,
    longTermKey: async (_: string) => KEY,
    credentialsOf: (profile: string) => (profile === 'parent' ? PARENT : null),
    nameOf: (profile: string) => `${profile}-mfa`,
  };
  const abort = new AbortController();
  const ways = new WaysIn(source);
  const ask = (profile: ProfileSettings, code: string | null) => {
    const way = code === null ? ways.of(profile) : ways.withCode(profile, new Secret(code));
    return way.open(profile, abort.signal);
  };
  return { wall, clock, sts, attempts, source, ways, abort, ask };
}

const refuse =
  (action: StsCall['action'], code: FailureCode, params: Record<string, string> = {}) =>
  async (call: StsCall): Promise<undefined> => {
    if (call.action === action) throw new FailureError(code, params);
  };

const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const plain = profileWith({ serial: SERIAL });
const direct = profileWith({ role: ROLE, durationSeconds: 3_600 });
const through = profileWith({ way: throughWith('parent') });

describe('what is asked of AWS', () => {
  test('for a user: who it is first, the code last and once', async () => {
    const { sts, ask, abort } = world();
    const { granted, identity } = await ask(plain, '123456');
    expect(identity).toEqual(IDENTITY);
    expect(granted.expiresAt).toBe(MORNING + 12 * HOUR);
    expect(sts.actions).toEqual(['identity', 'sessionToken']);
    expect(sts.codes).toEqual(['123456']);
    expect(sts.calls[1]).toMatchObject({
      caller: KEY,
      region: 'eu-central-1',
      durationSeconds: 43_200,
      mfa: { serial: SERIAL },
      signal: abort.signal,
    });
  });

  test('for a role with a code: nothing after the code, which would be lost if it failed', async () => {
    const { sts, ask } = world();
    const { identity } = await ask(direct, '123456');
    expect(sts.actions).toEqual(['identity', 'assumeRole']);
    expect(sts.calls[1]).toMatchObject({
      caller: KEY,
      role: { arn: ROLE.arn, sessionName: 'ann', durationSeconds: 3_600 },
      mfa: { serial: SERIAL },
    });
    expect(sts.calls[1]?.role).not.toHaveProperty('externalId');
    // As AWS says it: the role's account, and its name without its path.
    expect(identity).toEqual({ account: '210987654321', arn: 'arn:aws:sts::210987654321:assumed-role/deploy/ann' });
  });

  test('for a role through a session: no code, no key, one request', async () => {
    const { sts, ask, source } = world();
    source.longTermKey = () => expect.fail('the key is not needed');
    await ask(through, null);
    expect(sts.actions).toEqual(['assumeRole']);
    expect(sts.calls[0]).toMatchObject({ caller: PARENT, mfa: null });
    expect(sts.codes).toEqual([]);
  });

  test.each([plain, direct])(
    'nothing with a code where the device is not in the account of the key',
    async (profile) => {
      const { sts, ask } = world();
      const serial = 'arn:aws:iam::210987654321:mfa/ann';
      await expect(ask(profileWith({ ...profile, serial }), '123456')).rejects.toMatchObject({
        failure: { code: 'device.other-account', params: { serial, ...IDENTITY } },
      });
      expect(sts.actions).toEqual(['identity']);
      // A hardware device's serial tells no account.
      await ask(profileWith({ ...profile, serial: 'GAHT12345678' }), '123456');
      expect(sts.codes).toEqual(['123456']);
    },
  );

  test('an external id is passed on', async () => {
    const { sts, ask } = world();
    await ask(profileWith({ way: throughWith('parent', { externalId: 'x-1' }) }), null);
    expect(sts.calls[0]?.role).toMatchObject({ externalId: 'x-1' });
  });

  test.each(['arn:aws-cn:iam::210987654321:role/deploy', 'arn:aws-us-gov:iam::210987654321:role/a/b/deploy'])(
    'who the role %s is stays in its partition',
    async (arn) => {
      const { ask } = world();
      const { identity } = await ask(profileWith({ role: { ...ROLE, arn } }), '123456');
      expect(identity.arn).toBe(`arn:${arn.split(':')[1]}:sts::210987654321:assumed-role/deploy/ann`);
    },
  );
});

describe('what a way in needs, and whether it renews itself', () => {
  const orphan = profileWith({ way: throughWith('nobody') });
  test.each<[string, ProfileSettings, boolean, string | null, 'code' | 'nothing', boolean]>([
    ['a user', plain, false, null, 'code', false],
    ['a user whose code was typed', plain, false, '123456', 'nothing', false],
    ['a user whose authenticator is stored', plain, true, null, 'nothing', false],
    ['a role with a code', direct, false, null, 'code', false],
    ['a role whose code was typed', direct, true, '123456', 'nothing', false],
    ['a role whose authenticator is stored', direct, true, null, 'nothing', false],
    ['a role through a session', through, true, null, 'nothing', true],
    ['a role through a session, whatever was typed', through, false, '123456', 'nothing', true],
    ['a role through a session that is not there', orphan, true, null, 'nothing', false],
  ])('%s', (_, profile, isStored, typed, needs, renews) => {
    const { ways, source } = world();
    source.totp = { ...noTotp, has: () => isStored };
    const way = typed === null ? ways.of(profile) : ways.withCode(profile, new Secret(typed));
    expect([way.needs, way.renews]).toEqual([needs, renews]);
  });
});

describe('a code that is not sent', () => {
  test.each([[null], [''], ['12345'], ['1234567'], ['12345a'], ['１２３４５６'], [' 123456'], ['123456\n']])(
    'because it is none: %j',
    async (code) => {
      const { sts, ask } = world();
      await expect(ask(plain, code)).rejects.toMatchObject({ failure: { code: 'code.malformed' } });
      expect(sts.calls).toEqual([]);
    },
  );

  test.each([
    ['the key is missing', 'key.missing'],
    ['the key is a session’s', 'key.temporary'],
  ] as const)('because %s', async (_, code) => {
    const { sts, ask, source } = world();
    source.longTermKey = async () => {
      throw new FailureError(code, { profile: 'work' });
    };
    await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code, params: { profile: 'work' } } });
    expect(sts.calls).toEqual([]);
  });

  test.each(['key.unknown', 'key.wrong-secret', 'network.offline', 'network.timeout', 'aws.throttled'] as const)(
    'because AWS said %s before: it can be typed again at once',
    async (code) => {
      const { sts, ask } = world();
      sts.gate = refuse('identity', code);
      await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code } });
      expect(sts.codes).toEqual([]);
      sts.gate = async () => undefined;
      await ask(plain, '123456');
      expect(sts.codes).toEqual(['123456']);
    },
  );

  test('because it was used, whatever came of it, by this profile or another of the same device', async () => {
    const { sts, ask } = world();
    sts.gate = refuse('sessionToken', 'network.timeout', { host: 'sts', seconds: '20' });
    await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code: 'network.timeout' } });
    sts.gate = async () => undefined;
    for (const profile of [plain, direct]) {
      await expect(ask(profile, '123456')).rejects.toMatchObject({ failure: { code: 'code.used' } });
    }
    expect(sts.codes).toEqual(['123456']);
  });

  test('because the same moment brought it from another profile', async () => {
    const { sts, ask } = world();
    const both = await Promise.allSettled([ask(plain, '123456'), ask(direct, '123456')]);
    expect(both.map((one) => one.status)).toEqual(['fulfilled', 'rejected']);
    expect(sts.codes).toEqual(['123456']);
  });

  test('because the device must rest', async () => {
    const { sts, ask } = world();
    for (let i = 0; i < 7; i++) await ask(plain, `00000${i}`);
    await expect(ask(plain, '000009')).rejects.toMatchObject({
      failure: { code: 'device.cooling-down', params: { seconds: 300 } },
    });
    expect(sts.codes).toHaveLength(7);
  });
});

describe('a code that a stored authenticator makes', () => {
  const stored = () => {
    const made = world();
    const asked: (boolean | string)[] = [];
    made.source.totp = {
      ...noTotp,
      has: (id) => id === 'p1',
      async freshCode(profile) {
        asked.push(profile, made.clock.learned);
        return new Secret('234567');
      },
    };
    return { ...made, asked };
  };

  test('is made after AWS’s time has been heard, and sent once', async () => {
    const { sts, ask, clock, asked } = stored();
    sts.gate = async ({ action }) => {
      if (action === 'identity') clock.learn(MORNING + HOUR);
      return undefined;
    };
    await ask(plain, null);
    expect(sts.actions).toEqual(['identity', 'sessionToken']);
    expect(sts.codes).toEqual(['234567']);
    expect(asked).toEqual(['p1', true]);
  });

  test('is not made where one was typed, nor where none is needed', async () => {
    const { ask, asked } = stored();
    await ask(plain, '123456');
    await ask(through, null);
    expect(asked).toEqual([]);
  });

  test('is not made for a key that does not work', async () => {
    const { sts, ask, asked } = stored();
    sts.gate = refuse('identity', 'key.unknown');
    await expect(ask(plain, null)).rejects.toMatchObject({ failure: { code: 'key.unknown' } });
    expect(asked).toEqual([]);
  });

  test('and that AWS refuses is said to be of the stored secret, not mistyped', async () => {
    const { sts, ask } = stored();
    sts.gate = refuse('sessionToken', 'code.rejected');
    await expect(ask(plain, null)).rejects.toMatchObject({ failure: { code: 'totp.refused' } });
    await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code: 'code.rejected' } });
  });

  test.each(['totp.box-unavailable', 'totp.unreadable', 'device.cooling-down'] as const)(
    'and cannot be made: %s is said, and nothing is sent',
    async (code) => {
      const { sts, ask, source } = stored();
      source.totp.freshCode = async () => {
        throw new FailureError(code, { seconds: 30 });
      };
      await expect(ask(plain, null)).rejects.toMatchObject({ failure: { code } });
      expect(sts.codes).toEqual([]);
    },
  );
});

describe('a computer whose clock is wrong', () => {
  test('learns AWS’s time from the refusal and asks again, before any code is spent', async () => {
    const { sts, ask, clock, wall } = world();
    wall.jump(-3 * HOUR);
    sts.gate = async ({ action }) => {
      if (action !== 'identity' || clock.learned) return undefined;
      clock.learn(MORNING);
      throw new FailureError('clock.skewed');
    };
    await ask(plain, '123456');
    expect(sts.actions).toEqual(['identity', 'identity', 'sessionToken']);
    expect(sts.codes).toEqual(['123456']);
    expect(Math.round(clock.offset() / HOUR)).toBe(3);
  });

  test('asks again once only', async () => {
    const { sts, ask, clock } = world();
    sts.gate = async () => {
      clock.learn(MORNING);
      throw new FailureError('clock.skewed');
    };
    await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code: 'clock.skewed' } });
    expect(sts.actions).toEqual(['identity', 'identity']);
  });

  test('does not ask again when nothing was learned', async () => {
    const { sts, ask } = world();
    sts.gate = refuse('identity', 'clock.skewed');
    await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code: 'clock.skewed' } });
    expect(sts.actions).toEqual(['identity']);
  });

  test.each([plain, direct])('never sends a code again for it', async (profile) => {
    const { sts, ask, clock } = world();
    clock.learn(MORNING);
    sts.gate = async ({ mfa }) => {
      if (mfa) throw new FailureError('clock.skewed');
      return undefined;
    };
    await expect(ask(profile, '123456')).rejects.toMatchObject({ failure: { code: 'clock.skewed' } });
    expect(sts.codes).toEqual(['123456']);
  });
});

describe('a refusal', () => {
  test('names the profile that holds the key, and keeps what AWS said', async () => {
    const { sts, ask } = world();
    sts.gate = refuse('identity', 'key.wrong-secret', { message: 'm', region: 'r' });
    await expect(ask(plain, '123456')).rejects.toMatchObject({
      failure: { code: 'key.wrong-secret', params: { profile: 'work', message: 'm', region: 'r' } },
    });
  });

  test('of a device that has worked before is a pause, not a wrong serial', async () => {
    const { sts, ask } = world();
    sts.gate = refuse('sessionToken', 'device.refused');
    await expect(ask(plain, '111111')).rejects.toMatchObject({ failure: { code: 'device.refused' } });
    sts.gate = async () => undefined;
    await ask(plain, '222222');
    sts.gate = refuse('sessionToken', 'device.refused');
    await expect(ask(plain, '333333')).rejects.toMatchObject({ failure: { code: 'device.cooling-down' } });
  });

  test('for want of the session that a role is assumed with', async () => {
    const { sts, ask } = world();
    const orphan = profileWith({ way: throughWith('nobody') });
    const thrown: FailureError = await ask(orphan, null).then(
      () => expect.fail(),
      (why) => why,
    );
    expect(thrown.failure.code).toBe('session.none');
    expect(explain(thrown.failure, 'en').cause).not.toContain('{');
    expect(sts.calls).toEqual([]);
  });

  test('never quotes a secret or the code', async () => {
    const { sts, ask } = world();
    sts.gate = refuse('sessionToken', 'aws.refused', { message: 'no' });
    const thrown: FailureError = await ask(plain, '987654').then(
      () => expect.fail(),
      (why) => why,
    );
    const told = `${JSON.stringify(thrown.failure)} ${thrown.stack} ${JSON.stringify(thrown.cause)}`;
    expect(told).not.toMatch(/987654|long-term-secret/);
  });

  test('that is no failure of the catalogue goes up as it is', async () => {
    const { sts, ask } = world();
    const bug = new TypeError('a bug');
    sts.gate = async () => {
      throw bug;
    };
    await expect(ask(plain, '123456')).rejects.toBe(bug);
    await expect(ask(through, null)).rejects.toBe(bug);
  });

  test('after a cancellation: the code was not sent and is still good', async () => {
    const { sts, ask, abort, attempts } = world();
    sts.identity = async () => {
      abort.abort();
      return IDENTITY;
    };
    await expect(ask(plain, '123456')).rejects.toMatchObject({ failure: { code: 'sign-in.cancelled' } });
    expect(sts.codes).toEqual([]);
    expect(attempts.objection(SERIAL, new Secret('123456'), MORNING)).toBeNull();
  });
});
