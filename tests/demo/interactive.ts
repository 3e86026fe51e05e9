// The demo for a person with a display: the app, pointed at the stand-in, the code to type, and a repository to clone.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from '../world/person.ts';
import { electronCommand } from '../world/running-app.ts';

// On Linux the demo's desktop has a home of its own, which goes when the desktop does, whatever happens.
const isLinux = process.platform === 'linux';
const folder = mkdtempSync(join(isLinux ? homedir() : tmpdir(), 'demo-'));
const person = await Person.at(folder);
const { aws, home } = person;
await aws.addRepository('hello');

console.log(`
Daypass demo. Everything lies in ${folder} and is deleted at the end.

  1. Choose profile “work” and save; then type this code when it asks:`);
let last = '';
const showCode = async () => {
  const code = await aws.freshCode();
  if (code !== last) console.log(`       code now: ${code}`);
  last = code;
};
await showCode();
const timer = setInterval(() => void showCode(), 5_000);
console.log(`
  2. Press “Set up git”, then, in another terminal:

       export HOME='${home}' GIT_CONFIG_NOSYSTEM=1
       git clone ${person.repositoryUrl('hello')}

  Quit Daypass, or press Ctrl-C here, to end.
`);

const [program, ...args] = electronCommand();
const app = spawn(program as string, args, { env: person.env, stdio: 'ignore' });
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill());
app.on('exit', (status) => {
  clearInterval(timer);
  void person.leave().then(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(status ?? 0);
  });
});
