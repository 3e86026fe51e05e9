/** What is found in AWS's files, text by text, each beside a neighbour in which nothing is; and that a mend takes it away. */
import { describe, expect, test } from 'vitest';
import { BYTE_ORDER_MARK } from '../../../../electron/core/base/bytes.ts';
import { failure } from '../../../../electron/core/base/failure.ts';
import { foundInFiles } from '../../../../electron/core/doctor/aws-files/found-in-files.ts';
import { type AwsFilesLook, FILES } from '../../../../electron/core/doctor/aws-files/look.ts';
import { mended, offered, shownChange } from '../../../../electron/core/doctor/aws-files/mend-files.ts';
import { explain } from '../../../../electron/core/i18n/messages.ts';
import { MORNING } from '../../../fakes/clock.ts';
import { HOUR, profileWith, ROLE, throughWith } from '../../samples.ts';

const ID = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'planted0planted0planted0planted0planted0';
const KEY = `[work]\naws_access_key_id = ${ID}\naws_secret_access_key = ${SECRET}\n`;
const SESSION = 'ASIAIOSFODNN7SESSION';
const GONE = '/old/.daypass/bin/daypass';
const SCRIPT = '/home/ann/.daypass/bin/daypass';
const byProcess = profileWith({ delivery: 'process' });

interface Case {
  readonly credentials?: string;
  readonly config?: string;
  readonly look?: Partial<AwsFilesLook>;
}

const lookAt = ({ credentials = KEY, config = '', look = {} }: Case): AwsFilesLook => ({
  texts: { credentials, config },
  path: (file) => `/home/ann/.aws/${file}`,
  profiles: [profileWith()],
  sessions: new Map(),
  refused: new Map(),
  now: MORNING,
  command: (name) => `${SCRIPT} credentials ${name}`,
  missing: new Set([GONE]),
  ...look,
});
const active = { sessions: new Map([['p1', { accessKeyId: SESSION, expiresAt: MORNING + HOUR }]]) };
const section = (lines: readonly string[], name = 'work-mfa') =>
  `${KEY}[${name}]\n${lines.map((line) => `${line}\n`).join('')}`;
const keys = (expires: string) => [
  `aws_access_key_id = ${SESSION}`,
  'aws_secret_access_key = planted',
  'aws_session_token = planted',
  `x_security_token_expires = ${expires}`,
  'manager = daypass',
];
const own = (...lines: string[]) => `[profile work-mfa]\n${lines.map((line) => `${line}\n`).join('')}`;
const asked = (program: string) => own(`credential_process = ${program} credentials work-mfa`, 'manager = daypass');

/** What is found: its code without the area, and where. */
const seen = (one: Case) =>
  foundInFiles(lookAt(one)).map(({ failure: { code }, evidence }) => {
    const places = evidence.map((line) => line.replace('/home/ann/.aws/', ''));
    return [code.replace('aws-files.', ''), ...places].join(' | ');
  });

test('nothing is found where there is nothing, a key, a session of ours, or sections of others', () => {
  expect(seen({ credentials: '' })).toEqual([]);
  expect(seen({})).toEqual([]);
  expect(seen({ config: own('region = eu-central-1', 'manager = daypass') })).toEqual([]);
  expect(seen({ credentials: section(keys('2026-01-05T09:00:00Z')), look: active })).toEqual([]);
  expect(seen({ config: asked(SCRIPT), look: { profiles: [byProcess] } })).toEqual([]);
  const theirs = '[other]\naws_access_key_id = ASIAX\naws_session_token = t\n';
  expect(seen({ credentials: KEY + theirs, config: '[default]\nregion = eu-west-1\noutput = json\n' })).toEqual([]);
});

