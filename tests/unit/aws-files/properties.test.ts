import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { removeConfigProfile, writeConfigProfile } from '../../../electron/core/aws-files/config-profile.ts';
import { parseIni } from '../../../electron/core/aws-files/ini.ts';
import { joinLines } from '../../../electron/core/aws-files/lines.ts';
import type { ProfileEdit } from '../../../electron/core/aws-files/profile-edit.ts';
import { readLongTermKey, readProfiles } from '../../../electron/core/aws-files/read-profiles.ts';
import { removeProfile, writeProfile } from '../../../electron/core/aws-files/write-profile.ts';
import type { Bytes } from '../../../electron/core/base/bytes.ts';
import {
  anyFiles,
  COMMAND,
  damaged,
  ENTRY,
  lived,
  NAME,
  OTHER_ENTRY,
  oddFiles,
  readBySmithy,
  tails,
  WRITTEN,
  without,
} from './odd-files.ts';

vi.setConfig({ testTimeout: 600_000 });

const REGION = 'eu-north-1';
const RUNS = { numRuns: 2500 };

const WAYS = [
  {
    file: 'credentials' as const,
    header: NAME,
    write: (text: Bytes) => writeProfile(text, NAME, ENTRY),
    writeOther: (text: Bytes) => writeProfile(text, NAME, OTHER_ENTRY),
    remove: (text: Bytes) => removeProfile(text, NAME),
    written: WRITTEN as Record<string, string>,
  },
  {
    file: 'config' as const,
    header: `profile ${NAME}`,
    write: (text: Bytes) => writeConfigProfile(text, NAME, { region: REGION, command: COMMAND }),
    writeOther: (text: Bytes) => writeConfigProfile(text, NAME, { region: REGION, command: '/other/program' }),
    remove: (text: Bytes) => removeConfigProfile(text, NAME, REGION),
    written: { credential_process: COMMAND } as Record<string, string>,
  },
];

/** The text, or null where the edit was refused, in which case it must say why. */
function made(edit: ProfileEdit): Bytes | null {
  if (edit.ok) return edit.text;
  expect(edit.refusal.reason).toBeTruthy();
  expect(edit.refusal.line).toBeGreaterThan(0);
  return null;
}

test('any bytes at all are read without throwing and put together again as they were', () => {
  const bytes = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), maxLength: 300 });
  fc.assert(
    fc.property(fc.oneof(bytes, oddFiles), bytes, (text, other) => {
      expect(joinLines(parseIni(text))).toBe(text);
      readProfiles(text, other);
      readLongTermKey(other, text, NAME);
    }),
    RUNS,
  );
});

