import { describe, expect, test } from 'vitest';
import { AwsClock } from '../../../electron/core/base/aws-clock.ts';
import { type FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explainSignIn } from '../../../electron/core/browser-sign-in/explain-sign-in.ts';
import { type Login, parseLogin, sealable } from '../../../electron/core/browser-sign-in/login.ts';
import { Logins } from '../../../electron/core/browser-sign-in/logins.ts';
import { Seal } from '../../../electron/core/kept/seal.ts';
import { FakeSignInService } from '../../fakes/browser-sign-in.ts';
import { FakeClock, MORNING } from '../../fakes/clock.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox } from '../../fakes/secret-box.ts';
import { IDENTITY } from '../../fakes/sts.ts';
import { HOUR, MINUTE } from '../samples.ts';

const login = (different: Partial<Login> = {}): Login => ({
  region: 'eu-central-1',
  clientId: 'arn:aws:signin:::devtools/same-device',
  key: new Secret('planted-dpop-key'),
  refreshToken: new Secret('planted-first-token'),
  identity: IDENTITY,
  begun: MORNING,
  ...different,
});

function world() {
  const wall = new FakeClock();
  const [service, box, files] = [new FakeSignInService(), new FakeSecretBox(), new FakeSealedFiles()];
  const parts = { service, clock: new AwsClock(wall), seal: new Seal(box, new FakeSealedFiles()), files, changed() {} };
  const start = () => new Logins(parts);
  const kept = () => {
    const sealed = files.texts.get('login.p1');
    return sealed === undefined ? null : parseLogin(new Secret(box.read(sealed)));
  };
  return { wall, clock: parts.clock, service, box, files, start, kept, logins: start() };
}

const refusal = (code: string, error: string) => async () => {
  throw FailureError.of(explainSignIn({ code, error, message: 'as AWS says', by: 'refresh' }));
};
const lost = async () => {
  throw new FailureError('network.timeout', { host: 'signin', seconds: 20 });
};
const codeOf = (work: Promise<unknown>): Promise<FailureCode> =>
  work.then(
    () => expect.fail('it went through'),
    ({ failure }) => failure.code,
  );

describe('a refresh', () => {
  test('is asked with what AWS asks for, and brings keys and the same identity', async () => {
    const { service, logins } = world();
    await logins.begin('p1', login());
    const { granted, identity, until } = await logins.refresh('p1');
    expect(service.requests).toMatchObject([
      { region: 'eu-central-1', clientId: 'arn:aws:signin:::devtools/same-device', grant: { is: 'refresh' } },
    ]);
    expect(service.requests[0]?.key.reveal()).toBe('planted-dpop-key');
    expect(service.refreshed).toEqual(['planted-first-token']);
    expect(granted.credentials.reveal()).toMatchObject({ secretAccessKey: 'planted-secret-1' });
    expect([identity, granted.expiresAt, until]).toEqual([IDENTITY, MORNING + 15 * MINUTE, MORNING + 12 * HOUR]);
  });

  test('has kept the new refresh token before its keys can be used', async () => {
    const { logins, kept, service } = world();
    await logins.begin('p1', login());
    const before: unknown[] = [];
    service.gate = async (_, answer) => {
      before.push(kept()?.refreshToken.reveal());
      return answer;
    };
    await logins.refresh('p1').then(() => before.push(kept()?.refreshToken.reveal()));
    expect(before).toEqual(['planted-first-token', 'planted-refresh-token-1']);
  });

  test('is one at a time: two who ask are given one answer', async () => {
    const { logins, service } = world();
    await logins.begin('p1', login());
    const [one, other] = await Promise.all([logins.refresh('p1'), logins.refresh('p1')]);
    expect(one).toBe(other);
    await logins.refresh('p1');
    expect(service.refreshed).toEqual(['planted-first-token', 'planted-refresh-token-1']);
  });

  test('whose answer was lost is asked again with the same token', async () => {
    const { logins, service, kept } = world();
    await logins.begin('p1', login());
    service.gate = lost;
    expect(await codeOf(logins.refresh('p1'))).toBe('network.timeout');
    expect(kept()?.refreshToken.reveal()).toBe('planted-first-token');
    service.gate = async (_, answer) => answer;
    await logins.refresh('p1');
    expect(service.refreshed).toEqual(['planted-first-token', 'planted-first-token']);
  });

  test('that is refused for its date is asked again as soon as AWS has told the time, and once', async () => {
    const { logins, service, clock, wall } = world();
    await logins.begin('p1', login());
    service.gate = async (_, answer) => {
      if (!clock.learn(wall.wall() + HOUR)) return answer;
      return refusal('ValidationException', 'INVALID_REQUEST')();
    };
    await logins.refresh('p1');
    expect(service.refreshed).toEqual(['planted-first-token', 'planted-first-token']);
    wall.advance(MINUTE);
    service.gate = async () => {
      clock.learn(clock.now() + HOUR);
      return refusal('ValidationException', 'INVALID_REQUEST')();
    };
    expect(await codeOf(logins.refresh('p1'))).toBe('browser.ended');
    expect(service.refreshed.length).toBe(4);
  });

  test('of one that was signed out meanwhile leaves nothing behind', async () => {
    const { logins, service, files } = world();
    await logins.begin('p1', login());
    service.gate = async (_, answer) => {
      await logins.forget('p1');
      return answer;
    };
    expect(await codeOf(logins.refresh('p1'))).toBe('sign-in.cancelled');
    expect([files.kept, logins.lives('p1')]).toEqual([[], false]);
  });

  test('of one that was begun anew meanwhile leaves the new one as it is', async () => {
    const { logins, service, kept } = world();
    await logins.begin('p1', login());
    service.gate = async (_, answer) => {
      await logins.begin('p1', login({ refreshToken: new Secret('planted-second') }));
      return answer;
    };
    expect(await codeOf(logins.refresh('p1'))).toBe('sign-in.cancelled');
    expect(kept()?.refreshToken.reveal()).toBe('planted-second');
  });
});

