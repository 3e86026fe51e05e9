import { describe, expect, it } from 'vitest';
import { failure } from '../../../../electron/core/base/failure.ts';
import { explain } from '../../../../electron/core/i18n/messages.ts';
import type { Source } from '../../../../electron/core/sources/sources.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { FakeCommandApp } from '../../../fakes/command-app.ts';

const source = (more: Partial<Source> = {}): Source => ({
  name: 'work',
  usable: true,
  region: 'eu-west-1',
  serial: null,
  durationSeconds: null,
  role: null,
  ...more,
});
const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const totp = (serial: string) => ({ serial, kind: 'totp' as const });

function appWith(...sources: Source[]): FakeCommandApp {
  const app = new FakeCommandApp();
  app.profiles = [];
  app.found = sources;
  app.devices = [totp(SERIAL)];
  return app;
}

const add = (app: FakeCommandApp, ...args: string[]) =>
  runCommand(app, { command: 'add', args, input: '', language: 'en', signal: new AbortController().signal });

describe('what is left out', () => {
  it('is found', async () => {
    const app = appWith(source());
    expect(await add(app, 'work')).toEqual({
      status: 0,
      stdout: `Profile work-mfa was added, with device ${SERIAL}. “daypass sign-in work-mfa” signs in.\n`,
      stderr: '',
    });
    expect(app.profiles).toMatchObject([
      { name: 'work-mfa', source: 'work', region: 'eu-west-1', serial: SERIAL, durationSeconds: 43_200, role: null },
    ]);
    expect(app.asked).toEqual(['findDevices work eu-west-1']);
  });

  it('is taken from the file where it says so', async () => {
    const app = appWith(source({ serial: `${SERIAL}2`, durationSeconds: 3_600 }));
    await add(app, 'work');
    expect(app.profiles).toMatchObject([{ serial: `${SERIAL}2`, durationSeconds: 3_600 }]);
    expect(app.asked).toEqual([]);
  });

  it('gives way to what is said', async () => {
    const app = appWith(source({ serial: `${SERIAL}2`, durationSeconds: 3_600 }));
    await add(app, 'work', '--name', 'day', '--serial', SERIAL, '--region', 'us-east-1', '--duration', '900');
    expect(app.profiles).toMatchObject([
      { name: 'day', serial: SERIAL, region: 'us-east-1', durationSeconds: 900, source: 'work' },
    ]);
  });

  it.each([
    ['is brought within what AWS takes', '1', 900],
    ['is brought within what AWS takes', '200000', 129_600],
    ['may be the shortest', '900', 900],
    ['may be the longest', '129600', 129_600],
  ])('the duration in the file %s: %s', async (_, seconds, taken) => {
    const app = appWith(source({ durationSeconds: Number(seconds) }));
    await add(app, 'work');
    expect(app.profiles).toMatchObject([{ durationSeconds: taken }]);
  });

  it('is a role in a section that holds the key as well', async () => {
    const role = { arn: 'arn:aws:iam::123456789012:role/deploy', source: 'other' };
    const app = appWith(source({ role, durationSeconds: 50_000 }), source({ name: 'other' }));
    await add(app, 'work');
    expect(app.profiles).toMatchObject([
      {
        source: 'work',
        durationSeconds: 43_200,
        role: { arn: role.arn, sessionName: 'daypass', externalId: null, through: null },
      },
    ]);
    expect(app.asked).toEqual(['findDevices work eu-west-1']);
  });

  it('is a duration that is said, to the last second', async () => {
    for (const seconds of ['900', '129600']) {
      const app = appWith(source());
      expect((await add(app, 'work', '--duration', seconds)).status).toBe(0);
      expect(app.profiles).toMatchObject([{ durationSeconds: Number(seconds) }]);
    }
  });

  it('is a role with the key of another section', async () => {
    const role = { arn: 'arn:aws:iam::123456789012:role/deploy', source: 'work' };
    const app = appWith(source(), source({ name: 'deploy', usable: false, role }));
    expect((await add(app, 'deploy')).status).toBe(0);
    expect(app.profiles).toMatchObject([
      { name: 'deploy-mfa', source: 'work', durationSeconds: 3_600, role: { arn: role.arn, through: null } },
    ]);
  });
});

