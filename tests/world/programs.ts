// The programs of this machine, chosen by what they say of themselves: the first of a name on the PATH may be another
// version, or one that a version manager puts there and that runs nothing.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const isThere = (program: string): boolean =>
  spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0;

/**
 * Every Python that has this module: Debian's has what apt has installed, whatever else is called python3. By their real
 * paths, since what stands before one on the PATH may need a home.
 */
export function pythonsWith(module: string): readonly string[] {
  const found = ['/usr/bin/python3', 'python3'].flatMap((python) => {
    const { status, stdout } = spawnSync(python, ['-c', `import sys, ${module}; print(sys.executable)`]);
    return status === 0 ? [String(stdout).trim()] : [];
  });
  return [...new Set(found)];
}

export interface AwsProgram {
  readonly path: string;
  readonly major: number;
  readonly minor: number;
}

let found: readonly AwsProgram[] | undefined;

/** Every AWS CLI that runs: the one that a person would get by its name first, and Debian's wherever it stands. */
export function awsPrograms(): readonly AwsProgram[] {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const paths = folders.map((folder) => join(folder, 'aws')).filter((path) => existsSync(path));
  const distinct = paths.filter((path, i) => paths.findIndex((other) => isSame(path, other)) === i);
  found ??= distinct.flatMap((path) => {
    const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
    const [, major, minor] = /^aws-cli\/(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
    return major && minor ? [{ path, major: Number(major), minor: Number(minor) }] : [];
  });
  return found;
}

/** The one that a person gets by its name. Version 1 ends with other exit statuses than version 2. */
export function awsProgram(): string {
  const [first] = awsPrograms();
  if (!first) throw new Error('the AWS CLI is needed (Debian: awscli)');
  return first.path;
}

const isSame = (one: string, other: string): boolean => realpathSync(one) === realpathSync(other);
