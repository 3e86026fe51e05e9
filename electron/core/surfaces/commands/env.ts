import {
  SESSION_VARIABLES,
  SHELL_NAMES,
  type Shell,
  setLines,
  setVariables,
  shellNamed,
  unsetLines,
} from '../../aws/session-variables.ts';
import { fill } from '../../i18n/messages.ts';
import { profileOf, sessionOf } from './profile-of.ts';
import { type Call, type Command, Refusal, usageOf } from './request.ts';

const ENDPOINT_VARIABLES = ['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE'] as const;

/** Lines for a shell to read: the session itself, or (`--endpoint`) where long-running programs get it ever anew. */
export const env: Command = {
  usage: '[PROFILE] [--shell bash|fish|powershell|cmd] [--unset] [--endpoint] [--wait]',
  shape: { words: [0, 1], options: ['shell'], flags: ['unset', 'endpoint', 'wait'] },
  async run(call) {
    const { app, args } = call;
    const shell = shellOf(call);
    const overEndpoint = args.flag('endpoint');
    if (args.flag('unset')) return { stdout: unsetLines(overEndpoint ? ENDPOINT_VARIABLES : SESSION_VARIABLES, shell) };
    const profile = profileOf(call, args.words[0] ?? null);
    if (overEndpoint) {
      const { uri, tokenFile } = await app.containerEndpoint(profile.id);
      const [uriName, fileName] = ENDPOINT_VARIABLES;
      return {
        stdout: setLines(
          [
            [uriName, uri],
            [fileName, tokenFile],
          ],
          shell,
        ),
      };
    }
    const { credentials } = await sessionOf(call, profile, 'environment', args.option('shell') ?? 'env');
    return { stdout: setVariables(credentials.reveal(), shell) };
  },
};

function shellOf({ args, messages }: Call): Shell {
  const name = args.option('shell') ?? 'sh';
  const shell = shellNamed(name);
  if (shell) return shell;
  const cause = fill(messages.commands.unknownShell, { word: name, shells: SHELL_NAMES.join(', ') });
  throw new Refusal(2, cause, usageOf('env', env, messages));
}
