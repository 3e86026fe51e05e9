// The package as people get it: its fuses keep the inspector out, so it is driven over Chromium's debugging port.
import { spawn, spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { expect, test } from './fixture.ts';

const PACKAGE = process.env.DAYPASS_PACKAGED ?? '';
const NOBODY = 65_534;
test.skip(!PACKAGE, 'DAYPASS_PACKAGED names no package; npm test makes one');

/** Chromium does not sandbox root, so root starts it as somebody else. */
const asSomebody =
  process.getuid?.() === 0 ? ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'] : [];

test('starts from its asar with the sandbox on, and shows the first run', async () => {
  const home = mkdtempSync(join(tmpdir(), 'daypass-packaged-'));
  // The key to the screen is its owner's alone.
  const key = join(home, 'Xauthority');
  copyFileSync(process.env.XAUTHORITY ?? '', key);
  if (asSomebody.length) for (const path of [home, key]) chownSync(path, NOBODY, NOBODY);
  const [program = '', ...args] = [
    ...asSomebody,
    reachable(home),
    '--remote-debugging-port=0',
    '--password-store=basic',
  ];
  const env = { PATH: process.env.PATH, DISPLAY: process.env.DISPLAY, XAUTHORITY: key, HOME: home };
  const app = spawn(program, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let said = '';
      app.stderr.on('data', (chunk) => {
        said += chunk;
        const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
        if (found) resolve(found);
      });
      app.on('exit', () => reject(new Error(said)));
    });
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0];
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the package opened no page');
    await expect(page.getByText('Welcome to Daypass')).toBeVisible();
    // A renderer's system calls are filtered: 2 is a seccomp filter.
    const renderers = readdirSync('/proc').filter(
      (pid) => /^\d+$/.test(pid) && commandLine(pid).includes('--type=renderer') && commandLine(pid).includes(home),
    );
    expect(
      renderers.map((pid) => /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]),
    ).toContain('2');
    await browser.close();
  } finally {
    app.kill();
    await new Promise((resolve) => (app.exitCode !== null || app.signalCode ? resolve(null) : app.on('exit', resolve)));
    await rm(home, { recursive: true, force: true, maxRetries: 30 });
  }
});

test('is no Node, and takes no script from outside', () => {
  const asNode = spawnSync(PACKAGE, ['-e', 'console.log("a" + "b")'], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
    timeout: 5_000,
    killSignal: 'SIGKILL',
    encoding: 'utf8',
  });
  expect(asNode.stdout).not.toContain('ab');
});

test('holds the licence of every part, where people can read it', () => {
  const resources = join(dirname(PACKAGE), 'resources');
  const licences = readFileSync(join(resources, 'LICENSES.txt'), 'utf8');
  const dist = join(import.meta.dirname, '../../dist');
  const maps = [dist, join(dist, 'chunks')].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.map'))
      .map((name) => join(folder, name)),
  );
  const sources = maps.flatMap((map): string[] => JSON.parse(readFileSync(map, 'utf8')).sources);
  const bundled = sources.flatMap((source) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  const parts = new Set([...bundled, 'react', 'react-dom', 'scheduler', 'electron', 'koffi']);
  expect(parts.size).toBeGreaterThan(40);
  expect([...parts].filter((name) => !licences.includes(`\n${name} `))).toEqual([]);
  expect(licences).toContain('Copyright (c) Meta Platforms, Inc. and affiliates.');
  expect(licences).toContain('TERMS AND CONDITIONS FOR USE, REPRODUCTION, AND DISTRIBUTION');
  // What is said of Chromium's own.
  expect(readdirSync(dirname(PACKAGE))).toContain('LICENSES.chromium.html');
  expect(readFileSync(join(resources, 'LICENSE.txt'), 'utf8')).toContain('The Daypass authors');
});

/** The program where whoever runs it may read it: a checkout in root's own folder is for root alone. */
function reachable(folder: string): string {
  const [program = '', ...args] = [...asSomebody, 'test', '-x', PACKAGE];
  if (spawnSync(program, args).status === 0) return PACKAGE;
  cpSync(dirname(PACKAGE), join(folder, 'package'), { recursive: true });
  return join(folder, 'package', basename(PACKAGE));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}
