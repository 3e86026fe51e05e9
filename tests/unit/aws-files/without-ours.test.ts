import { describe, expect, test } from 'vitest';
import { writeConfigProfile } from '../../../electron/core/aws-files/config-profile.ts';
import { withoutOurs } from '../../../electron/core/aws-files/without-ours.ts';
import { writeProfile } from '../../../electron/core/aws-files/write-profile.ts';
import { COMMAND, ENTRY, NAME, OTHER_ENTRY } from './odd-files.ts';

const THEIRS = '# mine\n[work]\naws_access_key_id = AKIA\naws_secret_access_key = s\n\n[x]\nregion = y';
const made = (edit: ReturnType<typeof writeProfile>): string => (edit.ok ? edit.text : expect.fail());

describe('a copy of the credentials file', () => {
  test('is the file as it was before our sections, however many there are', () => {
    const both = made(writeProfile(made(writeProfile(THEIRS, NAME, ENTRY)), 'other', OTHER_ENTRY));
    expect(withoutOurs('credentials', both)).toBe(THEIRS);
    expect(withoutOurs('credentials', THEIRS)).toBe(THEIRS);
    expect(withoutOurs('credentials', made(writeProfile('', NAME, ENTRY)))).toBe('');
  });

  test('keeps what somebody has added to ours, and none of our keys', () => {
    const ours = made(writeProfile(THEIRS, NAME, ENTRY)).replace('manager = daypass', 'region = z\nmanager = daypass');
    const copy = withoutOurs('credentials', ours) ?? expect.fail();
    expect(copy).toContain('region = z');
    for (const value of Object.values(ENTRY)) expect(copy).not.toContain(String(value));
  });

  test('keeps a section of ours that holds somebody’s own key by now', () => {
    const text = '[x-mfa]\naws_access_key_id = AKIATHEIRS\naws_secret_access_key = theirs\nmanager = daypass\n';
    expect(withoutOurs('credentials', text)).toBe(text);
  });

  test.each([
    ['stands twice', '[x-mfa]\nmanager = daypass\n[x-mfa]\naws_session_token = t\n'],
    ['is ours to one parser alone', '[x-mfa] ;c\naws_session_token = t\nmanager = daypass ;c\n'],
    ['has a name that we write nowhere', '[a b]\naws_session_token = t\nmanager = daypass\n'],
  ])('is not made where ours %s', (_, text) => {
    expect(withoutOurs('credentials', text)).toBeNull();
  });
});

test.each([COMMAND, null])('a copy of the config file is without our section (command: %s)', (command) => {
  const theirs = '[profile a]\nregion = x\n';
  const ours = made(writeConfigProfile(theirs, NAME, { region: 'eu-west-1', command }));
  expect(withoutOurs('config', ours)).toBe(theirs);
});
