import { describe, expect, it } from 'vitest';
import { type FailureCode, failure } from '../../../../electron/core/base/failure.ts';
import { explain } from '../../../../electron/core/i18n/messages.ts';
import { AppWorld, KEY_FILE } from '../../../fakes/app-world.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const ARN = 'arn:aws:iam::123456789012:role/deploy';
const totp = (serial: string) => ({ serial, kind: 'totp' as const });
const FIDO = { serial: 'arn:aws:iam::123456789012:u2f/x', kind: 'fido' } as const;
const SESSION = '[session]\naws_access_key_id = ASIA\naws_secret_access_key = s\naws_session_token = t\n';

/** A key in `[work]`, this config file, and a user with one device. */
function worldWith(config: string, credentials = KEY_FILE): AppWorld {
  const w = new AppWorld();
  w.files.texts = { credentials, config };
  w.iam.devices = [totp(SERIAL)];
  return w;
}
const work = (more = '') => worldWith(`[profile work]\nregion = eu-west-1\n${more}`);
const deploy = (more = '') =>
  work(`mfa_serial = ${SERIAL}\n[profile deploy]\nrole_arn = ${ARN}\nsource_profile = work\n${more}`);

const add = (w: AppWorld, ...args: string[]) => w.command('add', ...args);

describe('what is left out', () => {
  it('is found', async () => {
    const w = work();
    expect(await add(w, 'work')).toEqual({
      status: 0,
      stdout: `Profile work-mfa was added, with MFA device ${SERIAL}. Sign in with “daypass sign-in work-mfa”.\n`,
      stderr: '',
    });
    expect(w.app.book.profiles).toMatchObject([
      {
        name: 'work-mfa',
        region: 'eu-west-1',
        way: { is: 'key', source: 'work', serial: SERIAL, durationSeconds: 43_200, role: null },
      },
    ]);
    expect(w.iam.asked).toMatchObject([{ key: { accessKeyId: 'AKIAWORK' }, region: 'eu-west-1' }]);
  });

  it('is taken from the file where it says so', async () => {
    const w = work(`mfa_serial = ${SERIAL}2\nduration_seconds = 3600\n`);
    await add(w, 'work');
    expect(w.app.book.profiles).toMatchObject([
      { way: { serial: `${SERIAL}2`, durationSeconds: 3_600 }, delivery: 'file' },
    ]);
    expect(w.iam.asked).toEqual([]);
  });

  it('gives way to what is said', async () => {
    const w = work(`mfa_serial = ${SERIAL}2\nduration_seconds = 3600\n`);
    const options = ['--name', 'day', '--serial', SERIAL, '--region', 'us-east-1', '--duration', '900'];
    await add(w, 'work', ...options, '--delivery', 'process');
    expect(w.app.book.profiles).toMatchObject([
      {
        name: 'day',
        region: 'us-east-1',
        way: { source: 'work', serial: SERIAL, durationSeconds: 900 },
        delivery: 'process',
      },
    ]);
  });

  it('gives way to what is said also where the file is wrong', async () => {
    const w = worldWith('[profile work]\nregion = moon\nmfa_serial = x\nduration_seconds = 1\n');
    await add(w, 'work', '--serial', SERIAL, '--region', 'us-east-1', '--duration', '900');
    expect(w.app.book.profiles).toMatchObject([{ way: { serial: SERIAL, durationSeconds: 900 }, region: 'us-east-1' }]);
  });

  it('is a role in a section that holds the key as well', async () => {
    const w = work(`mfa_serial = ${SERIAL}\nrole_arn = ${ARN}\nduration_seconds = 43200\n`);
    await add(w, 'work');
    expect(w.app.book.profiles).toMatchObject([
      {
        way: {
          source: 'work',
          durationSeconds: 43_200,
          role: { arn: ARN, sessionName: 'daypass', externalId: null },
        },
      },
    ]);
  });

  it('is a duration that is said, to the last second', async () => {
    for (const seconds of ['900', '129600']) {
      const w = work();
      expect((await add(w, 'work', '--duration', seconds)).status).toBe(0);
      expect(w.app.book.profiles).toMatchObject([{ way: { durationSeconds: Number(seconds) } }]);
    }
  });

  it('is a role with the key, the region and the device of another section, and all that is said of it', async () => {
    const w = deploy('external_id = shared\nrole_session_name = ann\n');
    expect((await add(w, 'deploy')).status).toBe(0);
    expect(w.app.book.profiles).toMatchObject([
      {
        name: 'deploy-mfa',
        region: 'eu-west-1',
        way: {
          source: 'work',
          serial: SERIAL,
          durationSeconds: 3_600,
          role: { arn: ARN, sessionName: 'ann', externalId: 'shared' },
        },
      },
    ]);
    expect(w.iam.asked).toEqual([]);
  });

  it('is the session of another profile of Daypass that a role names', async () => {
    const w = work(`mfa_serial = ${SERIAL}\n[profile deploy]\nrole_arn = ${ARN}\nsource_profile = work-mfa\n`);
    await add(w, 'work');
    expect((await add(w, 'deploy')).status).toBe(0);
    expect(w.app.book.profiles).toMatchObject([
      { id: 'p1' },
      { name: 'deploy-mfa', way: { is: 'session', parent: 'p1', arn: ARN } },
    ]);
  });

  it('is a name that fits, where the source’s own does not', async () => {
    const w = worldWith('[profile my work]\nregion = eu-west-1\n', KEY_FILE.replace('work', 'my work'));
    expect((await add(w, 'my work')).stdout).toContain('Profile my-work-mfa was added');
  });
});