describe('what AWS says to a refresh', () => {
  test.each<[string, string, FailureCode, 'ends' | 'goes on']>([
    ['AccessDeniedException', 'TOKEN_EXPIRED', 'browser.ended', 'ends'],
    ['AccessDeniedException', 'USER_CREDENTIALS_CHANGED', 'browser.password-changed', 'ends'],
    ['ValidationException', 'INVALID_REQUEST', 'browser.ended', 'ends'],
    ['AccessDeniedException', 'INSUFFICIENT_PERMISSIONS', 'browser.not-permitted', 'goes on'],
    ['TooManyRequestsError', 'INVALID_REQUEST', 'aws.throttled', 'goes on'],
    ['InternalServerException', 'server_error', 'browser.service-down', 'goes on'],
    ['InternalServerException', 'SERVER_ERROR', 'browser.service-down', 'goes on'],
    ['AccessDeniedException', 'SOMETHING_NEW', 'aws.refused', 'goes on'],
    ['', '', 'aws.refused', 'goes on'],
  ])('%s %s', async (code, error, told, then) => {
    const { logins, service, files } = world();
    await logins.begin('p1', login());
    service.gate = refusal(code, error);
    expect(await codeOf(logins.refresh('p1'))).toBe(told);
    expect(logins.lives('p1')).toBe(then === 'goes on');
    expect(files.kept).toEqual(then === 'goes on' ? ['login.p1'] : []);
  });

  test.each<[string, (answer: object) => unknown]>([
    ['nothing', () => undefined],
    ['no keys', (answer) => ({ ...answer, accessToken: undefined })],
    ['half a key', (answer) => ({ ...answer, accessToken: { accessKeyId: 'ASIAEXAMPLE' } })],
    [
      'an empty key',
      (answer) => ({ ...answer, accessToken: { accessKeyId: '', secretAccessKey: 'x', sessionToken: 'x' } }),
    ],
    ['no refresh token', (answer) => ({ ...answer, refreshToken: undefined })],
    ['no end', (answer) => ({ ...answer, expiresIn: undefined })],
    ['an end that is past', (answer) => ({ ...answer, expiresIn: 0 })],
    ['an end that is no number', (answer) => ({ ...answer, expiresIn: '900' })],
  ])('an answer with %s is used for nothing, and the sign-in goes on', async (_, change) => {
    const { logins, service, kept } = world();
    await logins.begin('p1', login());
    service.gate = async (_request, answer) => change(answer);
    expect(await codeOf(logins.refresh('p1'))).toBe('browser.odd-answer');
    expect(kept()?.refreshToken.reveal()).toBe('planted-first-token');
  });
});

