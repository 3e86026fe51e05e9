/**
 * `launch` in Daypass's folder starts the app as it was started last, for the scripts when it is not running; beside it
 * lies `launch.not-for-git` where git may not do that, and `launch.not-now` where a person has just quit.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sh } from '../../core/base/shell-words.ts';
import { ensureFile } from '../files/ensure-file.ts';

export interface Launch {
  readonly home: string;
  /** The program, absolute, and its arguments. */
  readonly command: readonly [program: string, ...args: string[]];
  readonly forGit: boolean;
  readonly platform?: NodeJS.Platform;
}

export async function writeLaunchFile({ home, command, forGit, platform = process.platform }: Launch): Promise<void> {
  const write = (name: string, text: string) => ensureFile(join(home, name), Buffer.from(text), 0o700);
  // On Windows git's sh asks for the one, a person's cmd for the other.
  await write('launch', posixLaunch(home, command, platform));
  if (platform === 'win32') await write('launch.cmd', windowsLaunch(home, command));
  const marker = join(home, 'launch.not-for-git');
  await (forGit ? rm(marker, { force: true }) : ensureFile(marker, Buffer.from(''), 0o600));
}

/**
 * To be called at a quit: the git that waited, or the next of a script, would start the app again. The script heeds the
 * mark for some seconds, and not at all where its time lies ahead: a clock that was set holds nobody up.
 */
export function holdLaunch(home: string): void {
  const mark = join(home, 'launch.not-now');
  try {
    // Made anew: what is no file would hold the quit up.
    rmSync(mark, { force: true });
    writeFileSync(mark, `${Math.floor(Date.now() / 1000)}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    // Then git may start it again, which is better than a quit that fails.
  }
}

/** What git and editors set for their own children; an app that lives on must not take it for its own. */
const NOT_OURS = [
  'ELECTRON_RUN_AS_NODE NODE_OPTIONS',
  'GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_COMMON_DIR GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_CONFIG GIT_CONFIG_PARAMETERS GIT_CONFIG_COUNT GIT_EXEC_PATH GIT_TRACE',
];

/** For bash: closes all but the first three descriptors, then becomes the program. */
const CLOSE_ALL =
  'cd /dev/fd && for fd in *; do case $fd in [0-2]) ;; [0-9]*) eval "exec $fd>&-" ;; esac; done; cd / && exec "$@"';

function posixLaunch(home: string, command: Launch['command'], platform: NodeJS.Platform): string {
  const [program] = command;
  const words = command.map(sh).join(' ');
  return [
    '#!/bin/sh',
    '# Starts Daypass and returns at once. Written anew at each start.',
    `[ -x ${sh(program)} ] || exit 1`,
    // Without a display it could not show itself, and the scripts need not wait for it.
    ...(platform === 'linux' ? [`[ -n "\${DISPLAY-}\${WAYLAND_DISPLAY-}" ] || exit 1`] : []),
    ...NOT_OURS.map((names) => `unset ${names}`),
    `export DAYPASS_HOME=${sh(home)}`,
    'cd /',
    // Who waits for the end of what it gave us, as git does for its pipe, would wait for the app's. dash can name no more
    // than one digit; bash, where there is one, closes the rest. On Windows a program gets what git's sh has left open.
    'exec </dev/null >/dev/null 2>&1 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-',
    `set -- ${words}`,
    // Its own session: what ends the terminal or the git that asked does not end the app.
    'if command -v setsid; then set -- setsid "$@"; else set -- nohup "$@"; fi',
    `if command -v bash; then set -- bash -pc ${sh(CLOSE_ALL)} bash "$@"; fi`,
    '"$@" &',
    '',
  ].join('\n');
}

/**
 * For a person's own cmd; git for Windows runs the file above. A program started here gets NUL for its three streams. cmd
 * cannot close what else it has inherited, so who reads the output of `daypass open` in a loop may wait for the app's end.
 */
function windowsLaunch(home: string, command: Launch['command']): string {
  const quoted = (word: string) => `"${word.replace(/%/g, '%%')}"`;
  return [
    '@echo off',
    'rem Starts Daypass and returns at once. Written anew at each start.',
    'setlocal DisableDelayedExpansion',
    `if not exist ${quoted(command[0])} exit /b 1`,
    'set ELECTRON_RUN_AS_NODE=',
    'set NODE_OPTIONS=',
    `set ${quoted(`DAYPASS_HOME=${home}`)}`,
    // A program that the app asks is looked for in its current folder first, and this one is nobody's repository.
    'cd /d "%SystemRoot%"',
    `start "" ${command.map(quoted).join(' ')}`,
    '',
  ].join('\r\n');
}
