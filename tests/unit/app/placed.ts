/** What stands in AWS's files under a profile's name: the number of the session, as the fake STS counts them, and whether a command does. */
import type { AppWorld } from '../../fakes/app-world.ts';

export interface Placed {
  readonly session: number | null;
  readonly command: boolean;
}

export function placed({ files }: AppWorld, name: string): Placed {
  const section = (text: string, header: string) =>
    text.split(/^(?=\[)/m).find((lines) => lines.startsWith(`[${header}]`)) ?? '';
  const key = /^aws_access_key_id = ASIA0*(\d+)$/m.exec(section(files.texts.credentials, name))?.[1];
  const command = section(files.texts.config, `profile ${name}`).includes(`\ncredential_process = `);
  return { session: key ? Number(key) : null, command };
}

export const NOTHING: Placed = { session: null, command: false };
export const keys = (session: number): Placed => ({ session, command: false });
export const COMMAND: Placed = { session: null, command: true };
