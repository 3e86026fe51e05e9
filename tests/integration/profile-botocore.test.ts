/** botocore itself, which is what the AWS CLI reads its files with, judges some thousands of edits of odd files. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { removeConfigProfile, writeConfigProfile } from '../../electron/core/aws-files/config-profile.ts';
import { parseIni } from '../../electron/core/aws-files/ini.ts';
import { removeProfile, writeProfile } from '../../electron/core/aws-files/write-profile.ts';
import type { Bytes } from '../../electron/core/base/bytes.ts';
import { anyFiles, COMMAND, ENTRY, NAME, tameFiles, WRITTEN } from '../unit/aws-files/odd-files.ts';
import { pythonsWith } from '../world/programs.ts';

const RUNS = 2500;

/** Reads a file a line, as JSON, from standard input; answers with what botocore makes of it, null where it refuses. */
const JUDGE = `
import json, os, sys, tempfile
import botocore.configloader as loader
import botocore.exceptions as exceptions
path = os.path.join(tempfile.mkdtemp(), 'file')
for line in sys.stdin:
    with open(path, 'wb') as file:
        file.write(json.loads(line).encode('latin-1'))
    try:
        raw = loader.raw_config_parse(path)
        plain = loader.raw_config_parse(path, parse_subsections=False)
        answer = {'raw': raw, 'plain': plain, 'profiles': loader.build_profile_map(raw)['profiles']}
    except exceptions.ConfigParseError:
        answer = None
    print(json.dumps(answer))
os.remove(path)
os.rmdir(os.path.dirname(path))
`;

type Sections = Record<string, Record<string, unknown>>;
type Answer = { raw: Sections; plain: Sections; profiles: Sections } | null;

const run = (python: string, code: string, input = '') =>
  spawnSync(python, ['-c', code], {
    input,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { PATH: process.env.PATH, PYTHONUTF8: '1' },
  });
const [python] = pythonsWith('botocore.configloader');
if (!python) console.warn('SKIPPED: no python3 with botocore here (on Debian: apt-get install python3-botocore)');

function readByBotocore(texts: readonly Bytes[]): Answer[] {
  const { stdout, stderr, status } = run(
    python ?? '',
    JUDGE,
    texts.map((text) => `${JSON.stringify(text)}\n`).join(''),
  );
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

const REGION = 'eu-north-1';
const seed = Math.floor(Math.random() * 2 ** 31);

describe.skipIf(!python).each([
  {
    file: 'credentials',
    header: NAME,
    write: (text: Bytes) => writeProfile(text, NAME, ENTRY),
    remove: (text: Bytes) => removeProfile(text, NAME),
    written: WRITTEN as Record<string, string>,
    view: (answer: Answer) => answer?.raw ?? null,
  },
  {
    file: 'config',
    header: `profile ${NAME}`,
    write: (text: Bytes) => writeConfigProfile(text, NAME, { region: REGION, command: COMMAND }),
    remove: (text: Bytes) => removeConfigProfile(text, NAME, REGION),
    written: { credential_process: COMMAND } as Record<string, string>,
    view: (answer: Answer) => answer?.profiles ?? null,
  },
])(`botocore on the $file file (seed ${seed})`, ({ header, write, remove, written, view }) => {
  const files = fc.sample(fc.oneof(tameFiles, anyFiles(header)), { numRuns: RUNS, seed });
  const cases = files.map((before) => ({ before, wrote: write(before), removed: remove(before) }));
  let answers: Map<Bytes, Answer>;

  beforeAll(() => {
    const texts = [...new Set(cases.flatMap(({ before, wrote, removed }) => [before, textOf(wrote), textOf(removed)]))];
    const read = readByBotocore(texts.map((text) => text ?? ''));
    answers = new Map(texts.map((text, at) => [text ?? '', read[at] ?? null]));
  });
  const answer = (text: Bytes): Answer => answers.get(text) ?? null;

  test('what was written is read by it, and every other section is as it was', () => {
    let judged = 0;
    for (const { before, wrote } of cases) {
      if (!wrote.ok) continue;
      const [was, is] = [answer(before), answer(wrote.text)];
      // A file that it refused before may have been healed by what was replaced in our section; else the edit says so.
      expect(is !== null || was === null, before).toBe(true);
      expect(wrote.flaw !== undefined && wrote.flaw.reason !== 'forbidden-section', before).toBe(is === null);
      if (is && was) {
        judged++;
        expect({ before, others: others(is.raw) }).toEqual({ before, others: others(was.raw) });
        expect(view(is)?.[NAME], before).toMatchObject(written);
      }
    }
    expect(judged).toBeGreaterThan(RUNS / 5);
  });

  test('what is removed is gone from it, and every other section is as it was', () => {
    let judged = 0;
    for (const { before, removed } of cases) {
      if (!removed.ok || removed.text === before) continue;
      const [was, is] = [answer(before), answer(removed.text)];
      if (!was) continue;
      judged++;
      expect({ before, others: others(is?.raw ?? {}) }).toEqual({ before, others: others(was.raw) });
      // From [DEFAULT] they would come again.
      const left = before.includes('[DEFAULT]') ? [] : Object.keys(view(is)?.[NAME] ?? {});
      expect({ before, left: left.filter((key) => key in written && key !== 'manager') }).toEqual({ before, left: [] });
    }
    expect(judged).toBeGreaterThan(RUNS / 100);
  });

  test('it accepts and reads just what our model of it does', () => {
    for (const { before } of cases) {
      const { botocore, flaws } = parseIni(before);
      const read = answer(before);
      const isRefused = flaws.some(({ reason }) => reason !== 'forbidden-section');
      expect({ before, isRefused }).toEqual({ before, isRefused: read === null });
      if (!read) continue;
      const keysOf = (wanted: (name: string) => boolean) =>
        botocore.filter(({ name }) => wanted(name)).flatMap(({ keys }) => keys);
      const leaking = keysOf((name) => name === 'DEFAULT');
      const model = botocore
        .filter(({ name }) => name !== 'DEFAULT')
        .map(({ name, keys }) => [name, Object.fromEntries([...leaking, ...keys].map((key) => [key.name, key.value]))]);
      expect({ before, model: Object.fromEntries(model) }).toEqual({ before, model: read.plain });
    }
  });
});

const textOf = (edit: ReturnType<typeof writeProfile>): Bytes | null => (edit.ok ? edit.text : null);

const OURS = [NAME, `profile ${NAME}`, `profile "${NAME}"`, `profile '${NAME}'`];
const others = (sections: Sections): Sections =>
  Object.fromEntries(Object.entries(sections).filter(([name]) => !OURS.includes(name)));
