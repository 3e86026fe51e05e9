import { beforeEach, describe, expect, test } from 'vitest';
import { FAILURES } from '../../../../electron/core/base/catalogue.ts';
import { FailureError, failure } from '../../../../electron/core/base/failure.ts';
import { found } from '../../../../electron/core/doctor/finding.ts';
import type { DoctorReport, Verdict } from '../../../../electron/core/doctor/report.ts';
import { explain, messagesIn } from '../../../../electron/core/i18n/messages.ts';
import { fill } from '../../../../electron/core/i18n/say.ts';
import type { Language } from '../../../../electron/core/i18n/words.ts';
import { runCommand } from '../../../../electron/core/surfaces/commands/run-command.ts';
import { AppWorld } from '../../../fakes/app-world.ts';
import { FakeCommandApp, NOW } from '../../../fakes/command-app.ts';
import { choiceWith } from '../../samples.ts';

const LANGUAGES: readonly Language[] = ['en', 'zh-TW'];
const evidence = ['login (/home/ann/.netrc)'];
const line = found(failure('git-config.netrc'), { evidence, mend: 'git-lines' });
const ill = (code: 'key.unknown' | 'settings.invalid', profile: string | null) =>
  found(failure(code, { profile: 'work', path: '/p' }), { profile });
const why = failure('doctor.no-answer', { seconds: 10 });
/** One check of each verdict. */
const REPORT: DoctorReport = {
  done: true,
  well: false,
  checks: [
    { name: 'git', verdict: 'good', findings: [], why: null, behind: null },
    { name: 'git-set-up', verdict: 'skipped', findings: [], why: null, behind: 'git' },
    { name: 'git-config', verdict: 'warning', findings: [line], why: null, behind: null },
    { name: 'keychain', verdict: 'unknown', findings: [], why, behind: null },
    { name: 'profiles', verdict: 'error', findings: [ill('key.unknown', 'work-mfa')], why: null, behind: null },
    { name: 'daypass', verdict: 'warning', findings: [ill('settings.invalid', null)], why: null, behind: null },
  ],
};

let app: FakeCommandApp;
beforeEach(() => {
  app = new FakeCommandApp();
});
const shows = (report: DoctorReport) => Object.assign(app.doctor, { examine: async () => report });
const run = (args: readonly string[] = [], language: Language = 'en') =>
  runCommand(app, { command: 'doctor', args, input: '', language, signal: new AbortController().signal });

describe.each(LANGUAGES)('in %s', (language) => {
  const messages = messagesIn(language);
  const { checks } = messages.doctor;
  const colon = language === 'en' ? ': ' : '：';
  const textOf = (code: 'key.unknown' | 'settings.invalid') => explain(ill(code, null).failure, language);

  test('each check is a line with its mark, and what was found stands below it', async () => {
    shows(REPORT);
    const { cause, fix } = messages.failures['git-config.netrc'];
    expect(await run([], language)).toEqual({
      status: 5,
      stderr: '',
      stdout: [
        `✓ ${checks.git}`,
        `– ${checks['git-set-up']}${colon}${fill(messages.doctor.skippedFor, { check: checks.git })}`,
        `! ${checks['git-config']}`,
        `- ${cause}`,
        '    login (/home/ann/.netrc)',
        `    ${fix}`,
        `? ${checks.keychain}${colon}${explain(why, language).cause}`,
        `✕ ${checks.profiles}`,
        `- work-mfa${colon}${textOf('key.unknown').cause}`,
        `    ${textOf('key.unknown').fix}`,
        `! ${checks.daypass}`,
        `- ${textOf('settings.invalid').cause}`,
        `    ${textOf('settings.invalid').fix}`,
        '',
      ].join('\n'),
    });
  });

  test('programs are told the same', async () => {
    shows(REPORT);
    const { status, stdout } = await run(['--json'], language);
    expect(status).toBe(5);
    expect(stdout.endsWith('}\n')).toBe(true);
    expect(stdout).toContain('\n  "well": false,\n');
    expect(JSON.parse(stdout)).toEqual({
      well: false,
      checks: [
        { name: 'git', verdict: 'good', why: null, behind: null, findings: [] },
        { name: 'git-set-up', verdict: 'skipped', why: null, behind: 'git', findings: [] },
        {
          name: 'git-config',
          verdict: 'warning',
          why: null,
          behind: null,
          findings: [
            {
              code: 'git-config.netrc',
              severity: 'warning',
              profile: null,
              evidence,
              mend: 'git-lines',
              ...messages.failures['git-config.netrc'],
            },
          ],
        },
        { name: 'keychain', verdict: 'unknown', why: 'doctor.no-answer', behind: null, findings: [] },
        {
          name: 'profiles',
          verdict: 'error',
          why: null,
          behind: null,
          findings: [
            {
              profile: 'work-mfa',
              code: 'key.unknown',
              severity: 'error',
              evidence: [],
              mend: null,
              ...textOf('key.unknown'),
            },
          ],
        },
        {
          name: 'daypass',
          verdict: 'warning',
          why: null,
          behind: null,
          findings: [
            {
              profile: null,
              code: 'settings.invalid',
              severity: 'warning',
              evidence: [],
              mend: null,
              ...textOf('settings.invalid'),
            },
          ],
        },
      ],
    });
  });

  test('that nothing is in the way is said where all is well, and only there', async () => {
    shows({ done: true, well: true, checks: REPORT.checks.slice(0, 1) });
    expect(await run([], language)).toEqual({
      status: 0,
      stdout: `✓ ${checks.git}\n${messages.doctor.allWell}\n`,
      stderr: '',
    });
    expect((await run(['--json'], language)).status).toBe(0);
  });

  test('a report begins with the version and ends with what happened lately, the newest first', async () => {
    shows({ done: true, well: true, checks: [] });
    expect((await run(['--report'], language)).stdout).toBe(
      `daypass 1.2.3\n${messages.doctor.allWell}\n\n${messages.doctor.happened}\n${messages.doctor.nothingHappened}\n`,
    );
    const thrown = new TypeError('planted');
    thrown.stack = 'TypeError: planted\n    at f (/home/ann/main.js:1:2)\n    at g (/home/ann/main.js:3:4)';
    app.trace.add('ipc signIn', thrown);
    app.trace.add('session', Object.assign(new FailureError('key.unknown'), { stack: '' }));
    const at = new Date(NOW).toISOString();
    expect((await run(['--report'], language)).stdout.split(`${messages.doctor.happened}\n`)[1]).toBe(
      [
        `- ${at} session: key.unknown`,
        `- ${at} ipc signIn: internal.unexpected (TypeError)`,
        '    f (main.js:1:2)',
        '    g (main.js:3:4)',
        '',
      ].join('\n'),
    );
    expect((await run([], language)).stdout).not.toContain(messages.doctor.happened);
  });
});

