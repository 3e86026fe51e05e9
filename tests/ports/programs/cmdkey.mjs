// Behaves as Windows' `cmdkey` does, in the language and the code page of the JSON file that holds its credentials.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

const file = process.env.TEST_CREDENTIALS;
const state = JSON.parse(readFileSync(file, 'utf8'));
const args = process.argv.slice(2);
appendFileSync(`${file}.calls`, `${JSON.stringify(args)}\n`);

// cp950 of the Chinese words, as Node cannot encode it.
const big5 = (hex) => Buffer.from(hex, 'hex');
const WORDS = {
  en: {
    head: 'Currently stored credentials:',
    target: 'Target: ',
    type: 'Type: Generic ',
    user: 'User: ',
    stays: 'Local machine persistence',
    none: '* NONE *',
  },
  de: {
    head: 'Momentan gespeicherte Anmeldeinformationen:',
    target: 'Ziel: ',
    type: 'Typ: Generisch ',
    user: 'Benutzer: ',
    stays: Buffer.from('Persistenz des lokalen Computers f\x81r', 'latin1'),
    none: '* KEINE *',
  },
  fr: {
    head: 'Informations d\x82identification actuellement enregistr\x82es\xa0:',
    target: 'Cible : ',
    type: 'Type : G\x82n\x82rique ',
    user: 'Utilisateur : ',
    stays: 'Persistance de l\x92ordinateur local',
    none: '* AUCUN *',
  },
  // 目標: / 類型: 一般 / 使用者: / 本機電腦持續性
  'zh-TW': {
    head: big5('a5d8ab65a673a9f1aababb7bc3d23a'),
    target: big5('a5d8bcd03a20'),
    type: big5('c3feabac3a20a440afeb20'),
    user: big5('a8cfa5ceaacc3a20'),
    stays: big5('a5bbbef7b971b8a3abf9c4f2a9ca'),
    none: '* NONE *',
  },
  // 目標：, with the full-width colon of the code page
  'zh-TW-wide': {
    head: big5('a5d8ab65a673a9f1aababb7bc3d2a147'),
    target: big5('a5d8bcd0a147'),
    type: big5('c3feabaca147a440afeb20'),
    user: big5('a8cfa5ceaacca147'),
    stays: '',
    none: '* NONE *',
  },
  'zh-TW-utf8': {
    head: Buffer.from('目前存放的認證:'),
    target: Buffer.from('目標: '),
    type: Buffer.from('類型: 一般 '),
    user: Buffer.from('使用者: '),
    stays: Buffer.from('本機電腦持續性'),
    none: '* NONE *',
  },
};

const words = WORDS[state.language];
const bytes = (text) => (typeof text === 'string' ? Buffer.from(text, 'latin1') : text);
const line = (...parts) => Buffer.concat([...parts.map(bytes), Buffer.from('\r\n')]);

if (state.hangs) setInterval(() => {}, 1_000);
if (state.status) process.exitCode = state.status;
else if (args[0] === '/list') {
  const blocks = state.credentials.flatMap(({ name, user, kind = 'LegacyGeneric' }) => [
    line('    ', words.target, `${kind}:target=${name}`),
    line('    ', words.type),
    ...(user === null ? [] : [line('    ', words.user, user)]),
    line('    ', words.stays),
    line('    '),
  ]);
  const all = blocks.length > 0 ? blocks : [line(words.none)];
  process.stdout.write(Buffer.concat([line(''), line(words.head), line(''), ...all]));
} else {
  const name = /^\/delete:(?:LegacyGeneric:target=)?(.*)$/.exec(args[0] ?? '')?.[1];
  const left = state.credentials.filter((credential) => credential.name !== name);
  if (state.deaf || left.length === state.credentials.length) {
    process.stdout.write('CMDKEY: Element not found.\r\n');
    process.exitCode = 1;
  } else {
    writeFileSync(file, JSON.stringify({ ...state, credentials: left }));
    process.stdout.write(line('\r\nCMDKEY: Credential deleted successfully.'));
  }
}
