/**
 * What has gone wrong lately, for a report: codes of the catalogue and the program's own stack frames, never a message, a
 * parameter or a value, since any of these may quote a secret. In memory only.
 */
import { type FailureCode, failureOf } from './failure.ts';
import type { EpochMs } from './time.ts';

const KEPT = 50;
const FRAMES = 8;

export interface Happening {
  readonly at: EpochMs;
  /** Where it came to notice, as 'ipc signIn'. */
  readonly where: string;
  readonly code: FailureCode;
  /** The kind of a failure that is not of the catalogue, as 'TypeError'. */
  readonly kind: string | null;
  /** As 'requestSession (main.js:1203:9)', the innermost first; those of its cause after it. */
  readonly frames: readonly string[];
}

export class Trace {
  readonly #wall: () => EpochMs;
  #list: readonly Happening[] = [];

  constructor(wall: () => EpochMs) {
    this.#wall = wall;
  }

  /** The newest first. */
  get list(): readonly Happening[] {
    return this.#list;
  }

  add(where: string, thrown: unknown): void {
    const { code } = failureOf(thrown);
    const kind = code === 'internal.unexpected' ? kindOf(thrown) : null;
    const happening = { at: this.#wall(), where, code, kind, frames: framesOf(thrown).slice(0, FRAMES) };
    this.#list = [happening, ...this.#list].slice(0, KEPT);
  }
}

const kindOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : typeof thrown);

function framesOf(thrown: unknown, depth = 4): readonly string[] {
  if (!(thrown instanceof Error)) return [];
  const own = afterMessage(thrown)
    .split('\n')
    .flatMap((line) => frameOf(line) ?? []);
  // A cause can be its own cause, so only so many are followed.
  return thrown.cause === undefined || depth === 0 ? own : [...own, ...framesOf(thrown.cause, depth - 1)];
}

/** A message can have lines that look like frames; where it cannot be found, nobody knows where they begin. */
function afterMessage({ stack = '', message }: Error): string {
  const at = stack.indexOf(message);
  return at < 0 ? '' : stack.slice(at + message.length);
}

/** Paths can name a person: only what looks like a frame counts, without its folder. */
function frameOf(line: string): string | null {
  const [, name = '', file, place] =
    /^\s+at (?:(?:async )?([\w$.#<> ]{1,80}) )?\(?(?:[^\s()]*[\\/])?([\w.-]{1,60}\.[cm]?[jt]sx?):(\d+:\d+)\)?$/.exec(
      line,
    ) ?? [];
  return file === undefined ? null : `${name || 'anonymous'} (${file}:${place})`;
}
