import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../../electron/core/base/failure.ts';
import { Secret } from '../../../electron/core/base/secret.ts';
import { newDoor } from '../../../electron/core/browser-sign-in/door.ts';
import { readAnswer, readPasted } from '../../../electron/core/browser-sign-in/read-answer.ts';
import { BASE, FakeRandomness } from '../../fakes/browser-sign-in.ts';

const random = new FakeRandomness();
const door = { state: 'the state' };
const STATE = 'state=the+state';

describe('the address that is opened', () => {
  const made = newDoor('here', BASE, 'http://127.0.0.1:54321/oauth/callback', random);

  test('has what the AWS CLI sends, and nothing else', () => {
    const { origin, pathname, searchParams } = new URL(made.address);
    expect(origin + pathname).toBe(`${BASE}/v1/authorize`);
    const { code_challenge: challenge, ...rest } = Object.fromEntries(searchParams);
    expect(rest).toEqual({
      response_type: 'code',
      client_id: 'arn:aws:signin:::devtools/same-device',
      state: made.state,
      code_challenge_method: 'SHA-256',
      scope: 'openid',
      redirect_uri: 'http://127.0.0.1:54321/oauth/callback',
    });
    expect(challenge).toBe(Buffer.from(random.sha256(made.verifier.reveal()), 'latin1').toString('base64url'));
  });

  test('says nothing of the verifier, which is as long as it should be', () => {
    expect(made.verifier.reveal()).toMatch(/^[\w-]{64}$/);
    expect(made.address).not.toContain(made.verifier.reveal());
  });

  test('of another device has another client, and leads to a page of AWS’s', () => {
    const other = newDoor('elsewhere', BASE, `${BASE}/v1/sessions/confirmation`, random);
    const { searchParams } = new URL(other.address);
    expect(searchParams.get('client_id')).toBe('arn:aws:signin:::devtools/cross-device');
    expect(searchParams.get('redirect_uri')).toBe(`${BASE}/v1/sessions/confirmation`);
    expect([other.state, other.verifier.reveal()]).not.toEqual([made.state, made.verifier.reveal()]);
  });
});

describe('the query of a redirect', () => {
  test.each<[string, 'code' | 'refused' | 'stranger']>([
    [`code=c&${STATE}`, 'code'],
    [`${STATE}&code=a%2Bb`, 'code'],
    [`${STATE}&code=c&more=1`, 'code'],
    [`${STATE}&error=access_denied`, 'refused'],
    [`${STATE}&error=access_denied&code=c`, 'refused'],
    ['code=c', 'stranger'],
    ['code=c&state=', 'stranger'],
    ['code=c&state=the+State', 'stranger'],
    ['code=c&state=the+state+', 'stranger'],
    [`code=c&${STATE}&state=other`, 'stranger'],
    [`code=c&state=other&${STATE}`, 'stranger'],
    [`code=c&code=d&${STATE}`, 'stranger'],
    ['error=access_denied', 'stranger'],
    ['error=access_denied&state=other', 'stranger'],
    [STATE, 'stranger'],
    [`${STATE}&code=`, 'stranger'],
    [`${STATE}&code=%`, 'stranger'],
    [`${STATE}&code=${'c'.repeat(9_000)}`, 'stranger'],
    [`code=c&${STATE}&__proto__=x`, 'code'],
    ['', 'stranger'],
    ['&&=&', 'stranger'],
  ])('%s', (query, is) => {
    expect(readAnswer(query, door, random).is).toBe(is);
  });

  test('a code is decoded, and is a secret', () => {
    const answer = readAnswer(`${STATE}&code=a%2Fb+c`, door, random);
    expect(answer.is === 'code' && answer.code.reveal()).toBe('a/b c');
    expect(JSON.stringify(answer)).not.toContain('a/b');
  });

  test.each<[string, FailureCode, object]>([
    ['error=access_denied&error_description=You+said+no', 'browser.refused', { message: 'You said no' }],
    ['error=server_error', 'browser.refused', { message: 'server_error' }],
    ['error=x&error_description=a%0A%1bb', 'browser.refused', { message: 'a b' }],
    [
      'error=access_denied&error_description=not+authorized+to+perform:+signin:AuthorizeOAuth2Access',
      'browser.not-permitted',
      { statement: expect.stringContaining('signin:CreateOAuth2Token') },
    ],
  ])('%s is what AWS says', (query, code, params) => {
    expect(readAnswer(`${STATE}&${query}`, door, random)).toEqual({ is: 'refused', why: { code, params } });
  });
});

describe('the text of another device', () => {
  const pasted = (query: string) => Buffer.from(query).toString('base64');

  test.each([
    pasted(`${STATE}&code=c`),
    ` ${pasted(`${STATE}&code=c`)}\n`,
    pasted(`${STATE}&code=c`).replace(/(.{10})/g, '$1\r\n'),
    pasted(`code=c&${STATE}`).replace(/=/g, ''),
  ])('%j is taken', (text) => {
    expect(readPasted(new Secret(text), door, random).reveal()).toBe('c');
  });

  test.each<[string, FailureCode]>([
    ['', 'browser.paste-malformed'],
    ['https://example.com/', 'browser.paste-malformed'],
    [`${STATE}&code=c`, 'browser.paste-malformed'],
    [pasted('code=c'), 'browser.paste-malformed'],
    [pasted(`${STATE}&code=c`).slice(0, -7), 'browser.paste-malformed'],
    [pasted('state=other&code=c'), 'browser.paste-other'],
    [pasted(STATE), 'browser.paste-other'],
    [pasted(`${STATE}&error=access_denied`), 'browser.refused'],
  ])('%j is refused', (text, code) => {
    expect(() => readPasted(new Secret(text), door, random)).toThrowError(
      expect.objectContaining({ failure: expect.objectContaining({ code }) }),
    );
  });
});
