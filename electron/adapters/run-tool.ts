/** Runs one of the system's own programs to its end or to a limit. Its output may hold secrets: it goes to the caller alone. */
import { spawn } from 'node:child_process';

export interface ToolRun {
  readonly tool: string;
  readonly args: readonly string[];
  /** Where secrets go in: other programs can read the arguments. */
  readonly input?: string;
  readonly limitMs: number;
  readonly limitBytes?: number;
  readonly env?: NodeJS.ProcessEnv | undefined;
}

/** A keychain's whole listing is some megabytes at most. */
const LIMIT_BYTES = 64 * 1_048_576;

/** `status` is null where the program was ended at its limit, of time or of output; 'missing' where it is not there or may not be run. */
export interface ToolResult {
  readonly status: number | 'missing' | null;
  readonly output: Buffer;
}

/** Never rejects. What the program writes to stderr is dropped. */
export function runTool({
  tool,
  args,
  input = '',
  limitMs,
  limitBytes = LIMIT_BYTES,
  env,
}: ToolRun): Promise<ToolResult> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const child = spawn(tool, args, { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true, env });
    const end = (status: ToolResult['status']) => {
      clearTimeout(limit);
      resolve({ status, output: Buffer.concat(chunks) });
    };
    // Whoever else may hold the pipe open is not waited for.
    const giveUp = () => {
      child.kill('SIGKILL');
      child.stdout.destroy();
      end(null);
    };
    const limit = setTimeout(giveUp, limitMs);
    child.on('error', () => end('missing'));
    child.on('close', end);
    let size = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes) giveUp();
      else chunks.push(chunk);
    });
    // A program that does not read to the end says what it has to say with its status.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
  });
}
