import { beforeEach, describe, expect, test } from 'vitest';
import { mendsIn } from '../../../electron/core/doctor/report.ts';
import { AppWorld } from '../../fakes/app-world.ts';
import { choiceWith } from '../samples.ts';

const KEY = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'planted+secret/of+somebody';
const TOKEN = 'planted-token==';
const LINES = `export AWS_ACCESS_KEY_ID=${KEY}\nexport AWS_SECRET_ACCESS_KEY="${SECRET}"\n`;

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
  w.add(choiceWith());
});
const checks = async (terminal = '') => JSON.parse((await w.commandIn(terminal, 'doctor', '--json')).stdout).checks;
const found = async (code: string, terminal = '') =>
  (await checks(terminal))
    .flatMap((one: { findings: readonly { code: string; evidence: readonly string[] }[] }) => one.findings)
    .find((one: { code: string }) => one.code === code);

test('what a terminal hands over is looked at for that one alone', async () => {
  const terminal = 'PATH=/bin\nAWS_PROFILE=wrok\n';
  expect((await found('environment.profile-missing', terminal)).evidence).toEqual(['AWS_PROFILE=wrok']);
  expect(await found('environment.profile-missing')).toBeUndefined();
});

test('a session of Daypass’s own is well, until it has ended', async () => {
  await w.signIn();
  const lines = w.app.serving.environment('p1', 'sh').reveal();
  const [, key = ''] = /AWS_ACCESS_KEY_ID='(\w+)'/.exec(lines) ?? [];
  const terminal = `AWS_ACCESS_KEY_ID=${key}\nAWS_SECRET_ACCESS_KEY=…\nAWS_SESSION_TOKEN=…\n`;
  expect(key).toMatch(/^ASIA/);
  expect(await found('environment.other-session', terminal)).toBeUndefined();
  await w.app.sessions.signOut(w.app.book.profile('p1'));
  expect(await found('environment.other-session', terminal)).toBeDefined();
});

describe('secrets', () => {
  /** In every place that is looked at, under every name that it could have there. */
  function plant(): string {
    w.startFiles.put(
      '/home/ann/.bashrc',
      `${LINES}export AWS_SESSION_TOKEN=${TOKEN}\nexport HTTPS_PROXY=http://a:${SECRET}@p:1\n`,
    );
    w.startFiles.put('/home/ann/.zshrc', `export AWS_PROFILE='${'planted'.repeat(8)}'\n`, { reads: 'zsh' });
    w.startFiles.put('/home/ann/.profile', `export AWS_SECRET_ACCESS_KEY= ${SECRET}\nAWS_SESSION_TOKEN = ${TOKEN}\n`);
    w.startFiles.put('fish_variables', `SETUVAR --export AWS_SECRET_ACCESS_KEY:${SECRET}\n`, {
      reads: 'fish',
      dialect: 'fish-universal',
    });
    w.startFiles.put('HKCU\\Environment', `    AWS_SECRET_ACCESS_KEY    REG_SZ    ${SECRET}\n`, {
      reads: 'session',
      dialect: 'registry',
    });
    w.env = {
      AWS_SECRET_ACCESS_KEY: SECRET,
      HTTPS_PROXY: `http://a:${SECRET}@p:x`,
      AWS_ENDPOINT_URL: `http://a:${SECRET}@h/?t=${TOKEN}`,
    };
    w.git.text = `[http]\n\tproxy = http://a:${SECRET}@p:1\n`;
    w.build();
    // As a script that cuts nothing down would.
    return [
      `AWS_ACCESS_KEY_ID=${SECRET}`,
      `AWS_SECRET_ACCESS_KEY=${SECRET}`,
      `AWS_SESSION_TOKEN=${TOKEN}`,
      `AWS_ENDPOINT_URL_S3=https://a:${SECRET}@h/?t=${TOKEN}`,
    ].join('\n');
  }

  test('are in no report, no trace and no view', async () => {
    const terminal = plant();
    for (const said of ['', terminal]) {
      for (const words of [['--json'], []]) {
        const { stdout, stderr } = await w.commandIn(said, 'doctor', ...words);
        expect(stdout.length).toBeGreaterThan(500);
        expect(stdout + stderr).not.toMatch(/planted|IOSFODNN7/);
      }
    }
    const plans = await w.app.doctor.plan(['shell-lines']);
    const all = JSON.stringify([plans, w.app.view(), w.app.trace.list, await w.app.doctor.examine()]);
    expect(all).not.toMatch(/planted|IOSFODNN7/);
    expect(all).toContain('AKIA…MPLE');
  });
});

describe('lines that set a key', () => {
  beforeEach(() => {
    w.startFiles.put('/home/ann/.bashrc', `# mine\n${LINES}alias ll='ls -l'\n`);
    w.startFiles.put('/home/ann/.zshrc', LINES, { reads: 'zsh' });
  });

  test('are shown, commented out, and found no more', async () => {
    const before = await w.app.doctor.examine();
    expect(mendsIn(before)).toContain('shell-lines');
    const [plan] = await w.app.doctor.plan(['shell-lines']);
    expect(plan?.text).toBe(
      [
        '--- /home/ann/.bashrc',
        '+++ /home/ann/.bashrc',
        '@@ -2 +2 @@',
        '-AWS_ACCESS_KEY_ID=AKIA…MPLE',
        '+# AWS_ACCESS_KEY_ID=AKIA…MPLE',
        '@@ -3 +3 @@',
        '-AWS_SECRET_ACCESS_KEY=…',
        '+# AWS_SECRET_ACCESS_KEY=…',
        '--- /home/ann/.zshrc',
        '+++ /home/ann/.zshrc',
        '@@ -1 +1 @@',
        '-AWS_ACCESS_KEY_ID=AKIA…MPLE',
        '+# AWS_ACCESS_KEY_ID=AKIA…MPLE',
        '@@ -2 +2 @@',
        '-AWS_SECRET_ACCESS_KEY=…',
        '+# AWS_SECRET_ACCESS_KEY=…',
        '',
      ].join('\n'),
    );
    await w.app.doctor.mend(['shell-lines']);
    const commented = LINES.replace(/^(?=.)/gm, '# ');
    expect(w.startFiles.files.map(({ text }) => text).sort()).toEqual(
      [`# mine\n${commented}alias ll='ls -l'\n`, commented].sort(),
    );
    expect(w.startFiles.copies).toHaveLength(2);
    expect(mendsIn(await w.app.doctor.examine())).not.toContain('shell-lines');
    expect(await w.app.doctor.plan(['shell-lines'])).toEqual([{ name: 'shell-lines', text: '' }]);
  });

  test('stay where the file has changed since', async () => {
    const read = w.startFiles.read.bind(w.startFiles);
    let times = 0;
    w.startFiles.read = async () => {
      const files = await read();
      if (++times === 2) w.startFiles.put('/home/ann/.bashrc', 'something else');
      return files;
    };
    await expect(w.app.doctor.mend(['shell-lines'])).rejects.toMatchObject({
      failure: { code: 'file.changed-meanwhile' },
    });
    expect(w.startFiles.files.find(({ path }) => path === '/home/ann/.bashrc')?.text).toBe('something else');
  });
});
