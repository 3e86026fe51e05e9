/**
 * `npm run verify:desktops [NAME …]`: Daypass with the keyrings that people have, in the versions of today, outside CI. Each
 * runs on a bus and a screen of its own, out of a Debian that is made once or that DAYPASS_DESKTOPS names; what was lived
 * through is printed as a table, and every window is pictured.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildIfNeeded } from '../../build/build.ts';
import { describeRuntime, resolveRuntime } from '../../build/electron-runtime.ts';
import { DaypassLife } from './daypass-life.ts';
import { makeDebian } from './debian.ts';
import { DESKTOP_KEYRINGS, type DesktopKeyring } from './desktop-keyrings.ts';
import { FIRST, SCENES, type Scene, type Told } from './scenes.ts';
import { Screen } from './screen.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PICTURES = join(ROOT, '.cache/desktops/pictures');
const PAGE = join(ROOT, 'assets/docs/desktops.md');

process.env.DAYPASS_DESKTOPS ??= join(ROOT, '.cache/desktops/sid');
makeDebian(process.env.DAYPASS_DESKTOPS);
mkdirSync(PICTURES, { recursive: true });
const runtime = await resolveRuntime();
process.env.DAYPASS_ELECTRON = runtime.program;
console.log(describeRuntime(runtime));
await buildIfNeeded();

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = DESKTOP_KEYRINGS.filter(
  ({ name }) => wanted.length === 0 || wanted.some((part) => name.toLowerCase().includes(part)),
);
const rows: string[] = [];
let failed = 0;
const screen = await Screen.start();
for (const keyring of chosen) {
  const life = await DaypassLife.begin(keyring, screen);
  for (const scene of SCENES) await play(keyring, scene, life);
  await life.end();
  const fresh = await DaypassLife.begin(keyring, screen);
  await play(keyring, FIRST, fresh);
  await fresh.end();
}
await screen.stop();

const HEAD = '| keyring | what was lived through | | seen |\n|---|---|---|---|';
const REGION = /(<!-- keyrings -->\n)([\s\S]*?)(<!-- end -->)/;
const page = readFileSync(PAGE, 'utf8');
const before = REGION.exec(page)?.[2]?.split('\n') ?? [];
// What was seen of those that did not run now stays.
const all = DESKTOP_KEYRINGS.flatMap((keyring) =>
  (chosen.includes(keyring) ? rows : before).filter((row) => row.startsWith(`| ${keyring.name} `)),
);
writeFileSync(
  PAGE,
  page.replace(REGION, (_, open, __, close) => `${open}${[HEAD, ...all].join('\n')}\n${close}`),
);
console.log(`\n${[HEAD, ...rows].join('\n')}\n`);
console.log(`${rows.length - failed} of ${rows.length} as it should be; pictures in ${PICTURES}`);
process.exit(failed === 0 ? 0 : 1);

async function play(keyring: DesktopKeyring, scene: Scene, life: DaypassLife): Promise<void> {
  const { name } = keyring;
  const file = (what: string) =>
    `${name.replace(/\W+/g, '-')}-${SCENES.indexOf(scene) + 1}-${what.replaceAll(' ', '-')}.png`;
  const picture = (what: string) => {
    screen.picture(join(PICTURES, file(what)));
    return file(what);
  };
  const told: Told = await scene.play(life, picture).catch(async (thrown) => {
    const seen = String(thrown).split('\n', 1)[0] ?? '';
    const pictures = [picture('failed')];
    await life.quit();
    return { ok: false, seen, pictures };
  });
  if (!told.ok) failed++;
  rows.push(
    `| ${name} ${keyring.version()} | ${scene.name} | ${told.ok ? 'yes' : '**no**'} | ${told.seen.replaceAll('|', '/')} |`,
  );
  console.log(`${told.ok ? 'ok ' : 'NOT'} ${name}: ${scene.name}: ${told.seen} ${told.pictures.join(' ')}`);
}
