import { expect, test } from 'vitest';
import { registrationName, tokenName } from '../../../electron/core/identity-center/cache-names.ts';
import { PORTAL } from './portals.ts';

test('a token is called by the session, or by the address where no session has a name', () => {
  expect(tokenName(PORTAL)).toBe('acme');
  expect(tokenName({ ...PORTAL, session: null })).toBe('https://d-1234567890.awsapps.com/start');
});

test('a registration is called as the AWS CLI calls its own, but for the tool', () => {
  expect(registrationName(PORTAL, 'browser')).toBe(
    '{"region": "eu-central-1", "scopes": ["sso:account:access"], "session_name": "acme", ' +
      '"startUrl": "https://d-1234567890.awsapps.com/start", "tool": "daypass"}',
  );
});

test('each form of sign-in has a registration of its own', () => {
  expect(registrationName(PORTAL, 'device')).toContain('"tool": "daypass-device"');
});

test('what is no ASCII is escaped as Python does it', () => {
  const portal = { ...PORTAL, session: 'Ä"\\\x7f😀', scopes: ['a', 'b'] };
  expect(registrationName(portal, 'browser')).toContain(
    '"scopes": ["a", "b"], "session_name": "\\u00c4\\"\\\\\\u007f\\ud83d\\ude00"',
  );
  expect(registrationName({ ...PORTAL, session: null }, 'browser')).toContain('"session_name": null');
});
