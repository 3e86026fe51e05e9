// What people meet with git and CodeCommit: the error appears in the real git, the doctor names its cause, and with what the
// doctor says the error is gone.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { keyringMissing, PrivateKeyring } from '../world/private-keyring.ts';
import { DoctorHome } from './doctor-home.ts';

const FORBIDDEN = 'The requested URL returned error: 403';

let stand: SignedIn;
let doctor: DoctorHome;
let profile: string;
let url: string;

beforeAll(async () => {
  stand = await startSignedIn();
  await stand.aws.addRepository('hello');
});
afterAll(() => stand.stop());

beforeEach(async () => {
  stand.aws.resetDevice();
  doctor = await DoctorHome.start(stand.aws);
  profile = doctor.addProfile();
  url = stand.aws.codecommit.url('hello');
});
afterEach(() => doctor.stop());

const config = (name: string, value: string) => doctor.home.git(['config', '--global', '--add', name, value]);
const setUp = async () => {
  await doctor.signIn(profile);
  await doctor.mend('git-set-up');
};
const stale = (n: number) => `ASIA${String(n).padStart(16, 'A')}%25planted-token`;
const storedLine = (n: number) => `https://${stale(n)}:20200101T000000Z00@${stand.aws.codecommit.host}\n`;

test('a machine on which all is well has no finding', async () => {
  await setUp();
  expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
  const { status, stdout } = await doctor.daypass('doctor', '--json');
  expect(JSON.parse(stdout)).toMatchObject({ well: true });
  expect(status).toBe(0);
  expect(await doctor.codes()).toEqual([]);
});

describe('a stored password', () => {
  test('of an old session: 403; the entry is named first, with store, host and key; cleared and set up, git works', async () => {
    await config('credential.helper', 'store');
    doctor.home.write('.git-credentials', storedLine(7), 0o600);
    expect((await doctor.lsRemote(url)).stderr).toContain(FORBIDDEN);

    const [first, ...others] = await doctor.findings();
    expect(first).toMatchObject({ code: 'keychain.stale', mend: 'stale-entries' });
    expect(first?.evidence).toEqual([
      `git credential-store (~/.git-credentials): host=${stand.aws.codecommit.host} username=ASIA…AAA7`,
    ]);
    expect(others.map(({ code }) => code)).toEqual(['git.not-set-up', 'git-config.keeps-passwords']);

    await doctor.signIn(profile);
    await doctor.mend('git-set-up', 'stale-entries');
    expect(doctor.home.read('.git-credentials')).toBe('');
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });

  test('again and again: n entries of one host, what keeps them with its line, and first the helper is kept away', async () => {
    await config('credential.helper', 'store');
    doctor.home.write('.git-credentials', [1, 2, 3].map(storedLine).join(''), 0o600);
    expect((await doctor.lsRemote(url)).stderr).toContain(FORBIDDEN);

    const [first, second] = await doctor.findings();
    expect(first).toMatchObject({ code: 'keychain.multiplies', mend: 'git-set-up' });
    expect(first?.cause).toContain(`3 for ${stand.aws.codecommit.host}`);
    expect(first?.evidence[0]).toMatch(/^- credential\.helper = store \(\/.+\/\.gitconfig:\d+\)$/);
    expect(second).toMatchObject({ code: 'keychain.stale', mend: 'stale-entries' });

    await doctor.signIn(profile);
    await doctor.mend('git-set-up', 'stale-entries');
    for (const _ of [1, 2]) expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect(doctor.home.read('.git-credentials')).toBe('');
    expect(await doctor.codes()).toEqual([]);
  });

  test('that is somebody’s own git credential is told of and stays', async () => {
    await setUp();
    const own = `https://ann-at-123456789012:kept@${stand.aws.codecommit.host}\n`;
    doctor.home.write('.git-credentials', own, 0o600);
    const [only, ...others] = await doctor.findings();
    expect(only).toMatchObject({ code: 'keychain.own-credential', severity: 'info', mend: null });
    expect(others).toEqual([]);
    await doctor.mend('stale-entries');
    expect(doctor.home.read('.git-credentials')).toBe(own);
  });
});

