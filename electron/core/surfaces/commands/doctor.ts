import { explain } from '../../i18n/messages.ts';
import { explainFinding } from './explain-finding.ts';
import type { Call, Command } from './request.ts';

/** The check-up: git's configuration looked at anew, and what went wrong last in each profile. Exits 1 on any finding. */
export const doctor: Command = {
  usage: '[--json]',
  shape: { words: [0, 0], flags: ['json'] },
  async run(call) {
    const { messages, language } = call;
    const found = await findings(call);
    const status = found.count > 0 ? 1 : 0;
    if (call.args.flag('json')) return { status, stdout: `${JSON.stringify(found.json, null, 2)}\n` };
    const said = found.failures.map(({ failure, profile }) => {
      const { cause, fix } = explain(failure, language);
      return `- ${profile ? `${profile}: ` : ''}${cause}\n    ${fix}`;
    });
    const inGit = found.git.map((finding) => explainFinding(finding, messages));
    const lines = [...said, ...(inGit.length ? [messages.doctor.inTheWay, ...inGit] : [])];
    return { status, stdout: `${lines.length ? lines.join('\n') : messages.doctor.allWell}\n` };
  },
};

async function findings({ app, language }: Call) {
  const look = await app.lookAtGit();
  const { profiles, notices } = app.view();
  const failures = [
    ...notices.map((failure) => ({ failure, profile: null })),
    ...profiles.flatMap(({ name, failure }) => (failure ? [{ failure, profile: name }] : [])),
  ];
  return {
    failures,
    git: look.findings,
    count: failures.length + look.findings.length,
    json: {
      git: look,
      failures: failures.map(({ failure, profile }) => ({
        profile,
        code: failure.code,
        ...explain(failure, language),
      })),
    },
  };
}
