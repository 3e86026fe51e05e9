/** A key with six digits, or a role with another profile's session, while it is being filled in. Pure. */
import { EXTERNAL_ID, MFA_SERIAL, ROLE_ARN, ROLE_SESSION_NAME } from '../../electron/core/aws/names.ts';
import type { PageMessages } from '../../electron/core/i18n/words.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import type { OfferedWayOf } from '../../electron/core/sources/source.ts';
import { factsOf, rootOf } from '../../electron/core/sources/ways-in.ts';
import type { WayErrors } from './way-form.ts';

export interface KeyDraft {
  readonly is: 'key' | 'session';
  readonly source: string;
  readonly serial: string;
  readonly durationSeconds: number;
  readonly roleArn: string;
  /** The profile whose session assumes the role; null: the key does. */
  readonly through: string | null;
  readonly sessionName: string;
  readonly externalId: string;
}

const NO_ROLE = { roleArn: '', sessionName: 'daypass', externalId: '' };

/** The key and the device behind another profile's session are there to be gone back to. */
export function beginKey(way: OfferedWayOf<'key' | 'session'>, profiles: readonly ProfileSettings[]): KeyDraft {
  const { is, durationSeconds } = way;
  const { parent } = factsOf({ way });
  const root = profiles.find(({ id }) => id === parent);
  const { key, serial } = factsOf(root ? rootOf(root, profiles) : { way });
  const role = way.is === 'session' ? way : way.role;
  return {
    is,
    source: key ?? '',
    serial: serial ?? '',
    through: parent,
    durationSeconds,
    ...(role ? { roleArn: role.arn, sessionName: role.sessionName, externalId: role.externalId ?? '' } : NO_ROLE),
  };
}

/** Spaces around a word come from pasting; within it they are somebody's mistake and are said. */
const trimmed = (draft: KeyDraft): KeyDraft => ({
  ...draft,
  sessionName: draft.sessionName.trim(),
  externalId: draft.externalId.trim(),
});

export function keyErrors(typed: KeyDraft, { setup: { invalid } }: PageMessages): WayErrors {
  const draft = trimmed(typed);
  const errors: Record<string, string> = {};
  const own = draft.through === null;
  if (own && !draft.source) errors.section = invalid.source;
  if (own && !MFA_SERIAL.test(draft.serial)) {
    errors.serial = /:u2f\//.test(draft.serial) ? invalid.securityKey : invalid.serial;
  }
  if (draft.roleArn && !ROLE_ARN.test(draft.roleArn)) errors.roleArn = invalid.role;
  if (draft.roleArn && !ROLE_SESSION_NAME.test(draft.sessionName)) errors.sessionName = invalid.sessionName;
  if (draft.roleArn && draft.externalId && !EXTERNAL_ID.test(draft.externalId)) {
    errors.externalId = invalid.externalId;
  }
  return errors;
}

/** What a kind of session cannot have is not asked for. */
export function keyWayOf(typed: KeyDraft): Way {
  const { source, serial, durationSeconds, roleArn: arn, through, sessionName, externalId } = trimmed(typed);
  const role = { arn, sessionName, externalId: externalId || null };
  const way: Way =
    through !== null
      ? { is: 'session', parent: through, ...role, durationSeconds }
      : { is: 'key', source, serial, durationSeconds, role: arn ? role : null };
  return { ...way, durationSeconds: Math.min(durationSeconds, factsOf({ way }).longest) };
}
