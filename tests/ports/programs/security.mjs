// Behaves as macOS' `security` does (SecurityTool/macOS/{security,keychain_find,keychain_utilities}.c), on a keychain in a JSON file.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.TEST_KEYCHAIN;
const state = JSON.parse(readFileSync(file, 'utf8'));
appendFileSync(`${file}.calls`, `${JSON.stringify(process.argv.slice(2))}\n`);

const NOT_FOUND = -25300;

function printed(value) {
  const bytes = Buffer.from(value, 'utf8');
  const plain = (byte) => byte >= 0x20 && byte <= 0x7e && byte !== 0x5c;
  const octal = (byte) => (plain(byte) ? String.fromCharCode(byte) : `\\${byte.toString(8).padStart(3, '0')}`);
  const text = `"${[...bytes].map(octal).join('')}"`;
  if (bytes.every(plain)) return text;
  const hex = bytes.toString('hex').toUpperCase();
  return bytes.some(plain) ? `0x${hex}  ${text}` : `0x${hex} `;
}

const TYPES = { cdat: 'timedate', mdat: 'timedate', port: 'uint32', ptcl: 'uint32' };

function print(item) {
  const lines = [
    'keychain: "/Users/ann/Library/Keychains/login.keychain-db"',
    'version: 512',
    `class: "${item.class}"`,
  ];
  lines.push('attributes:', '    0x00000008 <blob>=<NULL>');
  for (const [name, value] of Object.entries(item.attributes)) {
    const shown = value === null ? '<NULL>' : printed(TYPES[name] === 'timedate' ? `${value}\0` : value);
    lines.push(`    "${name}"<${TYPES[name] ?? 'blob'}>=${shown}`);
  }
  process.stdout.write(`${lines.join('\n')}\n`);
}

const OPTIONS = { '-s': { inet: 'srvr', genp: 'svce' }, '-a': 'acct', '-r': 'ptcl', '-p': 'path' };

function remove(kind, options) {
  const wanted = [];
  for (let i = 0; i < options.length; i += 2) {
    const name = OPTIONS[options[i]];
    wanted.push([typeof name === 'string' ? name : name[kind], options[i + 1]]);
  }
  const matches = (item) => item.class === kind && wanted.every(([name, value]) => item.attributes[name] === value);
  const at = state.items.findIndex(matches);
  if (at < 0) {
    process.stderr.write(
      'security: SecKeychainSearchCopyNext: The specified item could not be found in the keychain.\n',
    );
    return NOT_FOUND;
  }
  print(state.items[at]);
  process.stderr.write('password has been deleted.\n');
  if (state.deleteStatus) return state.deleteStatus;
  state.items.splice(at, 1);
  writeFileSync(file, JSON.stringify(state));
  return 0;
}

function run([command, ...options]) {
  if (command === 'list-keychains') return 0;
  if (command === 'dump-keychain') {
    if (state.dumpStatus) return state.dumpStatus;
    state.items.forEach(print);
    return 0;
  }
  if (command === 'delete-internet-password') return remove('inet', options);
  if (command === 'delete-generic-password') return remove('genp', options);
  process.stderr.write('security: unknown command\n');
  return 1;
}

/** As split_line() of security.c does. */
function words(line) {
  const found = [];
  let word = null;
  let quote = '';
  let escaped = false;
  for (const sign of line) {
    if (word === null) {
      if (/\s/.test(sign)) continue;
      quote = sign === '"' || sign === "'" ? sign : '';
      word = quote ? '' : sign;
    } else if (escaped) {
      word += sign;
      escaped = false;
    } else if (sign === '\\') escaped = true;
    else if (quote ? sign === quote : /\s/.test(sign)) {
      found.push(word);
      word = null;
    } else word += sign;
  }
  return word === null ? found : [...found, word];
}

let status = 0;
if (process.argv[2] === '-i') {
  for (const line of readFileSync(0, 'utf8').split('\n').slice(0, -1)) {
    for (let from = 0; from < line.length; from += 4095) status = run(words(line.slice(from, from + 4095)));
  }
} else status = run(process.argv.slice(2));
if (state.hangs) setInterval(() => {}, 1_000);
process.exitCode = status & 0xff;
