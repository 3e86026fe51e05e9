import { describe, expect, test } from 'vitest';
import type { LongTermKey } from '../../../electron/core/aws/credentials.ts';
import { FailureError } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { explain } from '../../../electron/core/i18n/messages.ts';
import { Sources } from '../../../electron/core/sources/sources.ts';
import { FakeIam } from '../../fakes/iam.ts';
import { FakeSharedFiles } from '../../fakes/shared-files.ts';
import { profileWith } from '../samples.ts';

const CREDENTIALS = `
[empty]
[work]
aws_access_key_id = AKIAWORK
aws_secret_access_key = work-secret
[old-session]
aws_access_key_id = ASIAOLD
aws_secret_access_key = s
aws_session_token = t
[no-token]
aws_access_key_id = ASIANOTOKEN
aws_secret_access_key = s
[work-mfa]
manager = daypass
aws_access_key_id = ASIAOURS
aws_secret_access_key = s
aws_session_token = t
`;
const CONFIG = `
[profile work]
region = eu-central-1
mfa_serial = arn:aws:iam::123456789012:mfa/ann
duration_seconds = 3600
[profile deploy]
role_arn = arn:aws:iam::210987654321:role/deploy
source_profile = work
`;

const world = () => {
  const files = new FakeSharedFiles();
  files.texts.credentials = CREDENTIALS;
  files.texts.config = CONFIG;
  const iam = new FakeIam();
  /** Keys that were moved into the keychain, by source. */
  const keys = new Map<string, LongTermKey>();
  const kept = {
    keys,
    names: async () => [...keys.keys()],
    key: async (source: string) => keys.get(source) ?? null,
  };
  const profiles = () => [profileWith(), profileWith({ id: 'p2', name: 'signed-out-mfa' })];
  return { files, iam, kept, sources: new Sources({ files, iam, kept, profiles }) };
};

test('the profiles of both files, those that can be used first, ours left out', async () => {
  const { list, file } = await world().sources.list();
  expect(file).toBe('/home/ann/.aws/credentials');
  // Each once, and in the order of the files.
  expect(list.map(({ name, refusal }) => [name, refusal?.code ?? null])).toEqual([
    ['work', null],
    ['deploy', null],
    ['empty', 'key.missing'],
    ['old-session', 'key.temporary'],
    ['no-token', 'key.temporary'],
  ]);
  expect(list[0]?.offer).toMatchObject({
    region: 'eu-central-1',
    way: { source: 'work', durationSeconds: 3_600 },
  });
  expect(JSON.stringify(list)).not.toContain('secret');
});

describe('what is offered of one section', () => {
  test('is what the list says of it', async () => {
    const { sources } = world();
    const { list } = await sources.list();
    for (const { name, offer, refusal } of list) {
      if (offer) expect(await sources.offer(name)).toEqual(offer);
      else await expect(sources.offer(name)).rejects.toMatchObject({ failure: refusal });
    }
  });

  test.each([
    ['nowhere', 'source.unknown', { credentials: '/home/ann/.aws/credentials', config: '/home/ann/.aws/config' }],
    ['work-mfa', 'source.ours', {}],
    ['signed-out-mfa', 'source.ours', {}],
  ] as const)('is nothing for %s: %s', async (profile, code, params) => {
    await expect(world().sources.offer(profile)).rejects.toMatchObject({
      failure: { code, params: { profile, ...params } },
    });
  });

  test('counts a key that was moved into the keychain, also where its section is gone', async () => {
    const { sources, kept, files } = world();
    kept.keys.set('work', { accessKeyId: 'AKIAKEPT', secretAccessKey: new Secret('kept-secret') });
    files.texts.credentials = '';
    expect(await sources.offer('deploy')).toMatchObject({
      way: { source: 'work', serial: 'arn:aws:iam::123456789012:mfa/ann' },
    });
    files.texts.config = CONFIG.slice(CONFIG.indexOf('[profile deploy]'));
    expect(await sources.offer('deploy')).toMatchObject({ way: { source: 'work', serial: null } });
  });
});