test('the command line draws the very report that the popover is given', async () => {
  const w = new AppWorld();
  w.add(choiceWith());
  w.sts.gate = async () => {
    throw new FailureError('network.offline', { host: 'sts' });
  };
  await w.signIn().catch(() => {});
  w.git.installed = null;
  w.keychain.locked = true;
  w.keychain.entries = [w.keychain.entry()];
  const surface = {
    openPopover: () => {},
    containerEndpoint: () => expect.fail(),
    version: () => '1.2.3',
    quit: () => {},
  };
  const whole = { ...w.app, ...surface };
  const { signal } = new AbortController();
  const request = { command: 'doctor', args: ['--json'], input: '', language: 'en', signal } as const;
  const drawn = JSON.parse((await runCommand(whole, request)).stdout);
  // What `runDoctor` answers the popover with.
  const report = await w.app.doctor.examine();
  expect(drawn.well).toBe(report.well);
  const codes = report.checks.map(({ why, findings, ...checked }) => ({
    ...checked,
    why: why?.code ?? null,
    findings: findings.map(({ failure: { code } }) => code),
  }));
  const ill = codes.filter(({ verdict }) => verdict !== 'good');
  expect(ill.map(({ name, verdict }) => `${name} ${verdict}`)).toEqual([
    'network error',
    'git error',
    'keychain warning',
    'git-set-up skipped',
    'git-config skipped',
  ]);
  expect(
    drawn.checks.map((checked: { findings: { code: string }[] }) => ({
      ...checked,
      findings: checked.findings.map(({ code }) => code),
    })),
  ).toEqual(codes);
  for (const { findings } of drawn.checks as { findings: { code: keyof typeof FAILURES; severity: string }[] }[]) {
    for (const { code, severity } of findings) expect(severity).toBe(FAILURES[code].severity);
  }
});

test.each<[Verdict, number]>([
  ['good', 0],
  ['warning', 1],
  ['unknown', 1],
  ['error', 5],
])('what is %s at the worst ends with %i', async (verdict, status) => {
  const [checked] = REPORT.checks.filter((one) => one.verdict === verdict);
  shows({ done: true, well: verdict === 'good', checks: checked ? [checked] : [] });
  expect((await run()).status).toBe(status);
});

describe('repairing', () => {
  const { nothingToRepair, mends } = messagesIn('en').doctor;

  test('shows the changes, and asks', async () => {
    shows(REPORT);
    app.mendText = '-\thelper = store\n';
    const reply = await run(['--repair']);
    expect(reply).toMatchObject({ status: 0, ask: 'Make these changes? [y/N]' });
    expect(reply.stdout).toBe(`${mends['git-lines']}\n\n-\thelper = store\n`);
    expect(reply.stderr).toContain('Nothing was changed.');
    expect(app.asked).toEqual([]);
  });

  test('with --yes does it, and looks again', async () => {
    shows(REPORT);
    app.mendText = '-\thelper = store\n';
    const { status, stdout, ask } = await run(['--repair', '--yes']);
    expect([status, ask]).toEqual([5, undefined]);
    expect(stdout).toContain(`-\thelper = store\n\n✓ ${messagesIn('en').doctor.checks.git}\n`);
    expect(app.asked).toEqual(['mend git-lines']);
  });

  test.each([
    ['nothing can be repaired', { ...REPORT, checks: REPORT.checks.slice(0, 1) }, '+x\n'],
    ['it was repaired meanwhile', REPORT, ''],
  ])('says so where %s', async (_, report, text) => {
    shows(report);
    app.mendText = text;
    expect(await run(['--repair', '--yes'])).toEqual({ status: 0, stdout: `${nothingToRepair}\n`, stderr: '' });
    expect(app.asked).toEqual([]);
  });
});

test('of what is only told a terminal is told how much; the report has all of it', async () => {
  const notes = ['own-credential', 'askpass'] as const;
  const findings = [line, ...notes.map((code) => found(failure(`git-config.${code}`)))];
  const checked = { name: 'git-config', verdict: 'warning', findings, why: null, behind: null } as const;
  shows({ done: true, well: false, checks: [checked] });
  const { cause } = explain(failure('git-config.askpass'), 'en');
  const short = (await run()).stdout;
  expect(short).toContain(messagesIn('en').failures['git-config.netrc'].cause);
  expect(short).toContain('\n  Good to know: 2 (--report)\n');
  expect(short).not.toContain(cause);
  expect((await run(['--report'])).stdout).toContain(cause);
  expect((await run(['--report'])).stdout).not.toContain('Good to know');
});
