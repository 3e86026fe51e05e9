// A user's own keys over the wire: the adapter at the stand-in, with a session that a code was typed for.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { iam } from '../../electron/adapters/aws/iam.ts';
import type { Asker } from '../../electron/core/aws/access-keys.ts';
import { failureOf } from '../../electron/core/base/failure.ts';
import { Secret } from '../../electron/core/base/secret.ts';
import { developerPolicy } from '../aws/policy.ts';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';

let signedIn: SignedIn;
beforeEach(async () => {
  signedIn = await startSignedIn();
});
afterEach(() => signedIn.stop());

const calls = () =>
  iam({ fetch, env: { AWS_ENDPOINT_URL: signedIn.aws.url }, clockOffset: () => 0, heardDate: () => {} });
const asker = (): Asker => ({
  session: new Secret(signedIn.keys),
  region: 'eu-west-1',
  signal: new AbortController().signal,
});
const refused = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (thrown) => failureOf(thrown).code,
  );

test('a key is listed, made, set inactive and active, and deleted; two at most, and none that is not there', async () => {
  const { accessKeyId } = signedIn.aws.user;
  const iamCalls = calls();
  expect(await iamCalls.listAccessKeys(asker())).toMatchObject([{ id: accessKeyId, active: true }]);
  expect(await iamCalls.accessKeyLastUsed(asker(), accessKeyId)).toMatchObject({ service: 'sts' });

  const made = await iamCalls.createAccessKey(asker());
  expect(made.secretAccessKey.reveal()).toMatch(/^.{40}$/);
  expect(await iamCalls.accessKeyLastUsed(asker(), made.accessKeyId)).toBeNull();
  expect(await refused(iamCalls.createAccessKey(asker()))).toBe('rotation.two-keys');

  await iamCalls.updateAccessKey(asker(), made.accessKeyId, false);
  expect(signedIn.aws.keysOf()).toEqual({ [accessKeyId]: true, [made.accessKeyId]: false });
  await iamCalls.updateAccessKey(asker(), made.accessKeyId, true);
  await iamCalls.deleteAccessKey(asker(), made.accessKeyId);
  expect(signedIn.aws.keysOf()).toEqual({ [accessKeyId]: true });
  expect(await refused(iamCalls.deleteAccessKey(asker(), made.accessKeyId))).toBe('rotation.no-such-key');
});

test('what carries no MFA is listed, where there is any', async () => {
  expect(await calls().listServiceSpecificCredentials(asker())).toEqual([]);
  signedIn.aws.addOldWays();
  expect(await calls().listServiceSpecificCredentials(asker())).toEqual(['ada-at-123456789012']);
  expect(await calls().listSSHPublicKeys(asker())).toEqual(['APKAEIBAERJR2EXAMPLE']);
});

test('a policy that allows none of it is said to be that', async () => {
  const bare = signedIn.aws.addUser({ name: 'eve', policy: developerPolicy.filter(({ Effect }) => Effect === 'Deny') });
  const { accessKeyId, secretAccessKey } = bare;
  const session = new Secret({ accessKeyId, secretAccessKey, sessionToken: '' });
  const asking = { ...asker(), session };
  expect(await refused(calls().listAccessKeys(asking))).toBe('rotation.denied');
  expect(await refused(calls().createAccessKey(asking))).toBe('rotation.denied');
});
