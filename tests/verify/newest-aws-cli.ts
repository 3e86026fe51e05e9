/**
 * The newest AWS CLI and Chromium, out of a Debian unstable beside this system: in a home of their own, led to the
 * stand-in. What the CLI opens in the browser is told to the test, which is the person there.
 */
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Aws } from '../aws/aws.ts';
import { debianRoot, debianVersion, makeDebian, startInDebian } from '../desktops/debian.ts';
import { isThere } from '../world/programs.ts';

export interface Said {
  readonly status: number | null;
  readonly output: string;
}

export interface Begun {
  /** What it has opened in the browser. */
  opened(): Promise<string>;
  /** What it has said so far, once that is there. */
  said(what: RegExp): Promise<RegExpExecArray>;
  /** What the person types. */
  type(line: string): void;
  readonly ended: Promise<Said>;
}

/** Why there are none here, or null once they are installed. */
export function missingClients(): string | null {
  if (process.getuid?.() !== 0) return 'only root can enter another Debian';
  process.env.DAYPASS_DESKTOPS ??= resolve(import.meta.dirname, '../../.cache/desktops/sid');
  if (debianRoot() === null && !isThere('debootstrap')) return 'no debootstrap';
  makeDebian(process.env.DAYPASS_DESKTOPS, ['awscli', 'chromium']);
  return null;
}

export const clientVersions = (): string => `AWS CLI ${debianVersion('awscli')}, Chromium ${debianVersion('chromium')}`;

async function until<T>(find: () => T | null | undefined, ended: () => string | undefined): Promise<T> {
  for (;;) {
    const found = find();
    if (found) return found;
    const end = ended();
    if (end !== undefined) throw new Error(`ended before: ${end}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

export class NewestAwsCli {
  readonly home = mkdtempSync(join(tmpdir(), 'dp-newest-'));
  readonly #aws: Aws;
  readonly #running = new Set<ChildProcess>();

  constructor(aws: Aws) {
    this.#aws = aws;
    mkdirSync(join(this.home, '.aws'));
    const stub = join(this.home, 'browser');
    writeFileSync(stub, `#!/bin/sh\nprintf '%s\\n' "$1" >>'${this.home}/opened'\n`);
    chmodSync(stub, 0o700);
  }

  configure(text: string): void {
    appendFileSync(join(this.home, '.aws/config'), text);
  }

  /** With AWS's addresses, or with the stand-in's in their place. */
  environment(way: 'by url' | 'by proxy'): Record<string, string> {
    const { url, proxyUrl, codecommit } = this.#aws;
    const led =
      way === 'by url'
        ? { AWS_ENDPOINT_URL: url }
        : { HTTPS_PROXY: proxyUrl, NO_PROXY: '127.0.0.1', AWS_CA_BUNDLE: codecommit.caFile };
    return {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: this.home,
      LC_ALL: 'C.UTF-8',
      AWS_PAGER: '',
      AWS_EC2_METADATA_DISABLED: 'true',
      BROWSER: `${this.home}/browser %s &`,
      ...led,
    };
  }

  begin(args: readonly string[], way: 'by url' | 'by proxy' = 'by url'): Begun {
    const opened = join(this.home, 'opened');
    rmSync(opened, { force: true });
    const child = startInDebian('aws', args, { env: this.environment(way), stdio: 'pipe' });
    this.#running.add(child);
    let output = '';
    let end: string | undefined;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
      });
    }
    const ended = once(child, 'close').then(([status]) => {
      this.#running.delete(child);
      end = output;
      return { status, output };
    });
    return {
      opened: () =>
        until(
          () => (existsSync(opened) ? /^.+$/m.exec(readFileSync(opened, 'utf8'))?.[0] : null),
          () => end,
        ),
      said: (what) =>
        until(
          () => what.exec(output),
          () => end,
        ),
      type: (line) => child.stdin?.write(`${line}\n`),
      ended,
    };
  }

  run(args: readonly string[], way: 'by url' | 'by proxy' = 'by url'): Promise<Said> {
    const { type, ended } = this.begin(args, way);
    type('');
    return ended;
  }

  /** Forgets the role credentials that the CLI keeps, so that it asks for new ones. */
  forgetRoles(): void {
    rmSync(join(this.home, '.aws/cli/cache'), { recursive: true, force: true });
  }

  end(): void {
    for (const child of this.#running) child.kill('SIGKILL');
    rmSync(this.home, { recursive: true, force: true });
  }
}

/** Chromium without a window, for Playwright to drive; ends with the process that is returned. */
export async function startChromium(home: string): Promise<{ readonly address: string; readonly child: ChildProcess }> {
  const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0'];
  const profile = join(home, 'chromium');
  const env = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: home };
  const child = startInDebian('chromium', [...flags, `--user-data-dir=${profile}`], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  let end: string | undefined;
  child.on('close', () => {
    end = said;
  });
  const [, address = ''] = await until(
    () => /DevTools listening on (ws:\S+)/.exec(said),
    () => end,
  );
  return { address, child };
}
