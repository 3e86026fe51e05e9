// A ~/.gitconfig in another home, as dev containers and dotfiles have it. What is set there is what assets/docs/dev-containers.md says.
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Aws } from '../aws/aws.ts';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { GitHome, profile } from './git-home.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '../../assets/docs', name), 'utf8');
const HELPER = 'echo password=kept; echo username=theirs; :';

let stand: SignedIn;
let aws: Aws;
/** One's own computer, and where the file is copied to. */
let home: GitHome;
let elsewhere: GitHome;

beforeAll(async () => {
  stand = await startSignedIn();
  aws = stand.aws;
  await aws.addRepository('app');
});
afterAll(() => stand.stop());

beforeEach(async () => {
  [home, elsewhere] = [new GitHome(), new GitHome()];
  home.profiles = [profile('work', aws.codecommit.region)];
  await home.startApp();
  home.signIn('work', stand.keys);
  await home.leadTo(aws);
  await home.setup().apply('set-up');
  elsewhere.write('.gitconfig', home.read('.gitconfig') ?? '');
});
afterEach(() => Promise.all([home.remove(), elsewhere.remove()]));

const clone = () => elsewhere.git(['clone', aws.codecommit.url('app'), 'clone']);

test('without Daypass and helpers git asks the person, as it would have', async () => {
  expect((await clone()).stderr).toContain('could not read Username');
});

test('a helper that is there is asked, and told no more than it would have been', async () => {
  await elsewhere.git(['config', '--global', 'credential.helper', `!cat >"$HOME/asked"; ${HELPER}`]);
  await clone();
  expect(elsewhere.read('asked')).toContain(`host=${aws.codecommit.host}\n`);
  expect(elsewhere.read('asked')).not.toContain('path=');
});

test('VS Code’s helper, which asks the git of one’s own computer', async () => {
  const asks = `!f() { test "$1" = get && HOME='${home.home}' git credential fill; }; f`;
  await elsewhere.git(['config', '--global', 'credential.helper', asks]);
  const [, words = ''] = /"postCreateCommand": "(.*)"/.exec(page('dev-containers.md')) ?? [];
  expect(await elsewhere.run('sh', ['-c', words])).toMatchObject({ status: 0, stderr: '' });
  expect(await clone()).toMatchObject({ status: 0 });
  expect(home.uses).toMatchObject([{ outcome: 'answered', what: 'app' }]);
});

test('the socket alone, set up as a remote machine', async () => {
  const [, words = ''] = /```sh\n(.*?)```/s.exec(page('ssh.md')) ?? [];
  expect(await elsewhere.run('sh', ['-c', words])).toMatchObject({ status: 0, stderr: '' });
  symlinkSync(home.socketPath, elsewhere.socketPath);
  expect(await clone()).toMatchObject({ status: 0 });
  expect(home.uses).toMatchObject([{ outcome: 'answered', what: 'app' }]);
});
