// Texts of ~/.netrc, and which entries for CodeCommit they hold; curl itself is asked too, in tests/integration/netrc-curl.test.ts.

export const HOST = 'git-codecommit.us-east-1.amazonaws.com';
const OTHER = 'machine example.com login a password';
const MINE = `machine ${HOST} login a password b`;

type Case = readonly [what: string, text: string, taken: readonly ('host' | 'default')[]];

export const NETRC: readonly Case[] = [
  ['an entry', `${MINE}\n`, ['host']],
  ['on several lines', `machine\n${HOST}\n\tlogin a\n  password b\n`, ['host']],
  ['with Windows line ends', `machine x login y\r\n${MINE}\r\n`, ['host']],
  ['without a last line end', MINE, ['host']],
  ['in capitals', `MACHINE ${HOST.toUpperCase()} LOGIN a PASSWORD b\n`, ['host']],
  ['in quotes', `machine "${HOST}" "login" "a" password "b"\n`, ['host']],
  ['with an escaped sign', `machine "git\\-codecommit.us-east-1.amazonaws.com" login a password b\n`, ['host']],
  ['a login alone', `machine ${HOST} login a\n`, ['host']],
  ['a password alone', `machine ${HOST} password b\n`, ['host']],
  ['with an account', `machine ${HOST} account q login a password b\n`, ['host']],
  ['after words that are none', `foo ${MINE}\n`, ['host']],
  ['with words that are none', `machine ${HOST} foo login a password b\n`, ['host']],
  ['a macro within is none', `machine ${HOST} macdef init\nlogin a password b\n`, ['host']],
  ['the sharp sign in a word', `machine ${HOST} login a password b#c\n`, ['host']],
  ['no login', `machine ${HOST}\n`, []],
  ['an account alone', `machine ${HOST} account x\n`, []],
  ['another machine', `${OTHER} b\n`, []],
  ['a port', `machine ${HOST}:443 login a password b\n`, []],
  ['a sign after the name', `machine ${HOST}#x login a password b\n`, []],
  ['a byte order mark', `\ufeff${MINE}\n`, []],
  ['nothing', '', []],
  ['the name alone', `machine\n`, []],
  ['default', 'default login a password b\n', ['default']],
  ['default without a login', 'default\n', []],
  ['default before it', `default login a password b ${MINE}\n`, ['default']],
  ['default after it', `${MINE}\ndefault login a password b\n`, ['host', 'default']],
  ['default after another', `${OTHER} b default login e password f\n`, ['default']],
  ['a name that is default', 'machine default login a password b\n', []],
  ['a password that is default', `${OTHER} default\n`, []],
  ['a password that is the host', `${OTHER} ${HOST}\n`, []],
  ['a login that is machine', `machine example.com login machine password ${HOST}\n`, []],
  ['a login that is default, of its own', `machine ${HOST} login default\n`, ['host']],
  ['words in quotes', `machine "example.com" login "a ${MINE}" password "default"\n`, []],
  ['an escaped quote in quotes', `machine x login "a\\" ${MINE}" password b\n`, []],
  ['a comment', `# ${MINE}\n`, []],
  ['a comment after an entry', `${OTHER} b # ${MINE}\n`, []],
  ['a comment without a blank', `${OTHER} b #${MINE}\n`, []],
  ['a macro', `macdef init\n${MINE}\n\n`, []],
  ['a macro after an entry', `${OTHER} b macdef init\n${MINE}\n\n`, []],
  ['a line of blanks ends no macro', `macdef init\n \t\n${MINE}\n`, []],
  ['after a macro', `macdef init\nx\n\n${MINE}\n`, ['host']],
  ['after a macro with Windows line ends', `macdef init\r\nx\r\n\r\n${MINE}\n`, ['host']],
  ['a quote without an end', `machine ${HOST} login "a password b\n`, []],
  ['a quote without an end before it', `machine x login "a\n${MINE}\n`, []],
];