describe('the long-term key', () => {
  test('of a profile that has one', async () => {
    const key = await world().sources.longTermKey('work');
    expect(key.accessKeyId).toBe('AKIAWORK');
    expect(key.secretAccessKey.reveal()).toBe('work-secret');
  });

  test.each([
    ['nowhere', 'source.unknown'],
    ['empty', 'key.missing'],
    ['deploy', 'key.missing'],
    ['old-session', 'key.temporary'],
    ['no-token', 'key.temporary'],
    ['work-mfa', 'source.ours'],
  ] as const)('of %s: %s', async (source, code) => {
    await expect(world().sources.longTermKey(source)).rejects.toMatchObject({
      failure: { code, params: { profile: source } },
    });
  });

  test('is read anew each time, so a rotated key counts at once', async () => {
    const { sources, files } = world();
    await sources.longTermKey('work');
    files.texts.credentials = CREDENTIALS.replace('AKIAWORK', 'AKIANEW');
    expect((await sources.longTermKey('work')).accessKeyId).toBe('AKIANEW');
  });
});

describe('a key that was moved into the keychain', () => {
  const key: LongTermKey = { accessKeyId: 'AKIAKEPT', secretAccessKey: new Secret('kept-secret') };

  test('is had from there, and its section is one that can be used', async () => {
    const { sources, kept } = world();
    kept.keys.set('empty', key);
    expect(await sources.longTermKey('empty')).toBe(key);
    expect((await sources.list()).list.filter(({ offer }) => offer).map(({ name }) => name)).toContain('empty');
  });

  test('is not used where somebody has put one into the file again', async () => {
    const { sources, kept } = world();
    kept.keys.set('work', key);
    expect((await sources.longTermKey('work')).accessKeyId).toBe('AKIAWORK');
  });

  test('is used where another program has written a session into its section', async () => {
    const { sources, kept } = world();
    kept.keys.set('old-session', key);
    expect((await sources.longTermKey('old-session')).accessKeyId).toBe('AKIAKEPT');
  });

  test('that cannot be opened is said, not called missing', async () => {
    const { sources, kept } = world();
    kept.key = async () => {
      throw new FailureError('key.box-unavailable', { profile: 'empty' });
    };
    await expect(sources.longTermKey('empty')).rejects.toMatchObject({ failure: { code: 'key.box-unavailable' } });
    expect((await sources.longTermKey('work')).accessKeyId).toBe('AKIAWORK');
  });
});

describe('the MFA devices', () => {
  const totp = { serial: 'arn:aws:iam::123456789012:mfa/ann', kind: 'totp' } as const;
  const fido = { serial: 'arn:aws:iam::123456789012:u2f/user/ann/key', kind: 'fido' } as const;

  test('are asked for with the profile’s own key', async () => {
    const { sources, iam } = world();
    iam.devices = [totp, fido];
    expect(await sources.devices('work', 'eu-central-1')).toEqual([totp, fido]);
    expect(iam.asked).toMatchObject([{ key: { accessKeyId: 'AKIAWORK' }, region: 'eu-central-1' }]);
  });

  test.each([
    ['none', [], 'device.none'],
    ['only a security key, which makes no code', [fido], 'device.fido-only'],
  ] as const)('%s', async (_, devices, code) => {
    const { sources, iam } = world();
    iam.devices = devices;
    await expect(sources.devices('work', 'eu-central-1')).rejects.toMatchObject({ failure: { code } });
  });

  test.each(['device.list-denied', 'key.unknown', 'key.wrong-secret', 'clock.skewed'] as const)(
    'refused with %s: the text has no gap',
    async (code) => {
      const { sources, iam } = world();
      iam.refusal = { code, params: { message: 'm', region: 'r' } };
      const thrown: FailureError = await sources.devices('work', 'eu-central-1').then(
        () => expect.fail(),
        (why) => why,
      );
      expect(thrown.failure).toEqual({ code, params: { profile: 'work', message: 'm', region: 'r' } });
      for (const text of Object.values(explain(thrown.failure, 'en'))) expect(text).not.toMatch(/[{}]/);
    },
  );
});
