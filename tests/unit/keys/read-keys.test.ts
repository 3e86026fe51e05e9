import { describe, expect, test } from 'vitest';
import type { FailureCode, FailureError } from '../../../electron/core/base/failure.ts';
import { readKeys } from '../../../electron/core/keys/read-keys.ts';

const ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const OTHER = ['AKIAI44QH8DHBEXAMPLE', 'je7MtGbClwBF/2Zp9Utk/h3yCo8nvbEXAMPLEKEY'] as const;
const LINK = 'https://123456789012.signin.aws.amazon.com/console';
const read = (text: string) =>
  readKeys(text).map(({ owner, key }) => [owner, key.accessKeyId, key.secretAccessKey.reveal()]);
const refusalOf = (text: string): FailureCode | null => {
  try {
    readKeys(text);
    return null;
  } catch (thrown) {
    return (thrown as FailureError).failure.code;
  }
};

const ANN = [['ann', ID, SECRET]];
const NOBODY = [['AKIA…MPLE', ID, SECRET]];
const NEW = `\uFEFFAccess key ID,Secret access key\r\n${ID},${SECRET}\r\n`;
const OLD = 'User name,Password,Access key ID,Secret access key,Console login link';

describe('files of the console', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    ['of today, with a byte order mark and CRLF', NEW, NOBODY],
    ['without either', NEW.replace('\uFEFF', '').replaceAll('\r\n', '\n'), NOBODY],
    ['with line ends of CR alone, and none at the end', NEW.replaceAll('\r\n', '\r').trimEnd(), NOBODY],
    ['of before', `${OLD}\r\nann,,${ID},${SECRET},${LINK}\r\n`, ANN],
    ['with a password that is made of marks', `${OLD}\nann,"a,""b"",\n c",${ID},${SECRET},${LINK}\n`, ANN],
    ['in two bytes a letter, read with one', Buffer.from(NEW, 'utf16le').toString('utf8'), NOBODY],
    ['the other way round', Buffer.from(NEW, 'utf16le').swap16().toString('utf8'), NOBODY],
    ['with the same key twice', `${NEW}${ID},${SECRET}\r\n`, NOBODY],
    ['with a break that nobody sees behind each value', NEW.replaceAll('\r\n', '\u200B\r\n'), NOBODY],
    ['with every field in quotes', `"Access key ID","Secret access key"\n"${ID}","${SECRET}"\n`, NOBODY],
    [
      'with the columns in another order and case',
      `SECRET ACCESS KEY,user name,access key id\n${SECRET},ann,${ID}\n`,
      ANN,
    ],
    ['that a spreadsheet has saved', `User Name;Access key ID;Secret access key\nann;${ID};${SECRET}\n;;\n`, ANN],
    ['with blank lines and blanks', `\n\n Access key ID , Secret access key \n\n ${ID} , ${SECRET} \n\n`, NOBODY],
    ['of a root user, of before', `AWSAccessKeyId=${ID}\r\nAWSSecretKey=${SECRET}\r\n`, NOBODY],
    [
      'of several users, one of them without a key',
      `${OLD}\nann,,${ID},${SECRET},${LINK}\nbob,pass,,,${LINK}\ncy,,${OTHER.join(',')},${LINK}\n`,
      [...ANN, ['cy', ...OTHER]],
    ],
    [
      'of one user with two keys',
      `User name,Access key ID,Secret access key\nann,${ID},${SECRET}\nann,${OTHER.join(',').replace('MPLE,', 'MPLX,')}\n`,
      [
        ['ann AKIA…MPLE', ID, SECRET],
        ['ann AKIA…MPLX', OTHER[0].replace('MPLE', 'MPLX'), OTHER[1]],
      ],
    ],
  ])('%s', (_, text, keys) => {
    expect(read(text)).toEqual(keys);
  });
});

