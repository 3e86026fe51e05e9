/** What a file carries beside its bytes, owner and mode: access lists and extended attributes. Node has no calls for them, the system's own programs have. */
import { runTool } from '../run-tool.ts';

const LIMIT_MS = 5_000;

/** Whether more than the mode says who may do what with it; true where that cannot be told. */
export async function hasAccessList(path: string): Promise<boolean> {
  if (process.platform !== 'linux') return false;
  const { status, output } = await runTool({ tool: 'ls', args: ['-ld', '--', path], limitMs: LIMIT_MS });
  return status !== 0 || /^\S+\+\s/.test(output.toString('latin1'));
}

/**
 * False where not all of it could be given to the other. On Linux its mode is among it: where it has no access list, the one
 * that the other was given by its folder goes.
 */
export async function copyAttributes(from: string, to: string): Promise<boolean> {
  const args = COPY[process.platform];
  return !args || (await runTool({ tool: 'cp', args: [...args, '--', from, to], limitMs: LIMIT_MS })).status === 0;
}

const COPY: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['--attributes-only', '--preserve=mode,xattr'],
  // With the bytes, which the new ones then replace.
  darwin: ['-p'],
};
