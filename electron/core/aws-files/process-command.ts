/**
 * The line of `credential_process`: without quotes where none are needed, as some clients split at blanks, else in
 * double quotes, the only ones that all others know. What those would not keep as it is, a dollar sign or a backtick,
 * a quote or a backslash in a path of POSIX, stands in single quotes: botocore and the SDK for JavaScript agree on them.
 */
import { sh } from '../base/shell-words.ts';

/** What no shell and no client reads anything into. */
const PLAIN = /^[\p{L}\p{N}\p{M}_./@:+=,-]+$/u;
/** On Windows the backslash is one of them. */
const PLAIN_ON_WINDOWS = /^[\p{L}\p{N}\p{M}_./@:+=,\\-]+$/u;

/** `script` is Daypass's own, absolute; on Windows the one beside it that Windows can start. */
export function processCommand(script: string, profile: string, windows: boolean): string {
  if (windows) {
    const file = `${script}.cmd`;
    return `${PLAIN_ON_WINDOWS.test(file) ? file : `"${file}"`} credentials ${profile}`;
  }
  return `${PLAIN.test(script) ? script : quoted(script)} credentials ${profile}`;
}

const quoted = (script: string): string => (/["$`\\]/.test(script) ? sh(script) : `"${script}"`);