const missing = keyringMissing();
describe.skipIf(missing !== null)(`in a real keyring${missing === null ? '' : ` (${missing})`}`, () => {
  let keyring: PrivateKeyring;
  beforeEach(async () => {
    keyring = await PrivateKeyring.onBus();
    await keyring.start('pw');
    doctor.home.env.DBUS_SESSION_BUS_ADDRESS = keyring.address;
  });
  afterEach(() => keyring.stop());

  test('git’s libsecret helper gives the 403, and after the doctor’s two mends git works', async () => {
    await config('credential.helper', keyring.helper());
    const { host } = stand.aws.codecommit;
    await keyring.plantLibsecret({ host, user: 'ASIAAAAAAAAAAAAAAAA1%planted-token' });
    await keyring.plantLibsecret({ host, user: 'ASIAAAAAAAAAAAAAAAA2%planted-token' });
    expect((await doctor.lsRemote(url)).stderr).toContain(FORBIDDEN);

    const [first, second] = await doctor.findings();
    expect([first?.code, second?.code]).toEqual(['keychain.multiplies', 'keychain.stale']);
    expect(first?.evidence[0]).toContain('git-credential-libsecret');
    for (const line of second?.evidence ?? []) {
      expect(line).toMatch(
        /^Keyring \(git libsecret helper\): host=git-codecommit\.\S+ username=ASIA…AAA[12] stored=20\d\d-\d\d-\d\dT\d\d:\d\dZ$/,
      );
    }
    expect(second?.evidence).toHaveLength(2);

    await doctor.signIn(profile);
    await doctor.mend('git-set-up', 'stale-entries');
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect(keyring.users('protocol', 'https')).toEqual([]);
    expect(await doctor.codes()).toEqual([]);
  });
});

interface Setting {
  readonly name: string;
  readonly value: string;
  /** What git says. */
  readonly error: string;
  readonly code: string;
  /** `-` what stands there, without its place. */
  readonly stands?: string;
  readonly right?: readonly string[];
}

const HELPERS = [
  '+ credential.https://git-codecommit.*.amazonaws.com.helper =',
  expect.stringMatching(/^\+ credential\.\S+\.helper = !'.+\/bin\/daypass' git-credential$/),
];

describe('a setting that nobody remembers, beside Daypass’s', () => {
  const SETTINGS: readonly Setting[] = [
    { name: 'credential.helper', value: '', error: 'could not read Username', code: 'helper-reset', right: HELPERS },
    {
      name: 'credential.useHttpPath',
      value: 'false',
      error: 'git didn’t say which repository',
      code: 'path-off',
      right: ['+ credential.https://git-codecommit.*.amazonaws.com.useHttpPath = true'],
    },
    {
      name: 'http.extraHeader',
      value: 'Authorization: Basic cGxhbnRlZDpwbGFudGVk',
      error: FORBIDDEN,
      code: 'auth-header',
      stands: 'http.extraheader = Authorization: …',
    },
    { name: 'protocol.https.allow', value: 'never', error: "transport 'https' not allowed", code: 'protocol-off' },
    {
      name: 'url.ssh://git-codecommit.eu-west-1.amazonaws.com/.insteadOf',
      value: 'https://git-codecommit.eu-west-1.amazonaws.com/',
      error: 'Could not read from remote repository',
      code: 'rewritten-url',
    },
  ];

  test.each(SETTINGS)('$name = $value', async ({ name, value, error, code, stands, right = [] }) => {
    await setUp();
    await config(name, value);
    const { status, stderr } = await doctor.lsRemote(url, { GIT_SSH_COMMAND: 'false' });
    expect([status, stderr]).toEqual([128, expect.stringContaining(error)]);

    const first = (await doctor.findings()).find((one) => one.code.startsWith('git-config.'));
    expect(first).toMatchObject({ code: `git-config.${code}` });
    const [line = '', ...beside] = first?.evidence ?? [];
    expect(line).toMatch(/^- .+ \(\/.+\/\.gitconfig:\d+\)$/);
    expect(line).toContain(stands ?? ` = ${value}`);
    expect(beside).toEqual(right);
    expect((await doctor.daypass('doctor', '--report')).stdout).not.toContain('cGxhbnRlZ');

    if (first?.mend) await doctor.mend(first.mend);
    else await doctor.home.git(['config', '--global', '--unset-all', name]);
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect((await doctor.codes()).filter((one) => one.startsWith('git-config.') || one.includes('set-up'))).toEqual([]);
  });

  test('in a file that is included only in some repositories: found with its file, and ours is last again', async () => {
    await setUp();
    await doctor.home.git(['init', '-q', 'r']);
    doctor.home.write('elsewhere.inc', '[core]\n\tpager = cat\n[credential]\n\thelper =\n');
    await config(`includeIf.gitdir:${doctor.home.path('r')}/.path`, 'elsewhere.inc');
    const there = () => doctor.home.git(['ls-remote', url], { cwd: doctor.home.path('r') });
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect((await there()).stderr).toContain('could not read Username');

    const [only, ...others] = await doctor.findings();
    expect(only).toMatchObject({ code: 'git-config.helper-reset', mend: 'git-set-up' });
    expect(only?.evidence[0]).toBe(`- credential.helper =  (${doctor.home.path('elsewhere.inc')}:4)`);
    expect(others).toEqual([]);
    await doctor.mend('git-set-up');
    expect(await there()).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });

  test('in a repository that git’s own maintenance knows: a user in the URL, and its own helper', async () => {
    await setUp();
    const cwd = doctor.home.path('r');
    await doctor.home.git(['init', '-q', 'r']);
    await config('maintenance.repo', cwd);
    const here = (...words: string[]) => doctor.home.git(words, { cwd });
    await here('remote', 'add', 'origin', url.replace('https://', 'https://me@'));
    expect((await here('fetch')).stderr).toContain(FORBIDDEN);

    const found = await doctor.findings();
    expect(found.map(({ code }) => code)).toEqual(['git-config.user-in-url']);
    expect(found[0]?.evidence).toEqual([
      `- remote.origin.url = ${url.replace('https://', 'https://me@')} (${cwd}/.git/config:7)`,
      `+ remote.origin.url = ${url}`,
    ]);
    await here('remote', 'set-url', 'origin', url);
    expect(await here('fetch')).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);

    await here('config', 'credential.helper', 'store');
    await here('fetch');
    expect(doctor.home.read('.git-credentials')).toContain('ASIA');
    const [stored, keeps] = await doctor.findings();
    expect([stored?.code, keeps?.code]).toEqual(['keychain.stale', 'git-config.helper-after']);
    expect(keeps).toMatchObject({ mend: null });
    expect(keeps?.evidence[0]).toContain(`(${cwd}/.git/config:`);
  });

  test('a line of ~/.netrc is used before any helper is asked', async () => {
    await setUp();
    doctor.home.write(
      '.netrc',
      `machine github.com login a password b\nmachine ${stand.aws.codecommit.host} login me password planted\n`,
      0o600,
    );
    expect((await doctor.lsRemote(url)).stderr).toContain(FORBIDDEN);
    const [only] = await doctor.findings();
    expect(only).toMatchObject({ code: 'git-config.netrc' });
    expect(only?.evidence).toEqual([`- machine ${stand.aws.codecommit.host} (${doctor.home.path('.netrc')}:2)`]);
    doctor.home.write('.netrc', 'machine github.com login a password b\n', 0o600);
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });
});

