/**
 * Under which names AWS's tools keep what belongs to a portal. They hash these texts with SHA-1; a registration of another
 * tool has another name, so that each may throw its own away.
 */
import type { Portal } from './portal.ts';

export const tokenName = ({ session, startUrl }: Portal): string => session ?? startUrl;

/** Which of the two forms of sign-in a client was registered for; AWS takes one for the other in neither. */
export type RegisteredFor = 'browser' | 'device';

const TOOLS: Record<RegisteredFor, string> = { browser: 'daypass', device: 'daypass-device' };

export function registrationName({ session, startUrl, region, scopes }: Portal, form: RegisteredFor): string {
  const fields: readonly (readonly [string, string | null | readonly string[]])[] = [
    ['region', region],
    ['scopes', scopes],
    ['session_name', session],
    ['startUrl', startUrl],
    ['tool', TOOLS[form]],
  ];
  return `{${fields.map(([name, value]) => `"${name}": ${python(value)}`).join(', ')}}`;
}

/** As json.dumps of Python writes it. */
function python(value: string | null | readonly string[]): string {
  if (typeof value === 'object' && value !== null) return `[${value.map(python).join(', ')}]`;
  return JSON.stringify(value).replace(
    /[\x7f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
