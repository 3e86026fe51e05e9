import { FAILURES } from '../../base/failure.ts';
import type { Happening } from '../../base/trace.ts';
import type { Checked, DoctorReport, Verdict } from '../../doctor/report.ts';
import { explain } from '../../i18n/messages.ts';
import { findingText } from './finding-text.ts';
import type { Call, Command } from './request.ts';

export const MARKS: Record<Verdict, string> = { good: '✓', warning: '!', error: '✕', unknown: '?', skipped: '–' };

/** The check-up: every check with its mark, and what was found. Exits 1 unless all is well. */
export const doctor: Command = {
  usage: '[--json | --report]',
  shape: { words: [0, 0], flags: ['json', 'report'] },
  async run(call) {
    const { app, args, messages } = call;
    const report = await app.doctor.examine();
    const status = report.well ? 0 : 1;
    if (args.flag('json')) return { status, stdout: `${JSON.stringify(reportJson(call, report), null, 2)}\n` };
    const lines = report.checks.flatMap((checked) => checkedLines(call, checked));
    const trace = args.flag('report')
      ? ['', messages.doctor.happened, ...happenedLines(app.trace.list, messages.doctor.nothingHappened)]
      : [];
    const version = args.flag('report') ? [`daypass ${app.version()}`] : [];
    const end = report.well ? [messages.doctor.allWell] : [];
    return { status, stdout: `${[...version, ...lines, ...end, ...trace].join('\n')}\n` };
  },
};

function checkedLines({ messages, language }: Call, { name, verdict, findings, why }: Checked): readonly string[] {
  const reason = why ? explain(why, language).cause : '';
  const head = `${MARKS[verdict]} ${messages.doctor.checks[name]}${reason && `: ${reason}`}`;
  return [head, ...findings.map((finding) => findingText(finding, language))];
}

const happenedLines = (happened: readonly Happening[], none: string): readonly string[] =>
  happened.length === 0
    ? [none]
    : happened.flatMap(({ at, where, code, kind, frames }) => [
        `- ${new Date(at).toISOString()} ${where}: ${code}${kind ? ` (${kind})` : ''}`,
        ...frames.map((frame) => `    ${frame}`),
      ]);

function reportJson({ language }: Call, { well, checks }: DoctorReport) {
  return {
    well,
    checks: checks.map(({ findings, why, ...checked }) => ({
      ...checked,
      why: why?.code ?? null,
      findings: findings.map(({ failure, ...seen }) => ({
        code: failure.code,
        severity: FAILURES[failure.code].severity,
        ...seen,
        ...explain(failure, language),
      })),
    })),
  };
}
