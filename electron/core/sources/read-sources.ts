/** The one reader of what a profile can be made from: it follows and checks, so that no code is spent on what AWS refuses. */
import { DURATION, EXTERNAL_ID, MFA_SERIAL, REGION, ROLE_ARN, ROLE_DURATION, ROLE_SESSION_NAME } from '../aws/names.ts';
import { fittingName } from '../aws-files/profile-name.ts';
import { type FoundProfile, SETTINGS } from '../aws-files/read-profiles.ts';
import { titleOf } from '../aws-files/section.ts';
import { type Failure, failure } from '../base/failure.ts';
import { LONGEST_SOURCE, type RoleSettings } from '../settings/way.ts';
import { type Followed, followSource, type SourceWorld } from './follow-source.ts';
import type { Flaw, Offer, OfferedWay, Source } from './source.ts';
import { factsOf, isSameCaller } from './ways-in.ts';

/** All but those that Daypass itself writes: sections with a key of their own first, then roles, then what is refused. */
export function readSources(world: SourceWorld): readonly Source[] {
  const sources = [...world.found.values()]
    .filter(({ managedByUs }) => !managedByUs)
    .map((section) => readSource(section, world));
  const rank = ({ offer }: Source) => (offer === null ? 2 : factsOf(offer).role ? 1 : 0);
  return sources.sort((one, other) => rank(one) - rank(other));
}

export function readSource(section: FoundProfile, world: SourceWorld): Source {
  const { name } = section;
  const refused = (refusal: Failure): Source => ({ name, offer: null, refusal });
  // Longer than what is remembered of a profile.
  if (name.length > LONGEST_SOURCE)
    return refused(failure('profile.name-invalid', { name: titleOf(name), fitting: fittingName(name) }));
  const end = followSource(section, world);
  if ('refusal' in end) return refused(end.refusal);
  const wrong = wrongRole(section);
  if (wrong) return refused(valueFailure(section, wrong, world));
  return { name, offer: offerOf(section, end, world), refusal: null };
}

type Setting = keyof typeof SETTINGS;

/** Which values AWS takes; for a duration that depends on what it is of. */
const FORMS = {
  region: [REGION, 'eu-west-1'],
  mfaSerial: [MFA_SERIAL, 'arn:aws:iam::123456789012:mfa/name'],
  roleArn: [ROLE_ARN, 'arn:aws:iam::123456789012:role/name'],
  roleSessionName: [ROLE_SESSION_NAME, '2–64 × A–Z a–z 0–9 _ + = , . @ -'],
  externalId: [EXTERNAL_ID, '2–1224 × A–Z a–z 0–9 _ + = , . @ : / -'],
} as const;

const fits = (setting: keyof typeof FORMS, value: string | undefined): boolean =>
  value === undefined || FORMS[setting][0].test(value);

/** Of a role nothing can be said anew by the side of the files. */
function wrongRole(section: FoundProfile): 'roleArn' | 'roleSessionName' | 'externalId' | undefined {
  const settings = section.roleArn ? (['roleArn', 'roleSessionName', 'externalId'] as const) : [];
  return settings.find((setting) => !fits(setting, section[setting]));
}

function offerOf(section: FoundProfile, end: Exclude<Followed, { refusal: Failure }>, world: SourceWorld): Offer {
  const parent = 'through' in end ? end.through : null;
  const holder = 'key' in end ? world.found.get(end.key) : undefined;
  const flaws: Flaw[] = [];
  const checked = (field: 'region' | 'serial', setting: 'region' | 'mfaSerial', inherited: string | undefined) => {
    const from = section[setting] === undefined ? holder : section;
    const value = from?.[setting];
    if (from && !fits(setting, value)) flaws.push({ field, failure: valueFailure(from, setting, world) });
    return fits(setting, value) ? (value ?? inherited ?? null) : null;
  };
  if ('portal' in end) {
    // Where nobody has said where they work, it is most likely where their company signs in.
    const region = checked('region', 'region', end.portal.ssoRegion);
    return { name: freeName(section, end.portal, world), region, way: end.portal, flaws };
  }
  const most = section.roleArn ? ROLE_DURATION.max : DURATION.max;
  // A role allows an hour unless its owner has changed that.
  const usual = section.roleArn ? ROLE_DURATION.chained : DURATION.default;
  const asked = section.duration === undefined ? usual : secondsOf(section.duration);
  const isDuration = asked >= DURATION.min && asked <= most;
  if (!isDuration) flaws.push({ field: 'durationSeconds', failure: valueFailure(section, 'duration', world) });
  const seconds = isDuration ? asked : usual;
  const region = checked('region', 'region', parent?.region);
  const role = roleOf(section);
  const way: OfferedWay =
    'key' in end
      ? {
          is: 'key',
          source: end.key,
          serial: checked('serial', 'mfaSerial', undefined),
          durationSeconds: seconds,
          role: section.roleArn ? role : null,
        }
      : { is: 'session', parent: end.through.id, ...role, durationSeconds: Math.min(seconds, ROLE_DURATION.chained) };
  return { name: freeName(section, way, world), region, way, flaws };
}

/** Only a role leads to the session of another profile. */
function roleOf({
  roleArn: arn = '',
  roleSessionName: sessionName = 'daypass',
  externalId,
}: FoundProfile): RoleSettings {
  return { arn, sessionName, externalId: externalId ?? null };
}

/** As Python's int() reads it; it lets a number be grouped. NaN for what is none. */
const secondsOf = (text: string): number =>
  /^\+?\d+(_\d+)*$/.test(text) ? Number(text.replaceAll('_', '')) : Number.NaN;

/** A name under which the session can be written, and which is nobody else's; who adds the same again hears that it is there. */
function freeName({ name: section }: FoundProfile, way: OfferedWay, { found, kept, profiles }: SourceWorld): string {
  const isTaken = (name: string) => {
    const there = found.get(name);
    const isOther = there !== undefined && !there.managedByUs && Boolean(there.key || there.roleArn || there.otherWay);
    const held = profiles.find((one) => one.name === name);
    return isOther || kept.has(name) || (held !== undefined && !isSameCaller(held, { way }));
  };
  const first = fittingName(`${section.slice(0, 60)}-${factsOf({ way }).usesBrowser ? 'sso' : 'mfa'}`);
  let name = first;
  for (let n = 2; isTaken(name); n++) name = `${first.slice(0, 60)}-${n}`;
  return name;
}

function valueFailure(section: FoundProfile, setting: Setting, { paths }: SourceWorld): Failure {
  const most = section.roleArn ? ROLE_DURATION.max : DURATION.max;
  const form = setting in FORMS ? FORMS[setting as keyof typeof FORMS][1] : `${DURATION.min}–${most}`;
  const value = titleOf(section[setting] ?? '');
  const { credentials, config } = paths;
  return failure('source.value', {
    profile: section.name,
    setting: SETTINGS[setting],
    value,
    form,
    credentials,
    config,
  });
}