describe.each(WAYS)('the $file file', ({ file, header, write, writeOther, remove, written }) => {
  test('a new section is added after the last byte, and removing it gives the file back', () => {
    let accepted = 0;
    fc.assert(
      fc.property(oddFiles, (before) => {
        fc.pre(!before.includes(NAME));
        const text = made(write(before));
        if (text === null) return;
        accepted++;
        expect(text.startsWith(before)).toBe(true);
        expect(write(text)).toMatchObject({ ok: true, changed: false, text });
        expect(made(remove(text))).toBe(before);
        const renewed = made(writeOther(text)) ?? '';
        expect(renewed.startsWith(before)).toBe(true);
        expect(made(remove(renewed))).toBe(before);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(RUNS.numRuns / 4);
  });

  test('in a section that a person has worked in, nothing around it and nothing of theirs changes', () => {
    let accepted = 0;
    fc.assert(
      fc.property(oddFiles, lived(header), tails, (head, ours, tail) => {
        fc.pre(!head.includes(NAME) && !tail.includes(NAME) && (head === '' || head.endsWith('\n')));
        // Without a header of its own, what begins the tail stands in our section.
        fc.pre(!/aws_|manager|\r/i.test(tail.split(/^\[/m, 1)[0] ?? ''));
        const text = made(write(head + ours + tail));
        if (text === null) return;
        accepted++;
        expect(text.startsWith(head)).toBe(true);
        expect(text.endsWith(tail)).toBe(true);
        const section = text.slice(head.length, text.length - tail.length);
        for (const theirs of ours
          .split(/\r?\n/)
          .filter((line) => /note|region|output|s3|addressing|not ours|mine/.test(line))) {
          expect(section).toContain(theirs);
        }
        expect(write(text)).toMatchObject({ ok: true, changed: false, text });
        const cleared = made(remove(text)) ?? '';
        expect(cleared.startsWith(head)).toBe(true);
        expect(cleared.endsWith(tail)).toBe(true);
        for (const value of Object.values(written)) if (value !== 'daypass') expect(cleared).not.toContain(value);
        if (cleared.includes(header)) expect(made(remove(made(write(cleared)) ?? ''))).toBe(cleared);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(RUNS.numRuns / 8);
  });

  test('however damaged our section is, no line but its own changes', () => {
    let changed = 0;
    const isTheirs = (line: string) =>
      !/^$|^[\s\p{Cc}]|aws_|credential_process|manager|x_security/iu.test(line) &&
      !line.includes(NAME) &&
      line !== `region = ${REGION}`;
    const decode = (text: Bytes) => Buffer.from(text, 'latin1').toString('utf8');
    // A mark within the file becomes the file's own where nothing is left before it.
    const theirLines = (text: Bytes) =>
      decode(text)
        .split(/\r\n|\n|\r/)
        .map((line) => line.replace(/^\ufeff/, ''))
        .filter(isTheirs);
    const examples: [Bytes, typeof remove][] = [[`[${header}]\nmanager = daypass\n\u00ef\u00bb\u00bf#`, remove]];
    fc.assert(
      fc.property(damaged(header), fc.constantFrom(write, writeOther, remove), (before, edit) => {
        const text = made(edit(before));
        if (text === null || text === before) return;
        changed++;
        expect(theirLines(text)).toEqual(theirLines(before));
      }),
      { ...RUNS, examples },
    );
    expect(changed).toBeGreaterThan(RUNS.numRuns / 20);
  });

  test('the AWS SDK for JavaScript reads every other profile as before, and ours right', async () => {
    await fc.assert(
      fc.asyncProperty(anyFiles(header), async (before) => {
        const text = made(write(before));
        const wasRead = await readBySmithy(file, before);
        if (text !== null) {
          const isRead = await readBySmithy(file, text);
          expect(without(isRead, NAME)).toEqual(without(wasRead, NAME));
          const isForbidden = parseIni(text).flaws.some(({ reason }) => reason === 'forbidden-section');
          expect(isForbidden ? written : isRead[NAME]).toMatchObject(written);
        }
        const cleared = made(remove(before));
        if (cleared === null) return;
        expect(without(await readBySmithy(file, cleared), NAME)).toEqual(without(wasRead, NAME));
      }),
      RUNS,
    );
  });
});

test('the reading of the JavaScript SDK is the SDK’s own', async () => {
  await fc.assert(
    fc.asyncProperty(oddFiles, async (text) => {
      const { smithy, flaws } = parseIni(text);
      const model = new Map<string, Map<string, string>>();
      for (const { name, keys } of smithy) {
        const section = name.replace(/^(profile|sso-session|services)\s(["']?)([\w\-@+.%:/]+)\2$/, '$1.$3');
        for (const key of keys) model.set(section, (model.get(section) ?? new Map()).set(key.name, key.value));
      }
      const isForbidden = flaws.some(({ reason }) => reason === 'forbidden-section');
      const expected = isForbidden ? [] : [...model].map(([name, keys]) => [name, Object.fromEntries(keys)]);
      expect(await readBySmithy('credentials', text)).toEqual(Object.fromEntries(expected));
    }),
    RUNS,
  );
});
