import { describe, expect, test } from 'vitest';
import { classify, kept, shown, withoutToken } from '../../../../electron/core/git/stale/stale-entry.ts';

const HOST = 'git-codecommit.eu-west-1.amazonaws.com';
const KEY = 'ASIAABCDEFGHIJKLWXYZ';

describe('classify', () => {
  test.each([
    ['a session of GetSessionToken', HOST, KEY, 'temporary'],
    ['one with its token', HOST, `${KEY}%IQoJb3JpZ2luX2VjE`, 'temporary'],
    ['a long-term key', HOST, 'AKIA2345672345672345', 'temporary'],
    ['FIPS', 'git-codecommit-fips.us-east-1.amazonaws.com', KEY, 'temporary'],
    ['China', 'git-codecommit.cn-north-1.amazonaws.com.cn', KEY, 'temporary'],
    ['a VPC endpoint', 'vpce-0a1b-c2.git-codecommit.us-east-1.vpce.amazonaws.com', KEY, 'temporary'],
    ['with a port', `${HOST}:443`, KEY, 'temporary'],
    ['in capitals', HOST.toUpperCase(), KEY, 'temporary'],
    ['a static git credential', HOST, 'alice-at-123456789012', 'static'],
    ['a second one of the same user', HOST, 'alice+1-at-123456789012', 'static'],
    ['a static one of a user with signs', HOST, 'a.b=c,d@e_f-at-123456789012', 'static'],
    ['a static one whose user looks like a key', HOST, `${KEY}-at-123456789012`, 'static'],
    ['a key too short', HOST, KEY.slice(0, -1), 'unknown'],
    ['a key too long', HOST, `${KEY}A`, 'unknown'],
    ['a key in small letters', HOST, KEY.toLowerCase(), 'unknown'],
    ['another kind of id', HOST, 'AIDAABCDEFGHIJKLWXYZ', 'unknown'],
    ['a key after something', HOST, `x${KEY}`, 'unknown'],
    ['an account too long', HOST, 'alice-at-1234567890123', 'unknown'],
    ['an account alone', HOST, '-at-123456789012', 'unknown'],
    ['an account after a line end', HOST, 'a\nb-at-123456789012', 'unknown'],
    ['an account too short', HOST, 'alice-at-12345678901', 'unknown'],
    ['no user', HOST, null, 'unknown'],
    ['an empty user', HOST, '', 'unknown'],
    ['another host', 'github.com', KEY, 'unknown'],
    ['a host that only begins alike', `${HOST}.evil.example`, KEY, 'unknown'],
    ['a host that only ends alike', `evil${HOST}`, KEY, 'unknown'],
    ['another service of AWS', 's3.eu-west-1.amazonaws.com', KEY, 'unknown'],
  ])('%s', (_, host, user, kind) => {
    expect(classify({ host, user })).toBe(kind);
  });
});

test.each([
  [`${KEY}%tok/en+=`, KEY],
  [`${KEY}%25tok%x`, KEY],
  ['%tok', ''],
  [KEY, KEY],
  ['alice-at-123456789012', 'alice-at-123456789012'],
  ['', ''],
])('of %s the token goes', (user, kept) => {
  expect(withoutToken(user)).toBe(kept);
});

test.each([
  [KEY, 'unknown'],
  ['alice-at-123456789012', 'static'],
  ['someone', 'unknown'],
  [null, 'unknown'],
])('what is kept of %s is left as it is: %s', (user, why) => {
  const entry = {
    store: 'Keyring',
    host: user === KEY ? 'github.com' : HOST,
    path: 'p',
    storedAt: null,
    handle: 'h',
    user,
  };
  expect(kept(entry)).toMatchObject({ outcome: 'left', why, kind: why, path: 'p' });
});

describe('what is shown', () => {
  const entry = { store: 'Keyring', host: HOST, path: null, storedAt: 5, handle: 'planted-handle' };

  test.each([
    [`${KEY}%planted-token`, 'ASIA…WXYZ'],
    ['alice-at-123456789012', 'alice-at-123456789012'],
    ['planted-something-else', 'plan…'],
    [null, null],
  ])('of the user %s is %s', (user, seen) => {
    const text = JSON.stringify(shown({ ...entry, user }, 'left'));
    expect(shown({ ...entry, user }, 'left').user).toBe(seen);
    expect(text).not.toMatch(/planted/);
  });

  test('is no more than what the store says, and why only where there is a why', () => {
    const { handle: _, ...told } = entry;
    expect(shown({ ...entry, user: null }, 'removed')).toStrictEqual({
      ...told,
      kind: 'unknown',
      user: null,
      outcome: 'removed',
    });
    expect(shown({ ...entry, user: null }, 'left', 'came-back')).toMatchObject({ why: 'came-back' });
  });
});
