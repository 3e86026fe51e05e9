// Runs one TypeScript file on any Node this project supports (Node 20 cannot strip types): node build/run.mjs FILE [ARG …]
import { resolve } from 'node:path';
import { runnerImport } from 'vite';

const file = resolve(process.argv[2]);
process.argv.splice(1, 2, file);
await runnerImport(file, { configFile: false, logLevel: 'warn' });