describe('what cannot be found is said', () => {
  const both = '/home/ann/.aws/credentials or /home/ann/.aws/config';
  it.each<[string, AppWorld, string[], number, string]>([
    ['no such section', work(), ['nope'], 1, `There is no profile nope in ${both}.`],
    ['no key', worldWith('[profile a]\nregion = x\n'), ['a'], 1, 'Profile a has no long-term access key.'],
    [
      'a session',
      worldWith('', SESSION),
      ['session'],
      1,
      'Profile session holds a session, which can’t create another one.',
    ],
    ['no region', worldWith(''), ['work'], 1, 'Profile work has no region.'],
    ['bad region', work(), ['work', '--region', 'moon'], 2, '“moon” isn’t a region.'],
    [
      'bad region in the file',
      worldWith('[profile work]\nregion = a b\n'),
      ['work'],
      1,
      'region of profile work isn’t valid: a b',
    ],
    ['bad device in the file', work('mfa_serial = x\n'), ['work'], 1, 'mfa_serial of profile work isn’t valid: x'],
    [
      'bad duration in the file',
      work('duration_seconds = 1\n'),
      ['work'],
      1,
      'duration_seconds of profile work isn’t valid: 1',
    ],
    ['bad name', work(), ['work', '--name', 'a b'], 1, '“a b” isn’t a valid profile name.'],
    ['an option as name', work(), ['work', '--name=-x'], 1, '“-x” isn’t a valid profile name.'],
    ['bad serial', work(), ['work', '--serial', 'x'], 1, 'This isn’t the ARN of an MFA device.'],
    ['short', work(), ['work', '--duration', '899'], 2, '“899” isn’t a valid duration. Use 900 to 129600 seconds.'],
    ['no number', work(), ['work', '--duration', '12h'], 2, '“12h” isn’t a valid duration'],
    ['long', work(), ['work', '--duration', '129601'], 2, '“129601” isn’t a valid duration'],
    ['something after', work(), ['work', '--duration', '3600s'], 2, '“3600s” isn’t a valid duration'],
    ['something before', work(), ['work', '--duration', 'x3600'], 2, '“x3600” isn’t a valid duration'],
    [
      'longer than a role allows',
      deploy(),
      ['deploy', '--duration', '43201'],
      2,
      '“43201” isn’t a valid duration. Use 900 to 43200 seconds.',
    ],
    ['hex', work(), ['work', '--duration', '0xfff'], 2, '“0xfff” isn’t a valid duration'],
    [
      'no way to give it',
      work(),
      ['work', '--delivery', 'mail'],
      2,
      '“mail” isn’t a valid delivery. Use “file” or “process”.',
    ],
  ])('%s', async (_, w, args, status, cause) => {
    const reply = await add(w, ...args);
    expect(reply.status).toBe(status);
    expect(reply.stderr).toContain(`daypass: ${cause}`);
    expect(reply.stderr).not.toMatch(/\{\w+\}/);
    expect(w.app.book.profiles).toEqual([]);
  });

  it('a name that cannot be had, with one that can', async () => {
    expect((await add(work(), 'work', '--name', 'a b')).stderr).toContain('such as “a-b”.');
  });

  it('a duration that is wrong, with how it is used', async () => {
    const { stderr } = await add(work(), 'work', '--duration', 'x');
    expect(stderr).toContain('\ndaypass: Usage: daypass add [SOURCE | --browser] [--csv FILE');
  });

  it('a region that is wrong or missing, with how to give it', async () => {
    for (const [w, ...args] of [[worldWith('')], [work(), '--region', 'x']] as const) {
      expect((await add(w, 'work', ...args)).stderr).toContain('\ndaypass: Set it with --region, such as');
    }
  });

  it.each([
    ['no device at all', [], 'device.none'],
    ['a device that makes no code', [FIDO], 'device.fido-only'],
  ] as const)('%s', async (_, devices, code) => {
    const w = work();
    w.iam.devices = devices;
    const { cause } = explain(failure(code), 'en');
    expect(await add(w, 'work')).toMatchObject({ status: 1, stderr: expect.stringContaining(`daypass: ${cause}`) });
  });

  it('several devices', async () => {
    const w = work();
    w.iam.devices = [totp(SERIAL), totp(`${SERIAL}2`), FIDO];
    const { status, stderr } = await add(w, 'work');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `daypass: This user has several MFA devices: ${SERIAL}, ${SERIAL}2.\ndaypass: Choose one with --serial.\n`,
    );
  });

  it('a device that makes no code is passed over', async () => {
    const w = work();
    w.iam.devices = [FIDO, totp(SERIAL)];
    expect((await add(w, 'work')).status).toBe(0);
  });

  it('the list of devices is denied', async () => {
    const w = work();
    w.iam.refusal = { code: 'device.list-denied' satisfies FailureCode, params: {} };
    expect((await add(w, 'work')).stderr).toContain('This user may not list MFA devices.');
  });

  it('the same a second time', async () => {
    const w = work();
    await add(w, 'work');
    expect((await add(w, 'work')).stderr).toContain('Profile work-mfa already exists.');
  });

  it('a profile that Daypass itself writes, signed in or not', async () => {
    const w = work();
    await add(w, 'work');
    expect((await add(w, 'work-mfa')).stderr).toContain('Daypass itself writes profile work-mfa.');
    await w.signIn();
    expect((await add(w, 'work-mfa')).stderr).toContain('Daypass itself writes profile work-mfa.');
  });
});

