/** AWS's own clients in a home of their own, each in a process of its own: they look for a home only once. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const run = promisify(execFile);

export const clientEnvironment = (home: string, endpoint: string): Record<string, string> => ({
  PATH: process.env.PATH ?? '',
  HOME: home,
  USERPROFILE: home,
  AWS_ENDPOINT_URL: endpoint,
  AWS_EC2_METADATA_DISABLED: 'true',
});

/** What a module prints. Rejects with what it says on standard error. */
export async function runNode(module: string, args: readonly string[], env: Record<string, string>): Promise<string> {
  const node = ['--input-type=module', '--no-warnings', '--eval', module, '--', ...args];
  return (await run(process.execPath, node, { cwd: ROOT, env })).stdout;
}