describe('a file that is refused as a whole', () => {
  test.each<[string, Case, string]>([
    ['a byte order mark', { credentials: BYTE_ORDER_MARK + KEY }, 'unread | credentials:1'],
    ['a section twice', { config: '[a]\nb = 1\n[a]\n' }, 'unread | config:3'],
    ['a key twice', { config: '[a]\nb = 1\nB = 2\n' }, 'unread | config:3'],
    ['a line that is none, twice', { config: '[a]\nb\nc = 1\nd\n' }, 'unread | config:2 | config:4'],
    ['bytes that are no text', { config: '[a]\nb = \xff\n' }, 'unread | config:2'],
    ['two bytes a letter', { config: '[\0a\0]\0\n\0' }, 'unread | config:1'],
    ['lines of old Macs', { config: '[a]\rb = 1\r[b]\rc = 1\r' }, 'unread | config:1'],
  ])('%s', (_, one, found) => expect(seen(one)).toEqual([found]));

  test('is none for a section that one of them alone does not see', () => {
    expect(seen({ credentials: `${KEY}[a b]\nx = y\n` })).toEqual([]);
    expect(seen({ credentials: `${KEY.replace(/\n/g, '\r\n')}[c]\nx = y\r` })).toEqual([]);
  });

  test('is said with the tools that refuse it', () => {
    const clients = (one: Case) => foundInFiles(lookAt(one)).map(({ failure: { params } }) => params.clients);
    expect(clients({ config: '[a]\n[a]\n' })).toEqual(['AWS CLI, boto3']);
    expect(clients({ config: '[__proto__]\n' })).toEqual(['AWS SDK for JavaScript']);
    expect(clients({ config: 'a\0' })).toEqual(['AWS CLI, boto3, AWS SDK for JavaScript']);
  });
});

describe('a long-term key', () => {
  const id = `aws_access_key_id = ${ID}`;
  const secret = `aws_secret_access_key = ${SECRET}`;
  const work = (...lines: string[]): Case => ({ credentials: `[work]\n${lines.join('\n')}\n` });
  const first = 'credentials:2: aws_access_key_id = …MPLE';
  test.each<[string, Case, string]>([
    ['without its secret', work(id), `key-half | ${first}`],
    ['that is blank', work('aws_access_key_id =', secret), 'key-blank | credentials:2: aws_access_key_id = …'],
    [
      'whose secret is blank',
      work(id, 'aws_secret_access_key ='),
      'key-blank | credentials:3: aws_secret_access_key = …',
    ],
    [
      'in the place of its secret',
      work(`aws_access_key_id = ${SECRET}`, `aws_secret_access_key = ${ID}`),
      'key-swapped | credentials:2: aws_access_key_id = … | credentials:3: aws_secret_access_key = …MPLE',
    ],
    ['in quotes', work(`aws_access_key_id = "${ID}"`, secret), `key-odd | ${first}`],
    ['with a comment', work(`${id} # mine`, secret), `key-odd | ${first}`],
    ['with a secret in two words', work(id, `${secret} x`), 'key-odd | credentials:3: aws_secret_access_key = …'],
    ['that is a session’s', work(id.replace('AKIA', 'ASIA'), secret), `key.temporary | ${first}`],
    [
      'with a token of before',
      work(id, secret, 'aws_session_token = planted'),
      `token-beside-key | ${first} | credentials:4: aws_session_token = …`,
    ],
    ['with a blank token, which nobody sends', work(id, secret, 'aws_session_token ='), ''],
  ])('%s', (_, one, found) => expect(seen(one)).toEqual(found ? [found] : []));

  test('that no profile is made from is nobody’s business', () => {
    expect(seen({ credentials: `${KEY}[other]\naws_access_key_id = "x"\n` })).toEqual([]);
  });
});

