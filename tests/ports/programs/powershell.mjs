// Stands for the one thing that Windows PowerShell is asked here: CredDeleteW of the name that comes in base64 on standard input.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.TEST_CREDENTIALS;
const state = JSON.parse(readFileSync(file, 'utf8'));
appendFileSync(`${file}.calls`, `${JSON.stringify(process.argv.slice(2))}\n`);
const script = process.argv.at(-1);
const name = Buffer.from(readFileSync(0, 'utf8').trim(), 'base64').toString('utf8');
const left = state.credentials.filter((credential) => credential.name !== name);
if (!/CredDeleteW\(\$target, 1, 0\)/.test(script) || left.length === state.credentials.length) process.exitCode = 1;
else writeFileSync(file, JSON.stringify({ ...state, credentials: left }));
