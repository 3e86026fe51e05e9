import { expect, test } from 'vitest';
import {
  formatCredential,
  parseCredential,
  QUIT,
} from '../../../../electron/core/git/credential/credential-protocol.ts';

const HTTPS = { action: null, protocol: 'https', host: 'h', path: null, username: null, timeout: null };

test.each([
  ['what git sends', 'protocol=https\nhost=h\n\n', HTTPS],
  ['no empty line at the end', 'protocol=https\nhost=h\n', HTTPS],
  ['no line end at all', 'protocol=https\nhost=h', HTTPS],
  ['Windows line ends', 'protocol=https\r\nhost=h\r\n\r\n', HTTPS],
  [
    'arrays and attributes of later gits',
    'capability[]=authtype\nwwwauth[]=Basic realm="a=b"\nprotocol=https\nx=\nhost=h\n',
    HTTPS,
  ],
  ['nothing after the empty line', 'protocol=https\nhost=h\n\nhost=other\npath=p\n', HTTPS],
  ['the last one counts', 'host=other\nprotocol=https\nhost=h\n', HTTPS],
  ['an empty value is none', 'protocol=https\nhost=h\npath=\nusername=\n', HTTPS],
  [
    'the cache client',
    'action=get\ntimeout=900\nprotocol=https\nhost=h\n',
    { ...HTTPS, action: 'get', timeout: '900' },
  ],
  ['= in a value', 'protocol=https\nhost=h\nusername=a=b%c==\n', { ...HTTPS, username: 'a=b%c==' }],
  ['nothing', '', { ...HTTPS, protocol: null, host: null }],
  ['a name of every object', '__proto__=x\nconstructor=y\nprotocol=https\nhost=h\n', HTTPS],
])('reads %s', (_, input, request) => {
  expect(parseCredential(input)).toEqual(request);
});

test('reads as much as git could send', () => {
  const start = 'protocol=https\nhost=';
  const host = 'h'.repeat(65_536 - start.length);
  expect(parseCredential(start + host)).toEqual({ ...HTTPS, host });
  expect(parseCredential(`${start}${host}h`)).toBeNull();
});

test.each([
  ['a line that is no attribute', 'protocol=https\nhost\n'],
  ['an attribute without a name', '=https\n'],
  ['a NUL', 'protocol=https\nhost=h\0.example\n'],
  ['too much', 'a='.padEnd(65_537, 'a')],
])('refuses %s', (_, input) => {
  expect(parseCredential(input)).toBeNull();
});

test('reads as much as git would ever send, and more', () => {
  expect(parseCredential('host=h\nx='.padEnd(65_536, 'a'))).toMatchObject({ host: 'h' });
});

test('keeps nothing of a password', () => {
  expect(JSON.stringify(parseCredential('protocol=https\nhost=h\npassword=planted\n'))).not.toContain('planted');
});

test('prints lines that git reads', () => {
  expect(formatCredential({ username: 'a%b', password_expiry_utc: 1 })).toBe('username=a%b\npassword_expiry_utc=1\n');
  expect(QUIT).toBe('quit=1\n');
});

test.each(['a\nhost=evil', 'a\rb', 'a\0b'])('never lets a value break out of its line: %j', (username) => {
  expect(() => formatCredential({ username })).toThrow('username does not fit');
});