// The cases that AWS ships with its SDKs (login-provider-test-cases.json), as far as they are about more than AWS's own
// cache file: what a kept sign-in must have, and what a refresh makes of it.
describe('as AWS’s own tools', () => {
  test.each(['key', 'refreshToken', 'clientId', 'arn', 'account', 'begun', 'region'])(
    'a kept sign-in without its %s is none',
    (field) => {
      const { [field]: _, ...rest } = JSON.parse(sealable(login()).reveal());
      expect(() => parseLogin(new Secret(JSON.stringify(rest)))).toThrowError('kept.unreadable');
    },
  );

  test('without a sign-in there are no keys', async () => {
    const { logins, service } = world();
    expect(await codeOf(logins.refresh('p1'))).toBe('session.none');
    expect(service.requests).toEqual([]);
  });

  test('after a refresh all but the keys and the refresh token is as before', async () => {
    const { logins, kept } = world();
    await logins.begin('p1', login());
    await logins.refresh('p1');
    const { refreshToken, ...rest } = JSON.parse(sealable(kept() ?? expect.fail('nothing is kept')).reveal());
    const { refreshToken: _, ...first } = JSON.parse(sealable(login()).reveal());
    expect([rest, refreshToken]).toEqual([first, 'planted-refresh-token-1']);
  });
});

describe('what is kept', () => {
  test('is sealed, whole, and taken up by the next start', async () => {
    const { logins, start, files } = world();
    await logins.begin('p1', login());
    expect([...files.texts.values()].join()).not.toMatch(/planted/);
    const next = start();
    await next.resume('p1');
    expect([next.lives('p1'), next.until('p1')]).toEqual([true, MORNING + 12 * HOUR]);
    await next.refresh('p1');
  });

  test('lives in memory alone where no keyring encrypts it', async () => {
    const { logins, box, files, start } = world();
    box.state = 'missing';
    await logins.begin('p1', login());
    await logins.refresh('p1');
    expect([files.kept, logins.lives('p1')]).toEqual([[], true]);
    const next = start();
    await next.resume('p1');
    expect(next.lives('p1')).toBe(false);
  });

  test('is kept as soon as there is a keyring', async () => {
    const { logins, box, files } = world();
    box.state = 'locked';
    await logins.begin('p1', login());
    box.state = 'open';
    await logins.resume('p1');
    expect(files.kept).toEqual(['login.p1']);
  });

  test('waits for a keyring that is locked', async () => {
    const { logins, box, start } = world();
    await logins.begin('p1', login());
    const next = start();
    box.state = 'locked';
    expect(await codeOf(next.resume('p1'))).toBe('kept.locked');
    box.state = 'open';
    await next.resume('p1');
    expect(next.lives('p1')).toBe(true);
  });

  test('goes when its twelve hours are over, also those of an earlier run', async () => {
    const { logins, wall, start, files, service } = world();
    await logins.begin('p1', login());
    wall.advance(12 * HOUR - 1);
    expect(logins.lives('p1')).toBe(true);
    wall.advance(1);
    expect(logins.lives('p1')).toBe(false);
    expect(await codeOf(logins.refresh('p1'))).toBe('session.none');
    expect(service.requests).toEqual([]);
    await start().resume('p1');
    expect(files.kept).toEqual([]);
    await logins.begin('p1', login());
    await logins.tidy('p1');
    expect([files.kept, logins.until('p1')]).toEqual([[], null]);
  });

  test('is not written again after it was forgotten, however long the keyring takes', async () => {
    const { logins, files } = world();
    const begun = logins.begin('p1', login());
    await Promise.all([begun, logins.forget('p1')]);
    expect(files.kept).toEqual([]);
  });

  test('is not taken up where the person has signed out while the keyring was asked', async () => {
    const { logins, start, box, files } = world();
    await logins.begin('p1', login());
    const next = start();
    const opening = box.open.bind(box);
    box.open = async (sealed) => {
      await next.forget('p1');
      return opening(sealed);
    };
    await next.resume('p1');
    expect([next.lives('p1'), files.kept]).toEqual([false, []]);
  });

  test('is dropped by whoever has begun it alone', async () => {
    const { logins, kept } = world();
    const [first, second] = [login(), login({ refreshToken: new Secret('planted-second') })];
    await logins.begin('p1', first);
    await logins.begin('p1', second);
    await logins.drop('p1', first);
    expect([logins.lives('p1'), kept()?.refreshToken.reveal()]).toEqual([true, 'planted-second']);
    await logins.drop('p1', second);
    expect([logins.lives('p1'), kept()]).toEqual([false, null]);
  });
});
