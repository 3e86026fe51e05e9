/** Reads a request's body up to a limit, and above it so much further as a client needs to hear the answer. */
import type { IncomingMessage } from 'node:http';

const DRAINED = 64 * 1_048_576;

/** Null when the body is larger than `max` bytes; what still comes then is let run, and cut off where it has no end. */
export async function readBody(request: IncomingMessage, max: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve, reject) => {
    const tooLarge = () => {
      chunks.length = 0;
      resolve(null);
    };
    if (Number(request.headers['content-length'] ?? 0) > max) tooLarge();
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= max) chunks.push(chunk);
      else tooLarge();
      if (size > DRAINED) request.destroy();
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('close', () => reject(new Error('The request ended early.')));
  });
}