describe('what cannot be found is said', () => {
  it.each<[string, Source[], string[], number, string]>([
    ['no such section', [source()], ['nope'], 1, 'Profile nope holds no long-term access key.'],
    ['no key', [source({ usable: false })], ['work'], 1, 'Profile work holds no long-term access key.'],
    ['no region', [source({ region: null })], ['work'], 1, 'Profile work names no region.'],
    ['bad region', [source()], ['work', '--region', 'moon'], 2, '“moon” is not a region.'],
    ['bad region in the file', [source({ region: 'a b' })], ['work'], 2, '“a b” is not a region.'],
    ['bad name', [source()], ['work', '--name', 'a b'], 1, '“a b” cannot be the name of a profile.'],
    ['bad serial', [source()], ['work', '--serial', 'x'], 1, 'This is not the ARN of an MFA device.'],
    ['short', [source()], ['work', '--duration', '899'], 2, '“899” is not a duration: between 900 and 129600 seconds.'],
    ['no number', [source()], ['work', '--duration', '12h'], 2, '“12h” is not a duration'],
    ['long', [source()], ['work', '--duration', '129601'], 2, '“129601” is not a duration'],
    ['something after', [source()], ['work', '--duration', '3600s'], 2, '“3600s” is not a duration'],
    ['something before', [source()], ['work', '--duration', 'x3600'], 2, '“x3600” is not a duration'],
    [
      'longer than a role allows',
      [source({ role: { arn: 'arn:aws:iam::123456789012:role/deploy', source: 'work' } })],
      ['work', '--duration', '43201'],
      2,
      '“43201” is not a duration: between 900 and 43200 seconds.',
    ],
    ['hex', [source()], ['work', '--duration', '0xfff'], 2, '“0xfff” is not a duration'],
  ])('%s', async (_, sources, args, status, cause) => {
    const app = appWith(...sources);
    const reply = await add(app, ...args);
    expect(reply.status).toBe(status);
    expect(reply.stderr).toContain(`daypass: ${cause}`);
    expect(app.profiles).toEqual([]);
  });

  it('a duration that is wrong, with how it is used', async () => {
    const { stderr } = await add(appWith(source()), 'work', '--duration', 'x');
    expect(stderr).toContain('\ndaypass: Usage: daypass add SOURCE [--name NAME] ');
  });

  it('a region that is wrong or missing, with how to give it', async () => {
    for (const [app, ...args] of [[appWith(source({ region: null }))], [appWith(source()), '--region', 'x']] as const) {
      expect((await add(app, 'work', ...args)).stderr).toContain('\ndaypass: Give it with --region, as in');
    }
  });

  it.each([
    ['no device at all', [], 'device.none'],
    [
      'a device that makes no code',
      [{ serial: 'arn:aws:iam::123456789012:u2f/x', kind: 'fido' as const }],
      'device.fido-only',
    ],
  ] as const)('%s', async (_, devices, code) => {
    const app = appWith(source());
    app.devices = [...devices];
    const { cause } = explain(failure(code), 'en');
    expect(await add(app, 'work')).toMatchObject({ status: 1, stderr: expect.stringContaining(`daypass: ${cause}`) });
  });

  it('several devices', async () => {
    const app = appWith(source());
    app.devices = [totp(SERIAL), totp(`${SERIAL}2`), { serial: 'arn:aws:iam::123456789012:u2f/x', kind: 'fido' }];
    const { status, stderr } = await add(app, 'work');
    expect(status).toBe(1);
    expect(stderr).toBe(
      `daypass: This user has several MFA devices: ${SERIAL}, ${SERIAL}2.\ndaypass: Say which one with --serial.\n`,
    );
  });

  it('a device that makes no code is passed over', async () => {
    const app = appWith(source());
    app.devices = [{ serial: 'arn:aws:iam::123456789012:u2f/x', kind: 'fido' }, totp(SERIAL)];
    expect((await add(app, 'work')).status).toBe(0);
  });

  it('the list of devices is denied', async () => {
    const app = appWith(source());
    app.devices = failure('device.list-denied');
    expect((await add(app, 'work')).stderr).toContain('This user may not list MFA devices.');
  });

  it('the name is taken', async () => {
    const app = appWith(source());
    app.rejects = failure('profile.name-taken', { name: 'work-mfa' });
    expect((await add(app, 'work')).stderr).toContain('A profile work-mfa exists already.');
  });
});
