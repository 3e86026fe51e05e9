import { expect, test } from 'vitest';
import { askedWith } from '../../../electron/core/app/asked-with.ts';
import { type FailureCode, FailureError, failure } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { profileWith, ROLE, throughWith } from '../samples.ts';

const KEY = { accessKeyId: 'AKIAEXAMPLEPLANTED12', secretAccessKey: new Secret('planted') };
const held = { longTermKey: async () => KEY };
const seen = (code: FailureCode, different = {}, sources = held) =>
  askedWith(profileWith(different), failure(code), [profileWith({ id: 'p2' })], sources);

const [KEY_LINE, SERIAL, ARN, REGION] = [
  '[work] aws_access_key_id = AKIA…ED12',
  'serial = arn:aws:iam::123456789012:mfa/ann',
  `role_arn = ${ROLE.arn}`,
  'region = eu-central-1',
];

test.each<[FailureCode, object, readonly string[]]>([
  ['key.wrong-secret', {}, [KEY_LINE, REGION]],
  ['code.rejected', {}, [SERIAL]],
  ['device.refused', {}, [KEY_LINE, SERIAL]],
  ['policy.denied', { role: ROLE }, [KEY_LINE, SERIAL, ARN]],
  ['role.denied', { role: ROLE }, [KEY_LINE, SERIAL, ARN]],
  ['role.denied', { way: throughWith('p2') }, [KEY_LINE, ARN]],
  ['aws.region-disabled', {}, [REGION]],
  ['session.unknown', {}, [REGION]],
  ['profile.not-ours', {}, []],
  ['network.offline', {}, []],
])('%s of %j', async (code, different, lines) => {
  expect(await seen(code, different)).toEqual(lines);
});

test('a key that is not there is not shown', async () => {
  const none = { longTermKey: async () => Promise.reject(new FailureError('key.missing', { profile: 'work' })) };
  expect(await seen('key.missing', {}, none)).toEqual([REGION]);
});

test('no key is looked for where none is to be shown', async () => {
  const never = { longTermKey: async () => expect.fail() };
  expect(await seen('aws.throttled', {}, never)).toEqual([REGION]);
});
