// Who tells one way in from another: its settings, its kind and its form. All others go by what `WayFacts` say.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const WITHIN = [/^electron\/core\/settings\/way[\w-]*\.ts$/, /^electron\/core\/sources\//, /^renderer\/ways\//];

const EXCEPTIONS: Record<string, string> = {
  'electron/core/i18n/en/failures/identity-center.ts': 'has its texts',
  'electron/core/surfaces/commands/add.ts': 'fills in what an offer leaves open, whatever it is of',
};

/** A look into a way, a comparison of its kind, one that is made, and what profiles had before there were ways. */
const TELLING: readonly RegExp[] = [
  /\bway\??\.(is|source|serial|role|durationSeconds|parent|arn|sessionName|externalId|session|startUrl|ssoRegion|account)\b/,
  /\bway\[/,
  /' in \w+\.way\b/,
  /\bway: \{ /,
  /'identity-center'/,
  /\bis: '(key|session|browser)'/,
  /\.is [!=]== '(key|session|browser)'/,
  /case '(browser|session)':/,
  /\bthrough: (null|nullable)|\??\.through\b/,
  /\bprofile\.(source|role)\b/,
  /\{[^{}]*\b(source|serial|role|durationSeconds)\b[^{}]*\}: Profile(Settings|Choice)\b/,
];

const files = ['electron', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file));
const tells = (file: string): boolean => {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  return TELLING.some((telling) => telling.test(text));
};

test('nobody but its settings, its kind and its form tells one way in from another', () => {
  const telling = files.filter((file) => !WITHIN.some((place) => place.test(file)) && tells(file));
  expect(telling.filter((file) => !(file in EXCEPTIONS))).toEqual([]);
  // What is an exception no more is not listed as one.
  expect(Object.keys(EXCEPTIONS).filter((file) => !telling.includes(file))).toEqual([]);
});

test('the reading itself sees those that do', () => {
  expect(files.length).toBeGreaterThan(400);
  expect(files.filter((file) => WITHIN.some((place) => place.test(file)) && tells(file))).toEqual(
    expect.arrayContaining([
      'electron/core/settings/way-before.ts',
      'electron/core/sources/ways-in.ts',
      'electron/core/sources/read-sources.ts',
      'renderer/ways/key-draft.ts',
      'renderer/ways/way-forms.ts',
    ]),
  );
});