describe('what Daypass has written', () => {
  const expires = 'x_security_token_expires';
  const line = `credentials:5: aws_access_key_id = …SION`;
  test.each<[string, Case, string]>([
    [
      'a session of a profile that is over',
      { credentials: section(keys('2026-01-05T07:00:00Z')) },
      `left-behind | ${line} | credentials:8: ${expires} = 2026-01-05T07:00:00Z`,
    ],
    ['a session of a profile that may be on its way out', { credentials: section(keys('2026-01-05T09:00:00Z')) }, ''],
    [
      'a session that is over, under a name that is nobody’s',
      { credentials: section(keys('2026-01-05T07:00:00Z'), 'x') },
      `left-behind | ${line} | credentials:8: ${expires} = 2026-01-05T07:00:00Z`,
    ],
    [
      'a session that lives, under a name that is nobody’s',
      { credentials: section(keys('2026-01-05T09:00:00Z'), 'x') },
      `other-daypass | ${line} | credentials:8: ${expires} = 2026-01-05T09:00:00Z`,
    ],
    [
      'a session beside another end than its own',
      { credentials: section(keys('2026-01-05T07:00:00Z')), look: active },
      `expiry-untrue | ${line} | credentials:8: ${expires} = 2026-01-05T07:00:00Z`,
    ],
    ['a program that is gone', { config: asked(GONE), look: { profiles: [byProcess] } }, 'process-gone'],
    ['a program that is gone, for nobody', { config: asked(GONE), look: { profiles: [] } }, 'process-gone'],
    [
      'another Daypass’s program',
      { config: asked('/b/bin/daypass'), look: { profiles: [byProcess] } },
      'other-daypass',
    ],
    ['a line with quotes', { config: asked(`"${SCRIPT}"`), look: { profiles: [byProcess] } }, 'process-old'],
    ['a line for a profile that is not there', { config: asked(SCRIPT), look: { profiles: [] } }, 'left-behind'],
    ['a line for a profile that needs none', { config: asked(SCRIPT) }, 'left-behind'],
    [
      'a region for a profile that is not there',
      { config: own('region = x', 'manager = daypass'), look: { profiles: [] } },
      'left-behind',
    ],
  ])('%s', (_, one, found) => {
    const told = seen(one).map((text) => (found.includes('|') ? text : text.split(' ')[0]));
    expect(told).toEqual(found ? [found] : []);
  });

  test('the region of a session that another Daypass serves is said of the session alone', () => {
    const credentials = section(keys('2026-01-05T09:00:00Z'), 'x');
    const config = '[profile x]\nregion = eu-west-1\nmanager = daypass\n';
    expect(seen({ credentials, config }).map((text) => text.split(' ')[0])).toEqual(['other-daypass']);
    const elsewhere = credentials.replace('[x]', '[y]');
    expect(seen({ credentials: elsewhere, config }).map((text) => text.split(' ')[0])).toEqual([
      'other-daypass',
      'left-behind',
    ]);
  });

  test('another Daypass’s line is changed for a profile of this one alone', () => {
    const mends = (profiles: AwsFilesLook['profiles']) =>
      foundInFiles(lookAt({ config: asked('/b/bin/daypass'), look: { profiles } })).map(({ mend }) => mend);
    expect(mends([byProcess])).toEqual(['aws-files']);
    expect(mends([])).toEqual([null]);
  });

  test('another program’s section is nobody’s business', () => {
    const theirs = section(keys('2026-01-05T07:00:00Z'), 'x').replace('manager = daypass', 'manager = awsume');
    expect(seen({ credentials: theirs })).toEqual([]);
  });

  test('a program that is not Daypass’s is nobody’s business, whoever’s the section is', () => {
    const config = own('credential_process = /usr/bin/vault x', 'region = y', 'manager = daypass');
    expect(seen({ config, look: { profiles: [] } })).toEqual([]);
  });
});

describe('names', () => {
  const named = (header: string, more: Case = {}): Case => ({
    ...more,
    config: `[${header}]\nregion = eu-central-1\n`,
  });
  test.each<[string, Case, string]>([
    ['without the word', named('work-mfa'), 'name-unread | config:1'],
    ['with the word, where none belongs', { credentials: `${KEY}[profile work-mfa]\n` }, 'name-unread | credentials:4'],
    ['in other letters, which is another name', named('profile Work-MFA'), ''],
    ['with a dot', named('profile.work-mfa'), 'name-read-by-some | config:1'],
    ['with two blanks', named('profile  work-mfa'), 'name-read-by-some | config:1'],
    ['with blanks inside the brackets', { credentials: `${KEY}[ work-mfa ]\n` }, 'name-unread | credentials:4'],
    [
      'of the source, in other letters',
      { credentials: KEY.replace('[work]', '[Work]') },
      'name-unread | credentials:1',
    ],
    ['in quotes, as all read it', named('profile "work-mfa"'), ''],
    ['with a tab, as all read it', named('profile\twork-mfa'), ''],
    ['of somebody else, which only begins alike', named('profile work-mfa2'), ''],
  ])('%s', (_, one, found) => expect(seen(one)).toEqual(found ? [found] : []));

  test('that are two people’s, both there', () => {
    expect(seen({ credentials: `${KEY}[WORK]\naws_access_key_id = x\n` })).toEqual([]);
  });

  test('of which none is the right one, because two are called default', () => {
    const profiles = [profileWith({ source: 'default' })];
    const config = '[default]\nregion = eu-central-1\n[profile default]\noutput = json\n';
    expect(seen({ credentials: KEY.replace('work', 'default'), config, look: { profiles } })).toEqual([
      'two-defaults | config:1: [default] | config:3: [profile default]',
    ]);
    expect(seen({ config })).toEqual([]);
  });
});

