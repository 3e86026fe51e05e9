// A remote machine where git is all there is: it asks the Daypass of one's own computer through SSH's RemoteForward. What
// is run there is what assets/docs/ssh.md says.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Aws, startAws } from '../aws/aws.ts';
import { SshServer, sshMissing } from '../world/ssh-server.ts';
import { GitHome, profile, type Ran, until } from './git-home.ts';

const PAGE = readFileSync(join(import.meta.dirname, '../../assets/docs/ssh.md'), 'utf8');
const [, SET_UP = ''] = /```sh\n(.*?)```/s.exec(PAGE) ?? [];
const missing = sshMissing();

describe.skipIf(missing !== null)(missing ?? 'over SSH', () => {
  const stand = new GitHome();
  let aws: Aws;
  let keys: { accessKeyId: string; secretAccessKey: string; sessionToken: string };
  let home: GitHome;
  let server: SshServer;
  let config: string;

  beforeAll(async () => {
    aws = await startAws({ folder: stand.path('aws') });
    await aws.addRepository('app');
    const { accessKeyId, secretAccessKey, serial } = aws.user;
    const credentials = { accessKeyId, secretAccessKey };
    const sts = new STSClient({ region: aws.codecommit.region, endpoint: aws.url, credentials });
    const TokenCode = await aws.freshCode();
    const { Credentials } = await sts.send(new GetSessionTokenCommand({ SerialNumber: serial, TokenCode }));
    keys = {
      accessKeyId: Credentials?.AccessKeyId ?? '',
      secretAccessKey: Credentials?.SecretAccessKey ?? '',
      sessionToken: Credentials?.SessionToken ?? '',
    };
  });
  afterAll(async () => {
    await aws.close();
    await stand.remove();
  });

  beforeEach(async () => {
    home = new GitHome();
    home.profiles = [profile('work', aws.codecommit.region)];
    await home.startSocket();
    server = await SshServer.start({ folder: home.path('ssh') });
    config = server.config('dev', [`RemoteForward ${server.home}/.daypass/git.sock ${home.socketPath}`]);
    const bare = server.config('bare', []);
    const route = aws.codecommit.gitConfig().map((setting) => {
      const at = setting.indexOf('=');
      return `git config --global '${setting.slice(0, at)}' '${setting.slice(at + 1)}'`;
    });
    const people = 'git config --global user.name u; git config --global user.email u@example.com';
    for (const words of [...route, people, SET_UP, SET_UP]) {
      expect(await home.run('ssh', ['-F', bare, 'bare', words])).toMatchObject({ status: 0, stderr: '' });
    }
  });
  afterEach(async () => {
    await server.stop();
    await home.remove();
  });

  /** In the home of the far side, with the connection as the page says it. */
  const far = (words: string): Promise<Ran> => home.run('ssh', ['-F', config, 'dev', `cd; ${words}`]);
  const clone = (before = '') => far(`${before} git clone ${aws.codecommit.url('app')} app`);

  test('there is nothing of Daypass there, and nobody else may use the socket', async () => {
    expect(await far('command -v daypass; ls -A ~/.daypass; stat -c %a ~/.daypass ~/.daypass/git.sock')).toMatchObject({
      stdout: 'git.sock\n700\n600\n',
    });
  });

  test('clone, push and pull; no secret stays there', async () => {
    home.signIn('work', keys);
    expect(await clone()).toMatchObject({ status: 0 });
    const push = 'cd app && date > file && git add . && git commit -qm change && git push origin HEAD && git pull';
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

  test('a git that is ended there waits no longer here', async () => {
    const cloned = clone('timeout -s INT 1');
    await until(() => home.waiting.list().length === 1);
    await cloned;
    await until(() => home.waiting.list().length === 0);
  });

  test('a wait that is stopped here ends git there', async () => {
    const cloned = clone();
    await until(() => home.waiting.list().length === 1);
    home.waiting.cancel(home.waiting.list()[0]?.id ?? 0);
    const { status, stderr } = await cloned;
    expect(status).toBe(128);
    console.log(stderr);
  });

  test('Daypass is not running, or the connection forwards nothing: git ends at once and asks for nothing', async () => {
    await home.stopApp();
    const one = await clone();
    console.log(one);
    const bare = await home.run('ssh', [
      '-F',
      server.config('bare', []),
      'bare',
      `cd; rm -f ~/.daypass/git.sock; git clone ${aws.codecommit.url('app')} app`,
    ]);
    console.log(bare);
  });

  test('a second connection while the first is there, and one after the first was cut', async () => {
    home.signIn('work', keys);
    const first = home.start('ssh', ['-F', config, 'dev', 'cat; sleep 1000'], '');
    await until(() => existsSync(join(server.home, '.daypass/git.sock')));
    console.log('second', await far('echo second; ls -la ~/.daypass'));
    console.log(await clone());
    first.kill('SIGTERM');
    await new Promise((r) => setTimeout(r, 500));
    console.log('third', await far('rm -rf app; echo third; ls -la ~/.daypass'));
    console.log(await clone());
    const cut = home.start('ssh', ['-F', config, 'dev', 'cat; sleep 1000'], '');
    await new Promise((r) => setTimeout(r, 500));
    cut.kill('SIGKILL');
    await new Promise((r) => setTimeout(r, 500));
    console.log('fourth', await far('rm -rf app; echo fourth; ls -la ~/.daypass'));
    console.log(await clone());
  });
});
