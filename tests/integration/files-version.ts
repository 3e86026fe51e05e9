/** Texts of very different lengths of which one can tell whether they are whole, and which they are. */
import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text, 'latin1').digest('hex');

export function versionOf(i: number): string {
  const body = `[version ${i}]\n${'aws_secret_access_key = \u00e9\n'.repeat(i % 3 === 0 ? 20_000 : (i % 7) + 1)}`;
  return `${body}# ${digest(body)}\n`;
}

export const numberOf = (text: string): number => Number(/^\[version (\d+)\]/.exec(text)?.[1]);

export function isWhole(text: string): boolean {
  const at = text.lastIndexOf('# ');
  return at > 0 && text.slice(at) === `# ${digest(text.slice(0, at))}\n`;
}