describe('regions', () => {
  const region = (value: string) => own(`region = ${value}`);
  const chinese = 'arn:aws-cn:iam::123456789012:mfa/ann';
  test.each<[string, Case, string]>([
    ['in quotes', { config: region('"eu-central-1"') }, 'region-misread | config:2: region = "eu-central-1"'],
    [
      'with a comment',
      { config: region('eu-central-1 # near') },
      'region-misread | config:2: region = eu-central-1 # near',
    ],
    ['of another partition than the device', { look: { profiles: [profileWith({ serial: chinese })] } }, 'partition'],
    [
      'of another partition than the role',
      { look: { profiles: [profileWith({ region: 'cn-north-1', serial: 'GAHT12345678', role: ROLE })] } },
      'partition',
    ],
    [
      'in the file of another partition',
      { config: region('us-gov-west-1') },
      'partition | config:2: region = us-gov-west-1',
    ],
    ['of one partition with all', { look: { profiles: [profileWith({ region: 'cn-north-1', serial: chinese })] } }, ''],
    [
      'other than the source’s',
      { config: '[profile work]\nregion = us-east-1\n' },
      'region-differs | config:2: region = us-east-1',
    ],
    ['the same as the source’s', { config: '[profile work]\nregion = eu-central-1\n' }, ''],
  ])('%s', (_, one, found) => expect(seen(one)).toEqual(found ? [found] : []));

  test('that an account must turn on, where AWS did not know the key', () => {
    const profiles = [profileWith({ region: 'eu-south-1' })];
    const refused = new Map([['work-mfa', failure('key.unknown')]]);
    expect(seen({ look: { profiles, refused } })).toEqual(['opt-in']);
    expect(seen({ look: { profiles } })).toEqual([]);
    expect(seen({ look: { refused } })).toEqual([]);
  });
});

describe('the device that the source names', () => {
  const named = (serial: string): Case => ({ config: `[profile work]\nmfa_serial = ${serial}\n` });
  const line = (serial: string) => `config:2: mfa_serial = ${serial}`;
  test.each([
    ['arn:aws:iam::123456789012:mfa/ann', []],
    ['arn:aws:iam::123456789012:mfa/new-phone', ['serial-differs']],
    ['arn:aws:iam::210987654321:mfa/ann', ['serial-differs']],
    ['123456', ['device.serial-malformed']],
    ['arn:aws:iam::123456789012:u2f/user/ann/key', ['device.fido-only']],
  ])('%s, where AWS took no code', (serial, codes) => {
    for (const code of ['device.refused', 'code.rejected'] as const) {
      const refused = new Map([['work-mfa', failure(code)]]);
      const found = codes.map((one) => `${one} | ${line(serial)}`);
      expect(seen({ ...named(serial), look: { refused } })).toEqual(found);
    }
    // As long as it works, one device is as good as another.
    expect(seen(named(serial))).toEqual(
      codes.includes('device.serial-malformed') ? [`${codes} | ${line(serial)}`] : [],
    );
  });

  test('is not needed where another session takes the role', () => {
    const profiles = [profileWith({ way: throughWith('p2') })];
    expect(seen({ ...named('123456'), look: { profiles } })).toEqual([]);
  });
});

