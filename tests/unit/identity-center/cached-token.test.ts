import { describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { newToken, readToken, renewedToken } from '../../../electron/core/identity-center/cached-token.ts';
import { PORTAL } from './portals.ts';

const NOON = Date.UTC(2027, 0, 5, 12);
const FULL = {
  startUrl: PORTAL.startUrl,
  region: PORTAL.region,
  accessToken: 'planted-access',
  expiresAt: '2027-01-05T13:00:00Z',
  clientId: 'client-1',
  clientSecret: 'planted-client-secret',
  registrationExpiresAt: '2027-04-05T12:00:00Z',
  refreshToken: 'planted-refresh',
};
const read = (fields: unknown) => readToken(new Secret(JSON.stringify(fields)), PORTAL);

describe('what AWS’s tools have written is read', () => {
  test('a whole token, with what it is renewed with', () => {
    const token = read(FULL);
    expect(token?.accessToken.reveal()).toBe('planted-access');
    expect(token?.expiresAt).toBe(Date.UTC(2027, 0, 5, 13));
    expect(token?.client).toBe('client-1');
    expect(token?.renewal?.refreshToken.reveal()).toBe('planted-refresh');
    expect(token?.renewal?.client.secret.reveal()).toBe('planted-client-secret');
    expect(token?.renewal?.until).toBe(Date.UTC(2027, 3, 5, 12));
  });

  test('the least that is a token, which cannot be renewed', () => {
    const token = read({ accessToken: 'planted-access', expiresAt: '2027-01-05T13:00:00Z' });
    expect([token?.accessToken.reveal(), token?.renewal]).toEqual(['planted-access', null]);
  });

  test.each([
    '2027-01-05T13:00:00Z',
    '2027-01-05T13:00:00UTC',
    '2027-01-05T13:00:00.000Z',
    '2027-01-05T14:00:00+01:00',
    '2027-01-05T13:00:00+00:00',
  ])('a time as %s', (expiresAt) => {
    expect(read({ ...FULL, expiresAt })?.expiresAt).toBe(Date.UTC(2027, 0, 5, 13));
  });

  test.each(['clientId', 'clientSecret', 'registrationExpiresAt', 'refreshToken'] as const)(
    'without %s it is not renewed',
    (name) => {
      const { [name]: _, ...rest } = FULL;
      expect(read(rest)?.renewal).toBeNull();
    },
  );

  test.each([
    ['no time', { ...FULL, expiresAt: undefined }],
    ['a time that is none', { ...FULL, expiresAt: 'tomorrow' }],
    ['no token', { ...FULL, accessToken: undefined }],
    ['an empty token', { ...FULL, accessToken: '' }],
    ['a token that is no text', { ...FULL, accessToken: 7 }],
    ['a list', [FULL]],
    ['null', null],
    ['a registration', { clientId: 'c', clientSecret: 's', expiresAt: '2027-04-05T12:00:00Z' }],
    ['the token of another address', { ...FULL, startUrl: 'https://other.awsapps.com/start' }],
    ['a token that no header can hold', { ...FULL, accessToken: 'planted\nin: two' }],
    ['a token in letters that no header can hold', { ...FULL, accessToken: 'plänted' }],
    ['the token of another region', { ...FULL, region: 'us-east-1' }],
  ])('%s is none', (_, fields) => {
    expect(read(fields)).toBeNull();
  });

  test.each(['', '{', 'null', '"x"', '\0'])('a file of %j is none', (text) => {
    expect(readToken(new Secret(text), PORTAL)).toBeNull();
  });

  test.each([`${PORTAL.startUrl}/`, `${PORTAL.startUrl}#/`, `${PORTAL.startUrl}/#/`, PORTAL.startUrl.toUpperCase()])(
    'the same address, spelt %s, is the same',
    (startUrl) => {
      expect(read({ ...FULL, startUrl })).not.toBeNull();
    },
  );
});

const TOKENS = { accessToken: new Secret('planted-2'), seconds: 28_800, refreshToken: new Secret('planted-refresh-2') };
const CLIENT = { client: { id: 'client-1', secret: new Secret('planted-client-secret') }, expiresAt: NOON + 0.5 };

describe('what is written has the form of the AWS CLI', () => {
  test('of a sign-in', () => {
    expect(JSON.parse(newToken(PORTAL, TOKENS, CLIENT, NOON + 1.5).reveal())).toEqual({
      startUrl: PORTAL.startUrl,
      region: PORTAL.region,
      accessToken: 'planted-2',
      expiresAt: '2027-01-05T20:00:00Z',
      clientId: 'client-1',
      clientSecret: 'planted-client-secret',
      registrationExpiresAt: '2027-01-05T12:00:00Z',
      refreshToken: 'planted-refresh-2',
    });
  });

  test('of a sign-in that cannot be renewed', () => {
    const text = newToken(PORTAL, { ...TOKENS, refreshToken: null }, CLIENT, NOON);
    expect(JSON.parse(text.reveal())).not.toHaveProperty('refreshToken');
  });

  test('of a renewal, in which all else stays', () => {
    const before = read({ ...FULL, ofAnotherTool: { kept: true } });
    if (!before) throw new Error('unread');
    expect(JSON.parse(renewedToken(before, TOKENS, NOON).reveal())).toEqual({
      ...FULL,
      ofAnotherTool: { kept: true },
      accessToken: 'planted-2',
      expiresAt: '2027-01-05T20:00:00Z',
      refreshToken: 'planted-refresh-2',
    });
  });

  test('of a renewal that brings no refresh token: the one before is spent', () => {
    const before = read(FULL);
    if (!before) throw new Error('unread');
    const text = renewedToken(before, { ...TOKENS, refreshToken: null }, NOON);
    expect(JSON.parse(text.reveal())).not.toHaveProperty('refreshToken');
  });
});

test('no secret of it is printed', () => {
  expect(JSON.stringify(read(FULL))).not.toContain('planted');
});