describe('half a configuration, and git not set up', () => {
  test('AWS’s own helper without useHttpPath: it fails; both lines are named with the right ones beside them', async () => {
    await doctor.signIn(profile);
    await config('credential.helper', '!aws --profile work codecommit credential-helper $@');
    await config('credential.useHttpPath', 'false');
    expect((await doctor.lsRemote(url)).stderr).toContain('could not read Username');
    const found = await doctor.findings();
    expect(found.map(({ code }) => code)).toEqual(['git.not-set-up', 'git-config.aws-helper', 'git-config.path-off']);
    expect(found[1]?.evidence.slice(1)).toEqual(HELPERS);
    await doctor.mend('git-set-up', 'git-lines');
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });

  test('a helper of the whole system keeps passwords: its file is named, and set up it hears no more of CodeCommit', async () => {
    doctor.home.write('etc/gitconfig', '[credential]\n\thelper = store\n');
    doctor.home.write('.git-credentials', storedLine(3), 0o600);
    Object.assign(doctor.home.env, { GIT_CONFIG_NOSYSTEM: '0', GIT_CONFIG_SYSTEM: doctor.home.path('etc/gitconfig') });
    expect((await doctor.lsRemote(url)).stderr).toContain(FORBIDDEN);
    const keeps = (await doctor.findings()).find(({ code }) => code === 'git-config.keeps-passwords');
    expect(keeps?.evidence[0]).toBe(`- credential.helper = store (${doctor.home.path('etc/gitconfig')}:2)`);
    await doctor.signIn(profile);
    await doctor.mend('git-set-up', 'stale-entries');
    expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });
});