describe('what sends clients elsewhere', () => {
  const url = 'endpoint_url = http://localhost:4566';
  test.each<[string, Case, string[]]>([
    ['the default', { config: `[default]\n${url}\n` }, [`default-diverted | config:2: ${url}`]],
    ['a profile', { config: own(url) }, [`diverted | config:2: ${url}`]],
    [
      'a profile, over the network, with a password that is not shown',
      { config: own('endpoint_url = http://ann:planted@aws.example/x?planted') },
      ['plain-http | config:2: endpoint_url = http://aws.example/x'],
    ],
    ['a profile, of which nothing is said', { config: own('endpoint_url =') }, []],
    [
      'a computer whose name only ends like this one’s',
      { config: own('endpoint_url = HTTP://notlocalhost:80') },
      ['plain-http | config:2: endpoint_url = http://notlocalhost:80'],
    ],
    [
      'this computer by number',
      { config: own('endpoint_url = http://[::1]:4566/') },
      ['diverted | config:2: endpoint_url = http://[::1]:4566'],
    ],
    ['no address', { config: own('endpoint_url = planted') }, ['diverted | config:2: endpoint_url = …']],
    ['somebody else’s profile', { config: `[profile local]\n${url}\n` }, []],
    ['a profile that ignores it', { config: own(url, 'ignore_configured_endpoint_urls = true') }, []],
    ['services that are not there', { config: own('services = lab') }, ['services-missing | config:2: services = lab']],
    [
      'services',
      { config: `${own('services = lab')}[services lab]\nsts =\n  ${url}\n` },
      ['diverted | config:2: services = lab | config:4: endpoint_url = http://localhost:4566'],
    ],
    ['services that send nowhere', { config: `${own('services = lab')}[services lab]\ns3 =\n  x = y\n` }, []],
    [
      'FIPS where there is none',
      { config: own('use_fips_endpoint = true') },
      ['fips | config:2: use_fips_endpoint = true'],
    ],
    ['no FIPS', { config: own('use_fips_endpoint = false') }, []],
    [
      'both stacks',
      { config: own('use_dualstack_endpoint = true') },
      ['dual-stack | config:2: use_dualstack_endpoint = true'],
    ],
  ])('%s', (_, one, found) => expect(seen(one)).toEqual(found));

  test('is FIPS not, where AWS has it', () => {
    const profiles = [profileWith({ region: 'us-east-2' })];
    expect(seen({ config: own('use_fips_endpoint = true'), look: { profiles } })).toEqual([]);
  });
});

