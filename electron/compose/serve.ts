/** Opens the ways in for git, the scripts and long-running programs. One that cannot be opened is told of, and the app goes on. */
import { join } from 'node:path';
import { app as electron } from 'electron';
import { serveAgent } from '../adapters/endpoint/agent-server.ts';
import { ContainerEndpoint } from '../adapters/endpoint/container-endpoint.ts';
import { serveGitSocket } from '../adapters/endpoint/git-socket.ts';
import type { App } from '../core/app/build.ts';
import { failureOf } from '../core/base/failure.ts';
import { answerText } from '../core/git/credential/answer.ts';
import type { CommandSurface } from '../core/surfaces/commands/app.ts';
import { runCommand } from '../core/surfaces/commands/run-command.ts';

/** The returned function closes them. */
export async function serve(home: string, app: App, shown: Pick<CommandSurface, 'openPopover'>): Promise<() => void> {
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
  const answer = async (input: string, signal: AbortSignal) =>
    answerText(await app.answers.answerCacheClient(input, signal));
  const opened = await Promise.allSettled([
    serveAgent({ home, platform, handle: (request) => runCommand(commands, request) }),
    ...(platform === 'win32' ? [] : [serveGitSocket({ path: join(home, 'git.sock'), answer })]),
  ]);
  for (const way of opened) if (way.status === 'rejected') app.troubles.add(failureOf(way.reason));
  void endpoint.resume().catch((thrown) => app.troubles.add(failureOf(thrown)));
  return () => {
    for (const way of opened) if (way.status === 'fulfilled') void way.value.close();
    void endpoint.close();
  };
}
