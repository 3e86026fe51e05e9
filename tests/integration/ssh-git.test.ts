// A remote machine where git is all there is: it asks the Daypass of one's own computer through SSH's RemoteForward. What
// is run there is what assets/docs/ssh.md says.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sh } from '../../electron/core/base/shell-words.ts';
import type { Aws } from '../aws/aws.ts';
import { gitRoute, type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { SshServer, sshMissing } from '../world/ssh-server.ts';
import { GitHome, profile, type Ran } from './git-home.ts';
import { until } from './until.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../assets/docs/ssh.md'), 'utf8');
const [, SET_UP = ''] = /```sh\n(.*?)```/s.exec(PAGE) ?? [];
const ENDED = {
  status: 128,
  stderr: expect.stringMatching(/\nDaypass gave no password: .*\nfatal: .* told us to quit\n$/s),
};
const missing = sshMissing();

describe.skipIf(missing !== null)(missing ?? 'over SSH', () => {
  let stand: SignedIn;
  let aws: Aws;
  let keys: SignedIn['keys'];
  let home: GitHome;
  let server: SshServer;
  /** Files of settings for ssh: with the forward, for host dev, and without it, for host bare. */
  let config: string;
  let bare: string;

  beforeAll(async () => {
    stand = await startSignedIn();
    ({ aws, keys } = stand);
    await aws.addRepository('app');
  });
  afterAll(() => stand.stop());

  async function startServer(settings: readonly string[] = ['StreamLocalBindUnlink yes']): Promise<void> {
    server = await SshServer.start({ folder: mkdtempSync(home.path('ssh-')), settings });
    bare = server.config('bare', []);
    config = server.config('dev', [`RemoteForward ${server.home}/.daypass/git.sock ${home.socketPath}`]);
    const route = gitRoute(aws).map((words) => ['git', ...words].map(sh).join(' '));
    const person = ['user.name u', 'user.email u@example.com', 'credential.helper store'].map(
      (setting) => `git config --global ${setting}`,
    );
    // Twice, as people do.
    const words = [...route, ...person, SET_UP, SET_UP].join('\n');
    expect(await home.run('ssh', ['-F', bare, 'bare', words])).toMatchObject({ status: 0, stderr: '' });
  }

  beforeEach(async () => {
    home = new GitHome();
    home.profiles = [profile('work', aws.codecommit.region)];
    await home.startSocket();
    await startServer();
  });
  afterEach(async () => {
    await server.stop();
    await home.remove();
  });

  /** In the home of the far side, with the connection as the page says it. */
  const far = (words: string): Promise<Ran> => home.run('ssh', ['-F', config, 'dev', `cd; ${words}`]);
  const clone = () => far(`git clone ${aws.codecommit.url('app')} app`);

  test('there is nothing of Daypass there, and nobody else may use the socket', async () => {
    const { stdout } = await far('command -v daypass; ls -A ~/.daypass; stat -c %a ~/.daypass ~/.daypass/git.sock');
    expect(stdout).toBe('git.sock\n700\n600\n');
  });

  test('clone, push and pull; no secret stays there', async () => {
    home.signIn('work', keys);
    expect(await clone()).toMatchObject({ status: 0 });
    const push = 'cd app && date > file && git add . && git commit -qm change && git push -u origin HEAD && git pull';
    expect(await far(push)).toMatchObject({ status: 0 });
    expect(home.uses.every(({ outcome, what }) => outcome === 'answered' && what === 'app')).toBe(true);
    const found = await home.run('grep', ['-rlF', keys.sessionToken, server.home]);
    expect(found.stdout).toBe('');
  });

  test('a clone while signed out waits here, and goes on there', async () => {
    const cloned = clone();
    await until(() => home.waiting.list().length === 1);
    expect(home.waited).toEqual(['app']);
    home.signIn('work', keys);
    expect(await cloned).toMatchObject({ status: 0 });
  });

  test('at a terminal there it says for what it waits, once, and nothing where there is a session', async () => {
    const atTerminal = () =>
      home.run('ssh', [
        '-tt',
        '-F',
        config,
        'dev',
        `cd; git ls-remote ${aws.codecommit.url('app')} >refs; echo "($?)"`,
      ]);
    const first = atTerminal();
    await until(() => home.waiting.list().length === 1);
    home.signIn('work', keys);
    const shown = async (ran: Promise<Ran>) => (await ran).stdout.replaceAll('\r', '');
    expect(await shown(first)).toBe('daypass: waits for work\n(0)\n');
    expect(await shown(atTerminal())).toBe('(0)\n');
    expect(home.waited).toEqual(['app']);
  });

  test('what an editor fetches there by itself waits for nobody here', async () => {
    const fetched = await far(`VSCODE_GIT_FETCH_SILENT=true git ls-remote ${aws.codecommit.url('app')}`);
    expect(fetched.status).not.toBe(0);
    expect([home.waited, home.unattended]).toEqual([[], ['app']]);
  });

  test('a git that is ended there waits no longer here', async () => {
    // git and all that it has started, as at a terminal.
    const cloned = far(`setsid -w sh -c 'echo $$ >clone.pid; exec git clone ${aws.codecommit.url('app')} app'`);
    await until(() => home.waiting.list().length === 1);
    const ended = await home.run('ssh', ['-F', bare, 'bare', 'cd; kill -- "-$(cat clone.pid)"']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(await cloned).not.toMatchObject({ status: 0 });
    await until(() => home.waiting.list().length === 0);
  });

  test('a wait that is stopped here ends git there', async () => {
    const cloned = clone();
    await until(() => home.waiting.list().length === 1);
    home.waiting.cancel(home.waiting.list()[0]?.id ?? 0);
    expect(await cloned).toMatchObject(ENDED);
  });

  test('Daypass is not running, or nothing is forwarded: git ends at once and asks for nothing', async () => {
    await home.stopApp();
    expect(await clone()).toMatchObject(ENDED);
    const words = `cd; rm ~/.daypass/git.sock; git clone ${aws.codecommit.url('app')} app`;
    expect(await home.run('ssh', ['-F', bare, 'bare', words])).toMatchObject(ENDED);
  });

  test('what Daypass answers with no is ended, and somebody’s own git credential is left to them', async () => {
    home.signIn('work', keys);
    const wrong = aws.codecommit.url('app').replace('repos', 'repo');
    expect(await far(`git clone ${wrong} app`)).toMatchObject(ENDED);
    await far(`git config --global credential.https://${aws.codecommit.host}.username ann-at-123456789012`);
    const { stderr } = await clone();
    expect(stderr).toContain('could not read Password');
    expect(stderr).not.toContain('Daypass');
  });

  /** A connection that stays until it is cut. */
  async function connected(): Promise<ChildProcess> {
    const child = spawn('ssh', ['-F', config, 'dev', 'echo here; cat'], { stdio: ['pipe', 'pipe', 'ignore'] });
    await once(child.stdout, 'data');
    return child;
  }

  const TAKEN = expect.stringContaining('remote port forwarding failed for listen path');

  test('a connection that was cut does not stand in the way of the next', async () => {
    home.signIn('work', keys);
    (await connected()).kill('SIGKILL');
    expect(await clone()).toMatchObject({ status: 0, stderr: expect.not.stringContaining('failed') });
  });

  test('to an sshd that leaves sockets behind: a second connection uses that of the first, a cut one’s is taken away', async () => {
    await server.stop();
    await startServer([]);
    home.signIn('work', keys);
    const first = await connected();
    expect(await clone()).toMatchObject({ status: 0, stderr: TAKEN });
    first.kill('SIGKILL');
    await far('rm -rf app');
    expect(await clone()).toMatchObject(ENDED);
    const cleared = ['-o', 'ClearAllForwardings=yes', 'dev', 'cd; rm -f .daypass/git.sock'];
    expect(await home.run('ssh', ['-F', config, ...cleared])).toMatchObject({ status: 0, stderr: '' });
    expect(await clone()).toMatchObject({ status: 0, stderr: expect.not.stringContaining('failed') });
  });
});
