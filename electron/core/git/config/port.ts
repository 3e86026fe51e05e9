/** The git on this computer, and its configuration. */

/** git's own configuration, seen and changed through git itself. */
export interface Git {
  /** Null where there is no git. */
  version(): Promise<string | null>;
  /** Whether this git has the `credential-cache` client with which it can reach a Unix socket. */
  hasCacheClient(): Promise<boolean>;
  /** Every `name=value` git would read outside a repository, in file order, with the file it comes from. */
  entries(): Promise<readonly GitEntry[]>;
  /** Every `name=value` of one file and of what it includes; none where it cannot be read. A relative path is beside that of `from`. */
  entriesOf(path: string, from: string): Promise<readonly GitEntry[]>;
  /** Variables of git's in the environment, and those that are set for every shell. */
  variables(): Promise<readonly GitVariable[]>;
  /** `~/.ssh/config`; null where there is none. */
  sshConfig(): Promise<{ readonly path: string; readonly text: string } | null>;
  /** The file that `git config --global` writes, and what git takes `~` for, null where that is not sure. */
  globalFile(): Promise<{ readonly path: string; readonly home: string | null; readonly text: string | null }>;
  /** The text of a configuration file as bytes; null where there is none. */
  readFile(path: string): Promise<string | null>;
  /**
   * Replaces a configuration file atomically, links and mode kept, if its text is still `before`; null is no file.
   * Rejects with FailureError file.* or git.config-failed, and the file is then as it was.
   */
  replaceFile(path: string, before: string | null, after: string | null): Promise<void>;
  /**
   * What git says to the refs of a repository, with the person's own configuration; asks nobody, and opens no window.
   * `asUser` is a profile that shall answer. Never rejects.
   */
  lsRemote(url: string, asUser: { readonly host: string; readonly name: string } | null): Promise<GitTried>;
  /** What the server answers to a push there, with the password that git's helpers give; asks nobody. Never rejects. */
  askPush(url: string): Promise<PushAnswer>;
}

/** Taken; 403; 404; null where the server was not reached, or has said something else. */
export type PushAnswer = 'taken' | 'forbidden' | 'missing' | null;

export interface GitTried {
  /** -1 where git did not start, or not end in time. */
  readonly status: number;
  readonly refs: number;
  /** Its standard error, which can hold a session token: never to be shown as it is. */
  readonly said: string;
}

export interface GitEntry {
  readonly origin: string;
  readonly scope: string;
  readonly name: string;
  /** Null for a name without `=`. */
  readonly value: string | null;
  /** The origin of the conditional include that would bring it. */
  readonly via?: string;
}

export interface GitVariable {
  readonly name: string;
  readonly value: string;
  /** `environment`, or the file in which it is set. */
  readonly origin: string;
  /** Counted from 1. */
  readonly line: number | null;
}
