/** What AWS was asked with when it refused, so that a person can compare it: never a secret, and of a key the last four characters. */
import { shownKey } from '../aws/shown-key.ts';
import type { Failure } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';

type Part = 'key' | 'serial' | 'role' | 'region';

/** By what stands before the dot of the failure's code; of other areas the text says all. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  key: ['key', 'region'],
  code: ['serial'],
  device: ['key', 'serial'],
  totp: ['serial'],
  policy: ['key', 'serial', 'role'],
  role: ['key', 'serial', 'role'],
  session: ['region'],
  aws: ['region'],
};

export async function askedWith(
  { source, serial, region, role }: ProfileSettings,
  { code }: Failure,
  sources: Pick<Sources, 'longTermKey'>,
): Promise<readonly string[]> {
  const parts = PARTS[code.split('.', 1)[0] ?? ''] ?? [];
  const lines: Record<Part, string | null> = {
    key: parts.includes('key') ? await keyLine(source, sources) : null,
    // A role through another profile's session is asked for with no device.
    serial: role?.through ? null : `serial = ${serial}`,
    role: role && `role_arn = ${role.arn}`,
    region: `region = ${region}`,
  };
  return parts.flatMap((part) => lines[part] ?? []);
}

/** Null where there is no key, which has a failure of its own. */
async function keyLine(source: string, sources: Pick<Sources, 'longTermKey'>): Promise<string | null> {
  const id = await sources.longTermKey(source).then(
    ({ accessKeyId }) => accessKeyId,
    () => null,
  );
  return id && `[${source}] aws_access_key_id = ${shownKey(id)}`;
}
