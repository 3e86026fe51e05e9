/** The portal that a profile means: what its `[sso-session]` says now counts, as it does for AWS's tools. */
import { REGION } from '../aws/names.ts';
import { readSessions } from '../aws-files/read-profiles.ts';
import type { Bytes } from '../base/bytes.ts';
import { DEFAULT_SCOPE, type Portal } from './portal.ts';

/** As a profile's settings hold it. */
export interface PortalAddress {
  readonly session: string | null;
  readonly startUrl: string;
  readonly ssoRegion: string;
}

export function findPortal({ session, startUrl, ssoRegion }: PortalAddress, config: Bytes): Portal {
  const found = session === null ? undefined : readSessions(config).find(({ name }) => name === session);
  const isWhole = found?.startUrl?.startsWith('https://') && REGION.test(found.region ?? '');
  return {
    session,
    startUrl: (isWhole && found?.startUrl) || startUrl,
    region: (isWhole && found?.region) || ssoRegion,
    scopes: scopesIn(found?.scopes),
  };
}

/** A sign-in with fewer would take from other programs what they have asked for. */
function scopesIn(text = ''): readonly string[] {
  const scopes = text.split(',').flatMap((scope) => scope.trim() || []);
  return scopes.length > 0 ? scopes : [DEFAULT_SCOPE];
}