describe('a variable of git’s that a shell’s start file sets', () => {
  const inShell = (command: string) => doctor.home.run('bash', ['-c', `. ~/.bashrc; ${command}`]);
  const where = (line: number) => `(${doctor.home.path('.bashrc')}:${line})`;

  test('GIT_CURL_VERBOSE prints the session token, whatever its value is', async () => {
    await setUp();
    doctor.home.write('.bashrc', '# mine\nexport GIT_CURL_VERBOSE=0\n');
    const { status, stderr } = await inShell(`git ls-remote ${url}`);
    expect(status).toBe(0);
    expect(stderr).toMatch(/ASIA[A-Z0-9]{16}%/);
    const [only] = await doctor.findings();
    expect(only).toMatchObject({ code: 'git-config.trace-token' });
    expect(only?.evidence).toEqual([`- GIT_CURL_VERBOSE = 0 ${where(2)}`]);
    doctor.home.write('.bashrc', '# mine\n');
    expect((await inShell(`git ls-remote ${url}`)).stderr).not.toMatch(/ASIA/);
    expect(await doctor.codes()).toEqual([]);
  });

  test('GIT_CONFIG_GLOBAL names another file: git does not see Daypass there', async () => {
    await setUp();
    const route = stand.aws.codecommit.gitConfig().map((one) => one.split(/=(.*)/s));
    for (const [name = '', value = ''] of route) {
      await doctor.home.git(['config', '--file', doctor.home.path('other'), name, value]);
    }
    doctor.home.write('.bashrc', 'export GIT_CONFIG_GLOBAL="$HOME/other"\n');
    expect((await inShell(`git ls-remote ${url}`)).stderr).toContain('could not read Username');
    const [only] = await doctor.findings();
    expect(only).toMatchObject({ code: 'git-config.config-elsewhere' });
    expect(only?.evidence).toEqual([
      `- GIT_CONFIG_GLOBAL = $HOME/other ${where(1)}`,
      `+ GIT_CONFIG_GLOBAL = ${doctor.home.configFile}`,
    ]);
    doctor.home.write('.bashrc', 'export GIT_CONFIG_GLOBAL=~/.gitconfig\n');
    expect(await inShell(`git ls-remote ${url}`)).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });

  test('GIT_CONFIG_COUNT takes Daypass’s helper away', async () => {
    await setUp();
    const lines = ['GIT_CONFIG_COUNT=1', 'GIT_CONFIG_KEY_0=credential.helper', 'GIT_CONFIG_VALUE_0='];
    doctor.home.write('.bashrc', lines.map((line) => `export ${line}\n`).join(''));
    expect((await inShell(`git ls-remote ${url}`)).stderr).toContain('could not read Username');
    const [only] = await doctor.findings();
    expect(only).toMatchObject({ code: 'git-config.helper-reset', mend: null });
    expect(only?.evidence[0]).toBe(`- credential.helper =  (${doctor.home.path('.bashrc')} GIT_CONFIG_KEY_0)`);
    doctor.home.write('.bashrc', '');
    expect(await inShell(`git ls-remote ${url}`)).toMatchObject({ status: 0 });
    expect(await doctor.codes()).toEqual([]);
  });
});

test('CodeCommit by SSH is named, with the https URL in its place', async () => {
  await setUp();
  const { host } = stand.aws.codecommit;
  doctor.home.write(
    '.ssh/config',
    'Host github.com\n  User git\nHost git-codecommit.*.amazonaws.com\n  User APKAEXAMPLEPLANTED12\n',
    0o600,
  );
  await doctor.home.git(['init', '-q', 'r']);
  await config('safe.directory', doctor.home.path('r'));
  await doctor.home.git(['remote', 'add', 'origin', `ssh://APKAEXAMPLEPLANTED12@${host}/v1/repos/hello`], {
    cwd: doctor.home.path('r'),
  });
  const found = await doctor.findings();
  expect(found.map(({ code, severity }) => [code, severity])).toEqual(Array(3).fill(['git-config.ssh-key', 'info']));
  expect(found.map(({ evidence }) => evidence.at(-1))).toContain(`+ remote.origin.url = ${url}`);
  const { stdout } = await doctor.daypass('doctor', '--report');
  expect(stdout).toContain('APKA…ED12');
  expect(stdout).not.toContain('PLANTED');
});

test('two Daypasses: git asks the other, which is not running; set up here, it asks this one', async () => {
  await setUp();
  const other = doctor.home.path('.other');
  const own = doctor.home.read('.daypass/daypass.gitconfig') ?? '';
  doctor.home.write('.other/daypass.gitconfig', own.replaceAll(doctor.home.folder, other));
  await config('include.path', `${other}/daypass.gitconfig`);
  expect(await doctor.lsRemote(url)).not.toMatchObject({ status: 0 });
  const found = await doctor.findings();
  expect(found.map(({ code }) => code)).toEqual(['git.not-set-up', 'git-config.other-daypass']);
  expect(found[1]).toMatchObject({ mend: 'git-set-up' });
  expect(found[1]?.evidence[0]).toMatch(
    /^- .+'\/.+\/\.other\/bin\/daypass' git-credential \(\/.+\/\.other\/daypass\.gitconfig:\d+\)$/,
  );
  await doctor.mend('git-set-up');
  expect(await doctor.lsRemote(url)).toMatchObject({ status: 0 });
  expect(await doctor.codes()).toEqual([]);
});
