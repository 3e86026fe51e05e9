/** A terminal with a profile's session in it, by `daypass exec`: the keys pass through no file and no command line. */
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { sh } from '../../core/base/shell-words.ts';
import { ensureFile } from '../files/ensure-file.ts';
import { openTerminal } from './open-terminal.ts';

/** `profile` is a profile's name. Rejects with a FailureError. */
export async function openSessionTerminal(home: string, profile: string, env: NodeJS.ProcessEnv): Promise<void> {
  if (process.platform === 'win32') {
    return openTerminal([join(home, 'bin', 'daypass.cmd'), 'exec', profile, '--', 'cmd'], '', env);
  }
  const shell = env.SHELL || userInfo().shell || '/bin/sh';
  const command = [join(home, 'bin', 'daypass'), 'exec', profile, '--', shell] as const;
  const file = join(home, 'terminal.command');
  if (process.platform === 'darwin') {
    const text = `#!/bin/sh\ncd ${sh(homedir())} && exec ${command.map(sh).join(' ')}\n`;
    await ensureFile(file, Buffer.from(text), 0o700);
  }
  await openTerminal(command, file, env);
}