describe('a mend', () => {
  const gone = own('# mine', `credential_process = ${GONE} credentials work-mfa`, 'manager = daypass', 'output = json');
  const MENDED: readonly (readonly [string, Case, string, string])[] = [
    ['takes a byte order mark out', { credentials: `${BYTE_ORDER_MARK}# é\n${KEY}` }, `# é\n${KEY}`, ''],
    [
      'takes a token of before out',
      { credentials: `${KEY}aws_session_token = planted\nregion = x\n` },
      `${KEY}region = x\n`,
      '',
    ],
    [
      'puts a key and its secret into their places',
      { credentials: `# a\n[work]\r\naws_access_key_id=${SECRET}\r\naws_secret_access_key : ${ID}\r\n# b` },
      `# a\n[work]\r\naws_access_key_id=${ID}\r\naws_secret_access_key : ${SECRET}\r\n# b`,
      '',
    ],
    [
      'takes quotes away, and a token of before',
      {
        credentials: `[work]\naws_access_key_id = '${ID}'\naws_secret_access_key = ${SECRET}\naws_session_token = x\n`,
      },
      KEY,
      '',
    ],
    [
      'takes quotes away',
      { credentials: `[work]\naws_access_key_id = "${ID}"\naws_secret_access_key = '${SECRET}'\n` },
      KEY,
      '',
    ],
    [
      'takes out what was left behind',
      { credentials: section(keys('2026-01-05T07:00:00Z')), config: asked(GONE) },
      KEY,
      own('region = eu-central-1', 'manager = daypass'),
    ],
    [
      'has programs ask this Daypass',
      { config: gone, look: { profiles: [byProcess] } },
      KEY,
      gone.replace(GONE, SCRIPT).replace('manager', 'region = eu-central-1\nmanager'),
    ],
    [
      'takes a region away that nobody is there for',
      { config: own('region = x', 'manager = daypass'), look: { profiles: [] } },
      KEY,
      '',
    ],
    [
      'takes a line away that nobody is there for',
      { config: gone, look: { profiles: [] } },
      KEY,
      own('# mine', 'manager = daypass', 'output = json'),
    ],
  ];
  test.each(MENDED)('%s, and then nothing is found any more', (_, one, credentials, config) => {
    const look = lookAt({ ...one, credentials: bytes(one.credentials ?? KEY) });
    const [inCredentials, inConfig] = FILES.map((file) => mended(look, file));
    expect(inCredentials).toBe(bytes(credentials));
    expect(inConfig).toBe(config);
    const texts = { credentials: bytes(credentials), config };
    const after = { ...look, texts };
    expect(foundInFiles(after).filter(({ mend }) => mend)).toEqual([]);
    expect(FILES.map((file) => mended(after, file))).toEqual([texts.credentials, texts.config]);
    // What it shows is no secret, and is not nothing.
    const shown = FILES.map((file) => shownChange(look.path(file), look.texts[file], texts[file])).join('');
    expect(shown).toMatch(/\n[+-](?![+-])/);
    expect(shown).not.toMatch(/planted/);
    expect(shown).not.toContain(ID);
  });

  test('leaves all that it is not about', () => {
    const look = lookAt({
      credentials: section([...keys('2026-01-05T09:00:00Z'), 'use_fips_endpoint = true'], 'work-mfa'),
      config: `${own('region = us-east-1', 'endpoint_url = http://a', 'manager = daypass')}[profile work]\nregion = eu-west-1\n[a]\n[a]\n`,
      look: active,
    });
    expect(foundInFiles(look).length).toBeGreaterThan(2);
    expect(FILES.map((file) => mended(look, file))).toEqual([look.texts.credentials, look.texts.config]);
    // Nor what another Daypass serves.
    const theirs = lookAt({ credentials: section(keys('2026-01-05T09:00:00Z'), 'x') });
    expect(foundInFiles(theirs)).toHaveLength(1);
    expect(mended(theirs, 'credentials')).toBe(theirs.texts.credentials);
  });

  test('that is made elsewhere stays offered', () => {
    const look = lookAt({ credentials: section(keys('2026-01-05T07:00:00Z')), look: active });
    expect(offered(look, foundInFiles(look)).map(({ mend }) => mend)).toEqual(['session-anew']);
  });

  test('shows a comment by nothing but its place', () => {
    const shown = shownChange('/f', `# planted\r\n${BYTE_ORDER_MARK}`, '; planted\r\n[a]\n');
    expect(shown).toBe(`--- /f\n+++ /f\n@@ -1,2 +1,2 @@\n …\n-<BOM>\n\\ No newline at end of file\n+[a]\n`);
  });

  test('is not offered for what only a person can know', () => {
    const odd = lookAt({ credentials: KEY.replace(ID, `${ID} # x`) });
    expect(foundInFiles(odd).map(({ mend }) => mend)).toEqual([null]);
    expect(mended(odd, 'credentials')).toBe(odd.texts.credentials);
  });

  test.each([
    ['where the row is more than its line', `${KEY}aws_session_token = planted\n  planted\n`],
    ['where the section stands twice', `${KEY}aws_session_token = planted\n[work]\n`],
  ])('is not offered, nor made, %s', (_, credentials) => {
    const look = lookAt({ credentials });
    const found = foundInFiles(look).filter(({ mend }) => mend);
    expect(found.map(({ failure: { code } }) => code)).toEqual(['aws-files.token-beside-key']);
    expect(offered(look, found)).toEqual(found.map((finding) => ({ ...finding, mend: null })));
    expect(mended(look, 'credentials')).toBe(credentials);
  });
});

const bytes = (text: string): string => Buffer.from(text, 'latin1').toString('latin1');

test('whatever is found is said without a gap, in both languages, and shows no secret', () => {
  const all: Case = {
    credentials: section(keys('2026-01-05T07:00:00Z')).replace(ID, `"${ID}"`),
    config: `${asked(GONE)}[profile work]\nmfa_serial = x\nregion = us-east-1\n[default]\nendpoint_url = http://a\n[a]\n[a]\n`,
  };
  const found = foundInFiles(lookAt(all));
  expect(found.length).toBeGreaterThan(6);
  for (const { failure: why, evidence } of found) {
    for (const language of ['en', 'zh-TW'] as const) {
      const { cause, fix } = explain(why, language);
      expect(`${cause}${fix}`).not.toMatch(/[{}]|undefined/);
    }
    expect(`${Object.values(why.params)}${evidence}`).not.toMatch(/planted/);
  }
});