describe('what is pasted', () => {
  test.each<[string, string, readonly (readonly string[])[]]>([
    ['two lines', `${ID}\n${SECRET}\n`, NOBODY],
    ['in the other order', `${SECRET}\n${ID}`, NOBODY],
    ['one line', `  ${ID} ${SECRET}  `, NOBODY],
    ['with what they are called on the page', `Access key\n${ID}\nSecret access key\n${SECRET}\nHide`, NOBODY],
    ['the page’s table', `Access key\tSecret access key\n${ID}\t${SECRET} Hide\n`, NOBODY],
    ['the page’s table in lines', `Access key\tSecret access key\n${ID}\n${SECRET}\n`, NOBODY],
    ['a section of the file', `[default]\naws_access_key_id = ${ID}\naws_secret_access_key=${SECRET}\n`, NOBODY],
    ['lines of a shell', `export AWS_ACCESS_KEY_ID=${ID}\nexport AWS_SECRET_ACCESS_KEY='${SECRET}'\n`, NOBODY],
    ['lines of PowerShell', `$Env:AWS_ACCESS_KEY_ID="${ID}"\r\n$Env:AWS_SECRET_ACCESS_KEY="${SECRET}"`, NOBODY],
    ['lines of cmd', `setx AWS_ACCESS_KEY_ID ${ID}\r\nsetx AWS_SECRET_ACCESS_KEY ${SECRET}`, NOBODY],
    ['lines of fish', `set -gx AWS_SECRET_ACCESS_KEY ${SECRET}\nset -gx AWS_ACCESS_KEY_ID ${ID}`, NOBODY],
    ['lines of Terraform', `secret_key = "${SECRET}"\naccess_key = "${ID}"`, NOBODY],
    [
      'the answer of create-access-key',
      JSON.stringify({
        AccessKey: { UserName: 'ann', AccessKeyId: ID, Status: 'Active', SecretAccessKey: SECRET, CreateDate: '2026' },
      }),
      ANN,
    ],
    [
      'the same over several lines',
      JSON.stringify({ AccessKey: { SecretAccessKey: SECRET, AccessKeyId: ID, UserName: 'ann' } }, null, 4),
      ANN,
    ],
    ['a secret of another length', `${ID}\n${SECRET}x`, [['AKIA…MPLE', ID, `${SECRET}x`]]],
    [
      'several sections',
      `[a]\naws_access_key_id=${ID}\naws_secret_access_key=${SECRET}\n[b]\naws_access_key_id=${OTHER[0]}\naws_secret_access_key=${OTHER[1]}\n`,
      [...NOBODY, ['AKIA…MPLE', ...OTHER]],
    ],
  ])('%s', (_, text, keys) => {
    expect(read(text)).toEqual(keys);
  });
});

describe('is refused', () => {
  test.each<[FailureCode, string, string]>([
    ['new-key.git-credential', 'CodeCommit’s own', '\uFEFFUser Name,Password\r\nann-at-123456789012,pass=\r\n'],
    ['new-key.temporary', 'a key of a session', NEW.replace('AKIA', 'ASIA')],
    ['new-key.temporary', 'the same, pasted', `ASIAIOSFODNN7EXAMPLE ${SECRET}`],
    [
      'new-key.temporary',
      'one with a token',
      `AWS_ACCESS_KEY_ID=${ID}\nAWS_SECRET_ACCESS_KEY=${SECRET}\nAWS_SESSION_TOKEN=x`,
    ],
    ['new-key.half', 'the first column alone', `Access key ID\n${ID}\n`],
    ['new-key.half', 'an empty second', `Access key ID,Secret access key\n${ID},\n`],
    ['new-key.half', 'the access key alone', ID],
    ['new-key.half', 'the secret alone', SECRET],
    ['new-key.half', 'one setting of two', `aws_secret_access_key = ${SECRET}`],
    ['new-key.half', 'a short secret', `aws_access_key_id = ${ID}\naws_secret_access_key = short\n`],
    ['new-key.half', 'two access keys', `${ID} ${OTHER[0]} ${SECRET}`],
    ['new-key.none', 'nothing', ' \n'],
    ['new-key.none', 'a user with a password alone', `${OLD}\nann,pass,,,${LINK}\n`],
    ['new-key.none', 'another table', 'Name,Value\na,b\n'],
    ['new-key.none', 'a letter', 'Dear Ann,\nplease find "the key" attached.\n'],
    ['new-key.none', 'bytes of a picture', '\u0089PNG\u0000\u001a"\u0000"",\n'],
  ])('%s: %s', (code, _, text) => {
    expect(refusalOf(text)).toBe(code);
  });
});

test('a long text without a key is read in one go', () => {
  for (const part of ['"', '",', '"a\n', 'AKIA', 'access key ', ';\t"']) {
    expect(refusalOf(part.repeat(65_536 / part.length))).toMatch(/^new-key\./);
  }
});
