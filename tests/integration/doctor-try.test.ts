// "Try it": each hop of a push with the real git, the person's own configuration and AWS's stand-in, and what is said of it.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SignedIn, startSignedIn } from '../aws/signed-in.ts';
import { DoctorHome } from './doctor-home.ts';

let stand: SignedIn;
let doctor: DoctorHome;
let profile: string;

beforeAll(async () => {
  stand = await startSignedIn();
  await stand.aws.addRepository('hello');
  await stand.aws.addRepository('theirs', stand.aws.codecommit.region, '210987654321');
});
afterAll(() => stand.stop());
beforeEach(async () => {
  stand.aws.resetDevice();
  doctor = await DoctorHome.start(stand.aws);
  profile = doctor.addProfile();
});
afterEach(() => doctor.stop());

/** What is printed has no secret in it, whatever happened. */
async function tried(...args: readonly string[]) {
  const { status, stdout, stderr } = await doctor.daypass('try', ...args);
  const { secretAccessKey, accessKeyId } = stand.aws.user;
  const session = doctor.app.sessions.sessionOf(profile)?.credentials.reveal();
  for (const secret of [secretAccessKey, accessKeyId, ...Object.values(session ?? {})]) {
    expect(`${stdout}${stderr}`).not.toContain(secret);
  }
  return {
    status,
    stdout,
    marks: stdout
      .split('\n')
      .flatMap((line) => /^[✓!✕?–]/u.exec(line)?.[0] ?? [])
      .join(''),
  };
}
const account = () => stand.aws.user.accountId;

test('all is well: every hop says what was seen, and the exit status is 0', async () => {
  await doctor.signIn(profile);
  await doctor.mend('git-set-up');
  const { status, stdout, marks } = await tried('hello');
  expect([status, marks]).toEqual([0, '✓✓✓✓✓✓']);
  expect(stdout).toContain(`    arn = ${stand.aws.user.arn}\n`);
  expect(stdout).toContain('aws:MultiFactorAuthPresent = true');
  expect(stdout).toContain('✓ git asks Daypass\n    profile = work-mfa\n');
  expect(stdout).toContain(`✓ CodeCommit answers\n    repository = ${stand.aws.codecommit.host}/hello\n    refs = 0\n`);
  expect(doctor.app.view().trial).toMatchObject({ running: false, repository: `${stand.aws.codecommit.host}/hello` });
  // Without a name it is the one that git asked for last.
  expect((await tried()).stdout).toContain('/hello\n    refs = 0');
  for (const url of [stand.aws.codecommit.url('hello'), `codecommit::eu-west-1://hello`, 'codecommit://work@hello']) {
    expect(await tried(url)).toMatchObject({ status: 0 });
  }
});

test('signed out: nothing waits, no window opens, and what follows is passed over', async () => {
  await doctor.mend('git-set-up');
  const { status, stdout, marks } = await tried('hello');
  expect([status, marks]).toEqual([1, '✓✓✕–––']);
  expect(stdout).toContain('Profile work-mfa isn’t signed in.');
  expect(doctor.app.view().waiting).toEqual([]);
});

test('without a repository only AWS is asked', async () => {
  await doctor.signIn(profile);
  expect(await tried()).toMatchObject({ status: 0, marks: '✓✓✓✓' });
});

test('git is not set up, and an askpass would ask: it is said that git did not ask Daypass, and nobody is asked', async () => {
  await doctor.signIn(profile);
  doctor.home.write('askpass', `#!/bin/sh\necho asked >>'${doctor.home.path('asked')}'\n`, 0o755);
  await doctor.home.git(['config', '--global', 'core.askPass', doctor.home.path('askpass')]);
  const { status, stdout, marks } = await tried('hello');
  expect([status, marks]).toEqual([1, '✓✓✓✓✕–']);
  expect(stdout).toContain('git didn’t ask Daypass for hello');
  expect(doctor.home.read('asked')).toBeNull();
  await doctor.mend('git-set-up');
  expect(await tried('hello')).toMatchObject({ status: 0 });
});

test('a stored password answers in Daypass’s place: 403, and the line that keeps it is named', async () => {
  await doctor.signIn(profile);
  await doctor.home.git(['config', '--global', 'credential.helper', 'store']);
  const { host } = stand.aws.codecommit;
  doctor.home.write(
    '.git-credentials',
    `https://ASIAAAAAAAAAAAAAAAA1%25planted-token:20200101T000000Z00@${host}\n`,
    0o600,
  );
  const { status, stdout, marks } = await tried('hello');
  expect([status, marks]).toEqual([1, '✓✓✓✓✕✕']);
  expect(stdout).toMatch(
    /✕ git asks Daypass\n.*git didn’t ask Daypass.*\n {4}- credential\.helper = store \(.+\/\.gitconfig:\d+\)/,
  );
  expect(stdout).toContain('CodeCommit answered 403 for hello');
  await doctor.mend('git-set-up', 'stale-entries');
  expect(await tried('hello')).toMatchObject({ status: 0 });
});

