// Runs one TypeScript file on any Node this project supports (Node 20 cannot strip types): node build/run.mjs FILE [ARG …]
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const file = resolve(process.argv[2]);
process.argv.splice(1, 2, file);

const { NODE_ENV } = process.env;
const plugin = {
  name: 'leave NODE_ENV alone',
  // Vite sets it for itself, and the file and every program it starts would inherit 'development'.
  configResolved() {
    if (NODE_ENV === undefined) delete process.env.NODE_ENV;
  },
};
await runnerImport(file, { configFile: false, logLevel: 'warn', plugins: [plugin] });
