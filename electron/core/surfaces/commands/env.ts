import { CHOICES, endpointLines, sessionLines, undoLines } from '../../aws/session-variables.ts';
import { SHELL_NAMES, type Shell, sayWhereUniversal, shellNamed } from '../../aws/shell-syntax.ts';
import { fill } from '../../i18n/say.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { profileOf, sessionOf } from './profile-of.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';
import { failureLines } from './told.ts';

/** Lines for a shell to read: the session itself, or (`--endpoint`) where long-running programs get it ever anew. */
export const env: Command = {
  usage: '[PROFILE] [--shell bash|fish|powershell|cmd] [--unset] [--endpoint] [--wait]',
  shape: { words: [0, 1], options: ['shell'], flags: ['unset', 'endpoint', 'wait'] },
  async run(call) {
    const { args } = call;
    const shell = shellOf(call);
    const overEndpoint = args.flag('endpoint');
    if (args.flag('unset')) return { stdout: undoLines(overEndpoint ? 'endpoint' : 'session', shell) };
    const profile = profileOf(call, args.words[0] ?? null);
    if (overEndpoint) return endpoint(call, profile, shell);
    const { credentials } = await sessionOf(call, profile, 'environment', args.option('shell') ?? 'env');
    return { stdout: sessionLines(credentials.reveal(), profile.region, shell) + noteFor(call, shell) };
  },
};

/** No variable takes away what stands under [default], and every client takes that before the endpoint. */
async function endpoint(call: Call, { id, region }: ProfileSettings, shell: Shell): Promise<Partial<CommandReply>> {
  const { app, language } = call;
  const stdout = endpointLines(await app.containerEndpoint(id), region, shell) + noteFor(call, shell);
  const first = await app.delivery.beforeEndpoint();
  return { stdout, stderr: first ? failureLines(first, language) : '' };
}

const noteFor = ({ messages }: Call, shell: Shell): string =>
  shell === 'fish' ? sayWhereUniversal(CHOICES, `daypass: ${messages.commands.universal}`) : '';

function shellOf({ args, messages }: Call): Shell {
  const name = args.option('shell') ?? 'sh';
  const shell = shellNamed(name);
  if (shell) return shell;
  const cause = fill(messages.commands.unknownShell, { word: name, shells: SHELL_NAMES.join(', ') });
  throw new Refusal(2, cause, usageOf('env', env, messages));
}
