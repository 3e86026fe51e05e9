import { describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { Keeper } from '../../../electron/core/session/keeper.ts';
import { FakeSealedFiles } from '../../fakes/sealed-files.ts';
import { FakeSecretBox, provenSeal } from '../../fakes/secret-box.ts';
import { sessionWith } from '../samples.ts';

const world = () => {
  const box = new FakeSecretBox();
  const files = new FakeSealedFiles();
  return { box, files, keeper: new Keeper(provenSeal(box), files) };
};
const session = sessionWith({ warned: [15] });

test('what was kept comes back, but for the number of its attempt', async () => {
  const { keeper } = world();
  expect(await keeper.keep('p1', session, -3_600_000)).toBeNull();
  const restored = await keeper.restore('p1');
  const { id: _, credentials, ...rest } = session;
  expect(restored).toEqual({ session: { credentials: expect.any(Secret), ...rest }, offset: -3_600_000 });
  expect(restored?.session.credentials.reveal()).toEqual(credentials.reveal());
  expect(await keeper.restore('p2')).toBeNull();
});

test('nothing of it is readable on disk', async () => {
  const { keeper, files } = world();
  await keeper.keep('p1', session, 0);
  for (const value of Object.values(session.credentials.reveal())) expect(files.texts.get('p1')).not.toContain(value);
});

test('forgotten is gone', async () => {
  const { keeper } = world();
  await keeper.keep('p1', session, 0);
  await keeper.forget('p1');
  expect(await keeper.restore('p1')).toBeNull();
  await keeper.forget('p1');
});

describe('a session of AWS’s longest values', () => {
  const LONGEST = {
    accessKeyId: 128,
    secretAccessKey: 256,
    sessionToken: 65_536,
    account: 16,
    arn: 2_048,
    warned: 64,
  } as const;
  const longest = (longer: keyof typeof LONGEST | null) => {
    const length = (name: keyof typeof LONGEST) => LONGEST[name] + (name === longer ? 1 : 0);
    const [accessKeyId, secretAccessKey, sessionToken, account, arn] = (
      ['accessKeyId', 'secretAccessKey', 'sessionToken', 'account', 'arn'] as const
    ).map((name) => 'x'.repeat(length(name))) as [string, string, string, string, string];
    return sessionWith({
      credentials: new Secret({ accessKeyId, secretAccessKey, sessionToken }),
      identity: { account, arn },
      warned: Array(length('warned')).fill(1),
    });
  };

  test('comes back', async () => {
    const { keeper } = world();
    expect(await keeper.keep('p1', longest(null), 0)).toBeNull();
    const { credentials, identity, warned } = longest(null);
    const { session } = (await keeper.restore('p1')) ?? expect.fail();
    expect(session).toMatchObject({ identity, warned });
    expect(session.credentials.reveal()).toEqual(credentials.reveal());
  });

  test.each(Object.keys(LONGEST) as (keyof typeof LONGEST)[])('with a longer %s is not ours', async (name) => {
    const { keeper } = world();
    await keeper.keep('p1', longest(name), 0);
    await expect(keeper.restore('p1')).rejects.toMatchObject({ failure: { code: 'kept.unreadable' } });
  });
});

describe('where it cannot be kept', () => {
  test.each([
    ['locked', 'kept.locked'],
    ['missing', 'kept.not-encrypted'],
  ] as const)(
    'a keyring that is %s is the reason given, and no copy of an earlier session stays',
    async (state, code) => {
      const { keeper, box, files } = world();
      await keeper.keep('p1', session, 0);
      box.state = state;
      expect((await keeper.keep('p1', session, 60_000))?.code).toBe(code);
      expect(files.texts.size).toBe(1);
      const credentials = { ...session.credentials.reveal(), accessKeyId: 'ASIAOTHER' };
      const other = sessionWith({ id: 2, credentials: new Secret(credentials) });
      expect((await keeper.keep('p1', other, 0))?.code).toBe(code);
      expect(files.texts.size).toBe(0);
    },
  );

  test('what is not wanted any more when the keyring answers is not kept', async () => {
    const { keeper, box, files } = world();
    let wanted = true;
    const seal = box.seal.bind(box);
    box.seal = async (...given) => {
      wanted = false;
      return seal(...given);
    };
    expect(await keeper.keep('p1', session, 0, () => wanted)).toBeNull();
    expect(files.texts.size).toBe(0);
    box.seal = () => expect.fail('it was sealed');
    expect(await keeper.keep('p1', session, 0, () => false)).toBeNull();
  });

  test('a full disk is the reason given', async () => {
    const { keeper, files } = world();
    files.broken = 'file.disk-full';
    expect((await keeper.keep('p1', session, 0))?.code).toBe('file.disk-full');
  });
});

describe('what cannot be opened', () => {
  test.each([
    ['locked', 'kept.locked'],
    ['missing', 'kept.not-encrypted'],
  ] as const)('now: a keyring that is %s', async (state, code) => {
    const { keeper, box, files } = world();
    await keeper.keep('p1', session, 0);
    box.state = state;
    await expect(keeper.restore('p1')).rejects.toMatchObject({ failure: { code } });
    expect(files.texts.size).toBe(1);
    box.state = 'open';
    expect(await keeper.restore('p1')).not.toBeNull();
  });

  test('now: sealed by another keyring', async () => {
    const { keeper, box, files } = world();
    await keeper.keep('p1', session, 0);
    box.key = 'second';
    await expect(keeper.restore('p1')).rejects.toMatchObject({ failure: { code: 'kept.other-key' } });
    expect(files.texts.size).toBe(1);
  });

  test.each([
    ['no JSON', '{"accessKeyId":"planted'],
    ['another shape', '{}'],
    ['null', 'null'],
    ['a time that is none', JSON.stringify({ ...session.credentials.reveal(), expiresAt: '2026' })],
  ])('ever: %s, and what it was is not told', async (_, text) => {
    const { keeper, box, files } = world();
    files.texts.set('p1', box.sealed(text));
    const thrown: Error = await keeper.restore('p1').then(
      () => expect.fail(),
      (why) => why,
    );
    expect(thrown).toMatchObject({ failure: { code: 'kept.unreadable', params: {} } });
    expect(`${thrown.stack} ${thrown.cause}`).not.toContain('planted');
  });
});
