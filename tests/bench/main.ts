// npm run bench -- [NAME …]: measures, all of it or what is named.
const BENCHES: Readonly<Record<string, () => Promise<{ run(): Promise<void> }>>> = {
  git: () => import('./git.ts'),
  doctor: () => import('./doctor.ts'),
  faults: () => import('./faults.ts'),
  app: () => import('./app.ts'),
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in BENCHES));
if (unknown.length) {
  console.error(`No bench ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of asked.length ? asked : Object.keys(BENCHES)) await (await BENCHES[name]?.())?.run();
}

export {};
