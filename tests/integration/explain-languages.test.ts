// git's own catalogues, as they are installed: what it says in every language it speaks is what it says in English.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../../electron/core/base/failure.ts';
import { recognise } from '../../electron/core/explain/recognise.ts';

const LOCALES = '/usr/share/locale';
const URL = 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app/';

/** Each message of git with what fills it, in their order, and what it means. */
const MESSAGES: readonly (readonly [message: string, fillings: readonly string[], code: FailureCode])[] = [
  ["Authentication failed for '%s'", [URL], 'git.said-401'],
  ["repository '%s' not found", [URL], 'heard.git-404'],
  ["unable to access '%s': %s", [URL, 'The requested URL returned error: 403'], 'heard.git-403'],
  ["unable to access '%s': %s", [URL, 'CONNECT tunnel failed, response 407'], 'network.proxy'],
  [
    "unable to access '%s': %s",
    [URL, 'SSL certificate problem: unable to get local issuer certificate'],
    'network.certificate',
  ],
  [
    "unable to access '%s': %s",
    [URL, 'Could not resolve host: git-codecommit.eu-west-1.amazonaws.com'],
    'heard.no-such-host',
  ],
  ['RPC failed; %s', ['HTTP 403 curl 22 The requested URL returned error: 403'], 'heard.git-late'],
  ["git: '%s' is not a git command. See 'git --help'.", ['remote-codecommit'], 'heard.git-no-helper'],
  ["git: '%s' is not a git command. See 'git --help'.", ['credential-daypass'], 'heard.git-program'],
  ["unable to find remote helper for '%s'", ['codecommit'], 'heard.git-no-helper'],
  ["transport '%s' not allowed", ['codecommit'], 'heard.git-transport'],
  ["rate limited by '%s', please try again in %ld seconds", [URL, '7'], 'aws.throttled'],
  ["rate limited by '%s', please try again later", [URL], 'aws.throttled'],
];

/** https://www.gnu.org/software/gettext/manual/html_node/MO-Files.html */
function catalogue(file: string): ReadonlyMap<string, string> {
  const bytes = readFileSync(file);
  const isLittle = bytes.readUInt32LE(0) === 0x950412de;
  const number = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  const text = (at: number) => bytes.toString('utf8', number(at + 4), number(at + 4) + number(at));
  const [count, from, to] = [number(8), number(12), number(16)];
  return new Map(Array.from({ length: count }, (_, i) => [text(from + 8 * i), text(to + 8 * i)]));
}

/** As printf does, with the places that a translation may give. */
const filled = (format: string, fillings: readonly string[]): string => {
  let next = 0;
  return format.replace(/%(?:(\d)\$)?(?:s|ld)/g, (_, at) => fillings[at ? Number(at) - 1 : next++] ?? '');
};

const languages = existsSync(LOCALES)
  ? readdirSync(LOCALES).filter((language) => existsSync(join(LOCALES, language, 'LC_MESSAGES/git.mo')))
  : [];

// A git without catalogues speaks English alone; which of them have been looked at is seen in the names.
test.skipIf(languages.length === 0)('Chinese as it is written in Taiwan is among them', () => {
  expect(languages).toContain('zh_TW');
});

describe.each(languages)('git in %s', (language) => {
  const said = catalogue(join(LOCALES, language, 'LC_MESSAGES/git.mo'));
  test.each(MESSAGES)('%s %j', (message, fillings, code) => {
    // What it has no words for, it says in English.
    const line = filled(said.get(message) || message, fillings);
    for (const whole of [`fatal: ${line}`, `x\n${line}\nfatal: y`])
      expect(recognise(whole).found[0]?.failure.code, line).toBe(code);
  });
});
