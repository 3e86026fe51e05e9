/** What AWS was asked with when it refused, so that a person can compare it: never a secret, and of a key the last four characters. */
import { shownKey } from '../aws/shown-key.ts';
import type { Failure } from '../base/failure.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { Sources } from '../sources/sources.ts';
import { factsOf, keyOf } from '../sources/ways-in.ts';

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
  profile: ProfileSettings,
  { code }: Failure,
  profiles: readonly ProfileSettings[],
  sources: Pick<Sources, 'longTermKey'>,
): Promise<readonly string[]> {
  const { serial, role } = factsOf(profile);
  const key = keyOf(profile, profiles);
  const parts = PARTS[code.split('.', 1)[0] ?? ''] ?? [];
  const lines: Record<Part, string | null> = {
    key: key !== null && parts.includes('key') ? await keyLine(key, sources) : null,
    serial: serial && `serial = ${serial}`,
    role: role && `role_arn = ${role}`,
    region: `region = ${profile.region}`,
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