describe('a profile that signs in with the browser', () => {
  const browser = ['--browser', '--name', 'passkey', '--region', 'eu-west-1'];

  it('takes a name and a region, and asks nobody for a key', async () => {
    const w = worldWith('', '');
    expect(await add(w, ...browser)).toMatchObject({
      status: 0,
      stdout: 'Profile passkey was added. Sign in with “daypass sign-in passkey”.\n',
    });
    expect(w.app.book.profiles).toMatchObject([
      { name: 'passkey', region: 'eu-west-1', delivery: 'process', way: { is: 'browser' } },
    ]);
    expect([w.iam.asked, w.sts.actions]).toEqual([[], []]);
  });

  it.each<[string[], FailureCode]>([
    [['--browser', '--name', '[x]', '--region', 'eu-west-1'], 'profile.name-invalid'],
    [[...browser, '--delivery', 'file'], 'profile.short-lived'],
  ])('%j is refused', async (args, code) => {
    const w = worldWith('', '');
    const { status, stderr } = await add(w, ...args);
    expect([status, w.app.book.profiles]).toEqual([1, []]);
    expect(stderr).toContain(explain(failure(code, { name: '[x]', fitting: 'x' }), 'en').cause.slice(0, 20));
  });

  it.each([
    [['--browser', '--name', 'passkey']],
    [['work', ...browser]],
    [[]],
    [['--browser', ...browser, '--delivery', 'x']],
  ])('%j is no use of it', async (args) => {
    const w = worldWith('', '');
    expect((await add(w, ...args)).status).not.toBe(0);
    expect(w.app.book.profiles).toEqual([]);
  });
});
