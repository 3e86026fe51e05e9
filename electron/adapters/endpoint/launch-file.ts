/**
 * `launch` in Daypass's folder starts the app as it was started last, for the scripts when it is not running; beside it
 * lies `launch.not-for-git` where git may not do that.
 */
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

/** What git and editors set for their own children; an app that lives on must not take it for its own. */
const NOT_OURS = [
  'ELECTRON_RUN_AS_NODE NODE_OPTIONS',
  'GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX GIT_COMMON_DIR GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES GIT_CONFIG GIT_CONFIG_PARAMETERS GIT_CONFIG_COUNT GIT_EXEC_PATH GIT_TRACE',
];

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
    // Its own session: what ends the terminal or the git that asked does not end the app.
    'if command -v setsid >/dev/null 2>&1; then',
    `  setsid ${words} </dev/null >/dev/null 2>&1 &`,
    'else',
    `  nohup ${words} </dev/null >/dev/null 2>&1 &`,
    'fi',
    '',
  ].join('\n');
}

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
    `start "" ${command.map(quoted).join(' ')}`,
    '',
  ].join('\r\n');
}