test('a user in the URL: git sends it and asks nobody', async () => {
  await doctor.signIn(profile);
  await doctor.mend('git-set-up');
  const { stdout, marks } = await tried(stand.aws.codecommit.url('hello').replace('https://', 'https://me:planted@'));
  expect(marks).toBe('✓✓✓✓✕✕');
  expect(stdout).toContain('    - me@\n');
  expect(stdout).not.toContain('planted');
});

describe('CodeCommit says no', () => {
  beforeEach(async () => {
    await doctor.signIn(profile);
    await doctor.mend('git-set-up');
  });

  test('404: who answered, of which account and region', async () => {
    const { status, stdout, marks } = await tried('nowhere');
    expect([status, marks]).toEqual([1, '✓✓✓✓✓✕']);
    expect(stdout).toContain(
      `There is no repository nowhere in account ${account()}, region eu-west-1. The profile was work-mfa.`,
    );
  });

  test('of another account: with the profile that is meant, this once, and then for good', async () => {
    const other = stand.aws.addUser({ name: `eve-${Date.now()}`, accountId: '210987654321' });
    const lines = `\n[eve]\naws_access_key_id = ${other.accessKeyId}\naws_secret_access_key = ${other.secretAccessKey}\n`;
    doctor.home.write('.aws/credentials', (doctor.home.read('.aws/credentials') ?? '') + lines, 0o600);
    const eve = doctor.addProfile({ name: 'eve-mfa', source: 'eve', serial: other.serial });
    await doctor.signIn(eve, await stand.aws.freshCode(other));
    expect((await tried('theirs')).stdout).toContain('Several profiles could be used for theirs');

    const mine = await tried('--profile', 'work-mfa', 'theirs');
    expect(mine.stdout).toContain(`There is no repository theirs in account ${account()}`);
    const hers = await tried('--profile', 'eve-mfa', 'theirs');
    expect(hers).toMatchObject({ status: 0, marks: '✓✓✓✓✓✓' });
    expect(hers.stdout).toContain('✓ git asks Daypass\n    profile = eve-mfa\n');

    // What choosing it on the screen does.
    doctor.app.repositories.set(`${stand.aws.codecommit.host}/theirs`, eve);
    expect(await tried('theirs')).toMatchObject({ status: 0 });
    expect(await doctor.lsRemote(stand.aws.codecommit.url('theirs'))).toMatchObject({ status: 0 });
  });

  test('403: a role that may not, with what AWS says of it', async () => {
    const role = stand.aws.addRole({
      name: `blind-${Date.now()}`,
      maxSessionDuration: 3_600,
      requireMfa: true,
      policy: [{ Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] }],
    });
    const blind = doctor.addProfile({
      name: 'blind',
      durationSeconds: 3_600,
      role: { arn: role.arn, sessionName: 'ada', externalId: null },
    });
    await doctor.signIn(blind);
    const { stdout, marks } = await tried('--profile', 'blind', 'hello');
    expect(marks).toBe('✓✓✓✓✓✕');
    expect(stdout).toContain(`403 for hello. The profile was blind (account ${account()}, region eu-west-1)`);
    expect(stdout).toContain('aws:MultiFactorAuthPresent = false');
  });

  test('too much is asked: a pause', async () => {
    stand.aws.faults.codecommit429 = true;
    const { stdout } = await tried('hello');
    stand.aws.faults.codecommit429 = false;
    expect(stdout).toContain('AWS is getting too many requests.');
  });
});

test('the key’s device is another: the user’s are named before a code is spent', async () => {
  const serial = `${stand.aws.user.serial}-old`;
  doctor.addProfile({ name: 'old-mfa', serial });
  const { stdout, marks } = await tried('--profile', 'old-mfa');
  expect(marks).toBe('✓✕✕–');
  expect(stdout).toContain(`${serial} isn’t this user’s MFA device`);
  expect(stdout).toContain(`The user has: ${stand.aws.user.serial}`);
});

test('only a security key: it makes no code', async () => {
  const fay = stand.aws.addUser({ name: `fay-${Date.now()}` });
  stand.aws.addDevice(fay, 'yubi', 'fido');
  stand.aws.removeDevice(fay);
  doctor.writeKey(fay);
  const { stdout, marks } = await tried();
  expect(marks).toBe('✓✕✕–');
  expect(stdout).toContain('This user only has security keys');
});

test('a key that AWS does not know does not end the session that lives', async () => {
  await doctor.signIn(profile);
  doctor.writeKey({ ...stand.aws.user, secretAccessKey: 'x'.repeat(40) });
  const { status, stdout, marks } = await tried();
  expect([status, marks]).toEqual([1, '✕✕✓✓']);
  expect(stdout).toContain('The secret access key doesn’t match');
});

test('what is no repository of CodeCommit is said to be none', async () => {
  for (const text of ['https://github.com/a/b', 'ssh://git-codecommit.eu-west-1.amazonaws.com/v1/repos/hello', 'a b']) {
    expect((await tried(text)).stdout).toContain('isn’t a CodeCommit repository over https');
  }
});
