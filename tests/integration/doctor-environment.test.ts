// Variables that are set and still refused: the real shell reads its file, the real AWS CLI is refused, the doctor names the
// file and the line, what it says is done, and the AWS CLI is served.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ContainerEndpoint } from '../../electron/adapters/endpoint/container-endpoint.ts';
import { awsPrograms, isThere } from '../world/programs.ts';
import { allIn, illIn, SurroundingsHome } from './surroundings-home.ts';

const BASH = ['bash', '-ic'];
const LOGIN = ['bash', '-lc'];
const ZSH = ['zsh', '-ic'];
const FISH = ['fish', '-c'];

const OLD_ID = 'AKIAOLDOLDOLDOLDOLD1';
const OLD = ['AWS_ACCESS_KEY_ID', OLD_ID] as const;
const SECRET = ['AWS_SECRET_ACCESS_KEY', 'wJalrXUtnFEMI/planted/K7MDENGEXAMPLEKEY0'] as const;
const TOKEN = ['AWS_SESSION_TOKEN', 'FwoGZXIvYXdzE/planted=='] as const;
const exported = (...pairs: (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `export ${name}='${value}'\n`).join('');
const fishSet = (...pairs: (readonly [string, string])[]) =>
  pairs.map(([name, value]) => `set -gx ${name} '${value}'\n`).join('');

/** AWS CLI 1, as boto3, looks for the older name first; AWS CLI 2 for the newer. */
const NAMES = ['AWS_DEFAULT_PROFILE', 'AWS_PROFILE'];
const [TAKEN, LEFT] = awsPrograms()[0]?.major === 1 ? NAMES : [...NAMES].reverse();

/** As Daypass tells people to use a session. */
const WITH_PROFILE = 'env AWS_PROFILE=work-mfa $aws s3api list-buckets --output text';
/** As somebody who has named the profile in the shell's file. */
const PLAIN = '$aws s3api list-buckets --output text';

let home: SurroundingsHome;
beforeAll(async () => {
  home = await SurroundingsHome.make();
  home.person.aws.addBucket('served');
  await home.signIn();
  await home.app.git.apply('set-up');
  expect(illIn(await home.doctor())).toEqual([]);
});
afterAll(() => home.close());

interface Case {
  readonly name: string;
  readonly shell: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly asks?: string;
  readonly refused: RegExp;
  readonly code: string;
  /** The file, its line, and what is there. */
  readonly named: string;
  /** What a person does where the doctor does not; null: the doctor does. */
  readonly fix: ((text: string) => string) | null;
}

const MEND = null;
const CASES: readonly Case[] = [
  {
    name: 'an old key in .bashrc',
    shell: BASH,
    files: { '.bashrc': `# mine\nalias ll='ls -l'\n${exported(OLD, SECRET)}export EDITOR=vi\n` },
    refused: /InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.long-term-key',
    named: '.bashrc:3: AWS_ACCESS_KEY_ID=AKIA…OLD1',
    fix: MEND,
  },
  {
    name: 'one that .zshrc declares',
    shell: ZSH,
    files: { '.zshrc': `typeset -x AWS_ACCESS_KEY_ID=${OLD_ID}\ntypeset -x AWS_SECRET_ACCESS_KEY=${SECRET[1]}\n` },
    refused: /InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.long-term-key',
    named: '.zshrc:1: AWS_ACCESS_KEY_ID=AKIA…OLD1',
    fix: MEND,
  },
  {
    name: 'one in fish’s config',
    shell: FISH,
    files: { '.config/fish/config.fish': `if true\n  set -g fish_greeting\nend\n${fishSet(OLD, SECRET)}` },
    refused: /InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.long-term-key',
    named: '.config/fish/config.fish:4: AWS_ACCESS_KEY_ID=AKIA…OLD1',
    fix: MEND,
  },
  {
    name: 'one in a snippet of fish’s',
    shell: FISH,
    files: { '.config/fish/conf.d/aws.fish': fishSet(OLD, SECRET) },
    refused: /InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.long-term-key',
    named: '.config/fish/conf.d/aws.fish:1: AWS_ACCESS_KEY_ID=AKIA…OLD1',
    fix: MEND,
  },
  {
    name: 'one in a file that the start file reads, with all exported',
    shell: LOGIN,
    files: {
      '.bash_profile': 'set -a\n[ -f ~/.aws-env ] && . ~/.aws-env\nset +a\n',
      '.aws-env': `AWS_ACCESS_KEY_ID=${OLD_ID}\nAWS_SECRET_ACCESS_KEY=${SECRET[1]}\n`,
    },
    refused: /InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.long-term-key',
    named: '.aws-env:1: AWS_ACCESS_KEY_ID=AKIA…OLD1',
    fix: MEND,
  },
  {
    name: 'the token of a session that is over, beside a long-term key',
    shell: ZSH,
    files: { '.zshenv': exported(OLD, SECRET, TOKEN) },
    refused: /InvalidToken|InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.token-beside-key',
    named: '.zshenv:1: AWS_ACCESS_KEY_ID=AKIA…OLD1',
    fix: MEND,
  },
  {
    name: 'a session without its token',
    shell: BASH,
    files: { '.bashrc': exported(['AWS_ACCESS_KEY_ID', 'ASIAOLDOLDOLDOLDOLD1'], SECRET) },
    refused: /InvalidAccessKeyId|InvalidClientTokenId/,
    code: 'environment.half-key',
    named: '.bashrc:1: AWS_ACCESS_KEY_ID=ASIA…OLD1',
    fix: MEND,
  },
  {
    name: 'a session of yesterday',
    shell: BASH,
    files: { '.bashrc': exported(['AWS_ACCESS_KEY_ID', 'ASIAOLDOLDOLDOLDOLD1'], SECRET, TOKEN) },
    refused: /InvalidToken|InvalidAccessKeyId|InvalidClientTokenId|ExpiredToken/,
    code: 'environment.other-session',
    named: '.bashrc:1: AWS_ACCESS_KEY_ID=ASIA…OLD1',
    fix: MEND,
  },
  {
    name: 'a secret behind a space',
    shell: BASH,
    files: { '.bashrc': `export AWS_ACCESS_KEY_ID=${OLD_ID}\nexport AWS_SECRET_ACCESS_KEY= planted\n` },
    refused: /Partial credentials found in env/,
    code: 'environment.spaces',
    named: '.bashrc:2: AWS_SECRET_ACCESS_KEY=',
    fix: () => '',
  },
  {
    name: 'a profile that no file has',
    shell: LOGIN,
    files: { '.profile': 'export AWS_PROFILE=wrok-mfa\n' },
    asks: PLAIN,
    refused: /profile \(wrok-mfa\) could not be found/,
    code: 'environment.profile-missing',
    named: '.profile:1: AWS_PROFILE=wrok-mfa',
    fix: (text) => text.replace('wrok', 'work'),
  },
  {
    name: 'a profile with the line end of Windows',
    shell: ZSH,
    files: { '.zshrc': 'export AWS_PROFILE=work-mfa\r\n' },
    asks: PLAIN,
    refused: /profile \(work-mfa\r?\s*\) could not be found/,
    code: 'environment.stray',
    named: '.zshrc:1: AWS_PROFILE=work-mfa',
    fix: (text) => text.replace('\r', ''),
  },
  {
    name: 'a profile that is not exported',
    shell: BASH,
    files: { '.bashrc': 'AWS_PROFILE=work-mfa\n' },
    asks: PLAIN,
    refused: /Unable to locate credentials/,
    code: 'environment.not-exported',
    named: '.bashrc:1: AWS_PROFILE=work-mfa',
    fix: (text) => `export ${text}`,
  },
  {
    name: 'a profile that fish does not export',
    shell: FISH,
    files: { '.config/fish/config.fish': 'set -g AWS_PROFILE work-mfa\n' },
    asks: PLAIN,
    refused: /Unable to locate credentials/,
    code: 'environment.not-exported',
    named: '.config/fish/config.fish:1: AWS_PROFILE=work-mfa',
    fix: (text) => text.replace('-g ', '-gx '),
  },
  {
    name: 'a profile that is blank',
    shell: BASH,
    files: { '.bashrc': 'export AWS_PROFILE=\n' },
    asks: PLAIN,
    refused: /profile \(\) could not be found|Unable to locate credentials/,
    code: 'environment.blank',
    named: '.bashrc:1: AWS_PROFILE=',
    fix: () => 'export AWS_PROFILE=work-mfa\n',
  },
  {
    name: 'two profiles that differ',
    shell: BASH,
    files: { '.bashrc': `export ${TAKEN}=work\nexport ${LEFT}=work-mfa\n` },
    asks: PLAIN,
    refused: /AccessDenied/,
    code: 'environment.profiles-differ',
    named: 'AWS_DEFAULT_PROFILE=work',
    fix: (text) => text.replace(/.*\n/, ''),
  },
  {
    name: 'files that lie elsewhere',
    shell: ZSH,
    files: { '.zshrc': 'export AWS_SHARED_CREDENTIALS_FILE=$HOME/elsewhere\n' },
    refused: /Unable to locate credentials|could not be found/,
    code: 'environment.files-elsewhere',
    named: 'AWS_SHARED_CREDENTIALS_FILE=',
    fix: () => '',
  },
];

describe.each(CASES.filter(({ shell }) => isThere(shell[0] ?? '')))('$name ($shell.0)', (one) => {
  const { shell, files, asks = WITH_PROFILE, refused, code, named, fix } = one;
  afterAll(() => {
    for (const name of Object.keys(files)) home.remove(name);
    home.remove('.daypass/backup/shell');
  });

  test('is refused, named with its line, mended, and served', async () => {
    for (const [name, text] of Object.entries(files)) home.write(name, text);
    const before = await home.inShell(shell, asks);
    expect(before.status, before.stdout).not.toBe(0);
    expect(before.stderr).toMatch(refused);

    const [first] = illIn(await home.doctor(shell));
    expect(first?.code).toBe(code);
    expect(first?.evidence[0]).toContain(named);
    if (fix) {
      const [file = ''] = Object.keys(files);
      home.write(file, fix(files[file] ?? ''));
    } else {
      expect(first?.mend).toBe('shell-lines');
      const [plan] = await home.app.doctor.plan(['shell-lines']);
      home.said += plan?.text;
      expect(plan?.text).toContain('\n+# AWS_ACCESS_KEY_ID=');
      await home.app.doctor.mend(['shell-lines']);
      expectOnlyCommented(files);
    }

    const after = await home.inShell(shell, asks);
    expect(after.stderr).not.toMatch(refused);
    expect(after.stdout).toContain('served');
    expect(illIn(await home.doctor(shell))).toEqual([]);
    expect(home.said).not.toMatch(/planted|OLDOLD/);
  });
});

/** Not a byte but the signs in front of the lines. */
function expectOnlyCommented(files: Readonly<Record<string, string>>): void {
  const changed = Object.entries(files).filter(([name, text]) => home.read(name) !== text);
  expect(changed).not.toEqual([]);
  for (const [name, text] of changed) {
    expect(home.read(name).replace(/^# (?=(?:export |typeset -x |set -gx )?A(?:WS|MAZON)_)/gm, '')).toBe(text);
    const copies = home.copies();
    expect(copies.map(({ text: kept, mode }) => [kept, mode])).toContainEqual([text, 0o600]);
  }
}

test.skipIf(!isThere('fish'))(
  'a key among fish’s universal variables is named, and gone when fish forgets it',
  async () => {
    for (const [name, value] of [OLD, SECRET]) await home.inShell(FISH, `set -Ux ${name} '${value}'`);
    const [first] = illIn(await home.doctor(FISH));
    expect(first).toMatchObject({ code: 'environment.long-term-key', mend: null });
    expect(first?.evidence[0]).toMatch(/fish_variables:\d+: AWS_ACCESS_KEY_ID=AKIA…OLD1$/);
    expect((await home.inShell(FISH, WITH_PROFILE)).status).not.toBe(0);
    await home.inShell(FISH, `set -eU ${OLD[0]} ${SECRET[0]}`);
    expect(illIn(await home.doctor(FISH))).toEqual([]);
    expect((await home.inShell(FISH, WITH_PROFILE)).stdout).toContain('served');
    expect(home.said).not.toMatch(/planted|OLDOLD/);
  },
);

test('a key that was typed into this terminal is named as that, and no other terminal has it', async () => {
  const typed = Object.fromEntries([OLD, SECRET]);
  const [first] = illIn(await home.doctor(['sh', '-c'], typed));
  expect(first).toMatchObject({ code: 'environment.long-term-key', mend: null });
  expect(first?.evidence).toEqual(['AWS_ACCESS_KEY_ID=AKIA…OLD1', 'AWS_SECRET_ACCESS_KEY=…']);
  expect(illIn(await home.doctor())).toEqual([]);
  expect(home.said).not.toMatch(/planted|OLDOLD/);
});

test('what “daypass env” sets is well, also beside a region', async () => {
  const words = 'eval "$(daypass env work-mfa)"; daypass doctor --json';
  const { stdout } = await home.inShell(['bash', '-c'], words);
  expect(illIn(JSON.parse(stdout).checks)).toEqual([]);
  expect(allIn(JSON.parse(stdout).checks).map(({ code }) => code)).not.toContain('environment.region-differs');
});

describe('beside Daypass’s endpoint', () => {
  let endpoint: ContainerEndpoint;
  let env: Record<string, string>;
  beforeAll(async () => {
    const [profile] = home.app.book.profiles;
    if (!profile) throw new Error('no profile');
    const serve = (id: string) => home.app.serving.serve(id, 'endpoint', '');
    endpoint = new ContainerEndpoint({ home: home.path('.daypass'), serve, language: () => 'en' });
    const { uri, tokenFile } = await endpoint.of(profile);
    // Debian's AWS CLI does not read it from a file.
    const AWS_CONTAINER_AUTHORIZATION_TOKEN = readFileSync(tokenFile, 'utf8');
    env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: uri, AWS_CONTAINER_AUTHORIZATION_TOKEN };
  });
  afterAll(() => endpoint.close());

  test('a profile that is named is taken first', async () => {
    home.write('.bashrc', 'export AWS_PROFILE=work\n');
    const before = await home.inShell(BASH, PLAIN, env);
    expect(before.stderr).toMatch(/AccessDenied/);
    const [first] = illIn(await home.doctor(BASH, env));
    expect(first?.code).toBe('environment.profile-beside-endpoint');
    expect(first?.evidence[0]).toContain('.bashrc:1: AWS_PROFILE=work');
    home.remove('.bashrc');
    expect((await home.inShell(BASH, PLAIN, env)).stdout).toContain('served');
    expect(illIn(await home.doctor(BASH, env))).toEqual([]);
    expect(home.said).not.toContain(env.AWS_CONTAINER_AUTHORIZATION_TOKEN);
  });

  test('a key under [default] is taken first', async () => {
    const { accessKeyId, secretAccessKey } = home.person.aws.user;
    const right = home.read('.aws/credentials');
    const keys = `aws_access_key_id = ${accessKeyId}\naws_secret_access_key = ${secretAccessKey}\n`;
    home.write('.aws/credentials', `[default]\n${keys}${right}`);
    const before = await home.inShell(BASH, PLAIN, env);
    expect(before.stderr).toMatch(/AccessDenied/);
    const [first] = illIn(await home.doctor(BASH, env));
    expect(first?.code).toBe('profile.default-first');
    // Without the endpoint it is in nobody's way.
    expect(illIn(await home.doctor(BASH))).toEqual([]);
    home.write('.aws/credentials', right);
    expect((await home.inShell(BASH, PLAIN, env)).stdout).toContain('served');
    expect(illIn(await home.doctor(BASH, env))).toEqual([]);
  });

  test('a proxy is asked for it by what is made with curl', async () => {
    const proxied = { ...env, http_proxy: 'http://ann:planted@127.0.0.1:1' };
    const asks =
      'curl -s -o /dev/null -H "Authorization: $AWS_CONTAINER_AUTHORIZATION_TOKEN" "$AWS_CONTAINER_CREDENTIALS_FULL_URI"';
    expect((await home.inShell(BASH, asks, proxied)).status).not.toBe(0);
    const [first] = illIn(await home.doctor(BASH, proxied));
    expect(first).toMatchObject({ code: 'network.proxy-for-loopback', evidence: ['http_proxy=http://127.0.0.1:1'] });
    const passed = { ...proxied, no_proxy: '127.0.0.1,localhost' };
    expect((await home.inShell(BASH, asks, passed)).status).toBe(0);
    expect(illIn(await home.doctor(BASH, passed))).toEqual([]);
    expect(home.said).not.toContain('planted');
  });
});

test('a link to a start file stays one, and its mode stays', async () => {
  home.write('dotfiles/bashrc', exported(OLD, SECRET));
  home.link('dotfiles/bashrc', '.bashrc');
  await home.app.doctor.mend(['shell-lines']);
  expect(home.isLink('.bashrc')).toBe(true);
  expect(home.read('dotfiles/bashrc')).toBe(exported(OLD, SECRET).replace(/^/gm, '# ').replace(/# $/, ''));
  home.remove('.bashrc');
  home.remove('dotfiles');
});
