/** Runs one command of the command line to its reply; whatever goes wrong becomes words and an exit status. */
import { messagesIn } from '../../i18n/messages.ts';
import { fill } from '../../i18n/say.ts';
import type { Language } from '../../i18n/words.ts';
import { add } from './add.ts';
import type { CommandApp } from './app.ts';
import { readArguments } from './arguments.ts';
import { clear } from './clear.ts';
import { credentials } from './credentials.ts';
import { doctor } from './doctor.ts';
import { env } from './env.ts';
import { exec } from './exec.ts';
import { explain } from './explain.ts';
import { git } from './git.ts';
import { gitCredential } from './git-credential.ts';
import { helpOn } from './help.ts';
import { open } from './open.ts';
import { policy } from './policy.ts';
import { quit } from './quit.ts';
import { refusalReply } from './refusal-reply.ts';
import { region } from './region.ts';
import { type Command, type CommandReply, type CommandRequest, Refusal, usageOf } from './request.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { status } from './status.ts';
import { tryIt } from './try-it.ts';
import { version } from './version.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  '': open,
  open,
  add,
  'sign-in': signIn,
  'sign-out': signOut,
  status,
  env,
  exec,
  credentials,
  git,
  clear,
  doctor,
  policy,
  explain,
  try: tryIt,
  quit,
  help: helpOn(() => COMMANDS),
  version,
  'git-credential': gitCredential,
  region,
};

/** Never rejects. */
export async function runCommand(app: CommandApp, request: CommandRequest): Promise<CommandReply> {
  const language = request.language ?? app.view().language;
  try {
    return { status: 0, stdout: '', stderr: '', ...(await answer(app, request, language)) };
  } catch (thrown) {
    if (!(thrown instanceof Refusal)) app.trace.add(`command ${request.command}`, thrown);
    return refusalReply(thrown, language);
  }
}

async function answer(app: CommandApp, request: CommandRequest, language: Language): Promise<Partial<CommandReply>> {
  const messages = messagesIn(language);
  const { unknownCommand, seeHelp } = messages.commands.usage;
  const asked = Object.hasOwn(COMMANDS, request.command) ? COMMANDS[request.command] : undefined;
  if (!asked) throw new Refusal(2, fill(unknownCommand, { word: request.command }), seeHelp);
  if (request.args[0] === '--help' || request.args[0] === '-h') {
    return { stdout: `${usageOf(request.command, asked, messages)}\n` };
  }
  const args = readArguments(request.args, asked.shape, messages);
  if (!args.ok) throw new Refusal(2, args.why, usageOf(request.command, asked, messages));
  const { input, signal } = request;
  return asked.run({ app, args: args.value, input, signal, language, messages });
}
