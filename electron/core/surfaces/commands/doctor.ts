import { FAILURES } from '../../base/catalogue.ts';
import { type DoctorReport, mendsIn } from '../../doctor/report.ts';
import { readTerminal } from '../../doctor/surroundings/variable.ts';
import { explain } from '../../i18n/messages.ts';
import { mendPreview } from './mend-preview.ts';
import { fullReportText, reportText } from './report-text.ts';
import type { Call, Command, CommandReply, ExitStatus } from './request.ts';
import { told } from './told.ts';

/**
 * The check-up: every check with its mark, and what was found; what can be mended is, after a yes. The input is the
 * terminal's environment, cut down.
 */
export const doctor: Command = {
  usage: '[--json | --report | --repair [--yes]]',
  shape: { words: [0, 0], flags: ['json', 'report', 'repair', 'yes'] },
  async run(call): Promise<Partial<CommandReply>> {
    const { args, app, language } = call;
    const report = await examine(call);
    if (args.flag('repair')) return repair(call, report);
    const status = statusOf(report);
    if (args.flag('json')) return { status, stdout: `${JSON.stringify(reportJson(call, report), null, 2)}\n` };
    if (!args.flag('report')) return { status, stdout: reportText(report, language) };
    const about = { version: app.version(), happened: app.trace.list };
    return { status, stdout: fullReportText(report, about, language) };
  },
};

const examine = ({ app, input }: Call) => app.doctor.examine(undefined, readTerminal(input));

/** 5: something is in the way; 1: something needs a look, or could not be found out. */
function statusOf({ well, checks }: DoctorReport): ExitStatus {
  if (well) return 0;
  return checks.some(({ verdict }) => verdict === 'error') ? 5 : 1;
}

/** Shows what would be changed, changes it after a yes, and looks again. */
async function repair(call: Call, report: DoctorReport): Promise<Partial<CommandReply>> {
  const { app, args, messages, language } = call;
  const names = mendsIn(report);
  const preview = mendPreview(await app.doctor.plan(names), messages);
  if (!preview) return { stdout: `${messages.doctor.nothingToRepair}\n` };
  if (!args.flag('yes'))
    return { stdout: preview, stderr: told(messages.commands.notChanged), ask: messages.commands.changeSure };
  await app.doctor.mend(names);
  const after = await examine(call);
  return { status: statusOf(after), stdout: `${preview}\n${reportText(after, language)}` };
}

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
