/** The ways in for git, the scripts and long-running programs: opened when the app has started, closed so that nobody is left waiting. */
import { join } from 'node:path';
import { app as electron } from 'electron';
import { serveAgent } from '../adapters/endpoint/agent-server.ts';
import { ContainerEndpoint } from '../adapters/endpoint/container-endpoint.ts';
import { serveGitSocket } from '../adapters/endpoint/git-socket.ts';
import { holdLaunch } from '../adapters/endpoint/launch-file.ts';
import type { App } from '../core/app/build.ts';
import { failureOf } from '../core/base/failure.ts';
import { answerText } from '../core/git/credential/answer.ts';
import { formatCredential } from '../core/git/credential/credential-protocol.ts';
import type { CommandSurface } from '../core/surfaces/commands/app.ts';
import { runCommand } from '../core/surfaces/commands/run-command.ts';
import { waitsLine } from '../core/surfaces/commands/waits-line.ts';

export interface Served {
  /** Resolves when all who waited have been told that they wait in vain, or after a second or two. Never rejects. */
  close(): Promise<void>;
}

/** One that cannot be opened is told of, and the app goes on without it. */
export async function serve(home: string, app: App, shown: Pick<CommandSurface, 'openPopover'>): Promise<Served> {
  const { platform } = process;
  const endpoint = new ContainerEndpoint({
    home,
    serve: (profile) => app.serving.serve(profile, 'endpoint', ''),
    language: () => app.language(),
  });
  const commands = {
    ...app,
    ...shown,
    containerEndpoint: (profile: string) => endpoint.of(app.book.profile(profile)),
    version: () => electron.getVersion(),
    quit: () => electron.quit(),
  };
  // Before a command can ask for it: only here is it seen, and told, that another program has its port.
  void endpoint.resume().catch((thrown) => app.troubles.add(failureOf(thrown)));
  const answer = async (input: string, signal: AbortSignal) => {
    const given = await app.answers.answerCacheClient(input, signal);
    // git passes over it and asks the script; a git at the far end of SSH has no script, and shows it itself.
    return given.kind === 'waits'
      ? formatCredential({ 'x-waits': waitsLine(app, given, app.language()) ?? '' })
      : answerText(given);
  };
  const [agent, socket] = await Promise.allSettled([
    serveAgent({ home, platform, handle: (request) => runCommand(commands, request) }),
    platform === 'win32' ? null : serveGitSocket({ path: join(home, 'git.sock'), answer }),
  ]);
  for (const way of [agent, socket]) if (way.status === 'rejected') app.troubles.add(failureOf(way.reason));
  return {
    async close() {
      holdLaunch(home);
      // First: a wait that is cancelled before is an empty answer to git's cache client, and git asks the script.
      const told = socket.status === 'fulfilled' ? socket.value?.close() : null;
      app.waiting.cancelAll();
      // The scripts are told why before the agent sends all away who still wait.
      await new Promise(setImmediate);
      await Promise.allSettled([told, agent.status === 'fulfilled' && agent.value.close(), endpoint.close()]);
    },
  };
}
