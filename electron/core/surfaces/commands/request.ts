/** One run of `daypass`: what the script sends, and what it prints and exits with. */
import { fill } from '../../i18n/say.ts';
import type { Language, Messages } from '../../i18n/words.ts';
import type { CommandApp } from './app.ts';
import type { ArgumentShape, Arguments } from './arguments.ts';

export interface CommandRequest {
  /** The first word after `daypass`; '' for none. */
  readonly command: string;
  readonly args: readonly string[];
  /** What the script read from standard input, for the commands that want it. */
  readonly input: string;
  /** Null where the terminal does not say: then the app's own. */
  readonly language: Language | null;
  /** Aborts when the script is gone. */
  readonly signal: AbortSignal;
}

/** 0 done, 1 failed, 2 wrong use, 4 not signed in; 3, not running, only the script can say. */
export type ExitStatus = 0 | 1 | 2 | 4 | 5;

export interface CommandReply {
  readonly status: ExitStatus;
  readonly stdout: string;
  readonly stderr: string;
  /** On a terminal the script asks this in place of printing `stderr`, and after a yes runs the command again with `--yes`. */
  readonly ask?: string;
  /** On a terminal the script asks for a text by this in place of printing `stderr`, and runs the command again with it as `--answer -`. */
  readonly read?: string;
  /** A git has to wait: the script prints `stderr` first, and then runs the command again as one that waits. */
  readonly waits?: true;
  /** Done once the reply is on its way. */
  readonly after?: () => void;
}

export interface Call {
  readonly app: CommandApp;
  readonly args: Arguments;
  readonly input: string;
  readonly signal: AbortSignal;
  readonly language: Language;
  readonly messages: Messages;
}

export interface Command {
  /** What follows the command's name; the same in every language. */
  readonly usage: string;
  readonly shape: ArgumentShape;
  /** What is left out of the reply is 0 or ''. Rejects with a FailureError or a Refusal. */
  run(call: Call): Promise<Partial<CommandReply>>;
}

export const usageOf = (name: string, { usage }: Command, messages: Messages): string =>
  fill(messages.commands.usage.is, { usage: ['daypass', name, usage].filter(Boolean).join(' ') });

/** A command's own no, in words that are no failure of the app. */
export class Refusal extends Error {
  readonly status: ExitStatus;
  override readonly cause: string;
  readonly fix: string;

  constructor(status: ExitStatus, cause: string, fix: string) {
    super(cause);
    this.status = status;
    this.cause = cause;
    this.fix = fix;
  }
}
