import { DURATION, MFA_SERIAL, REGION, ROLE_DURATION } from '../../aws/names.ts';
import { isProfileName } from '../../aws-files/profile-name.ts';
import { FailureError } from '../../base/failure.ts';
import { fill } from '../../i18n/messages.ts';
import { type ProfileChoice, profileChoice } from '../../settings/settings.ts';
import type { Source } from '../../sources/sources.ts';
import { type Call, type Command, Refusal, usageOf } from './request.ts';

/** The first run without the popover: takes up a profile of AWS's files, and finds what is left out. */
export const add: Command = {
  usage: 'SOURCE [--name NAME] [--serial ARN] [--region REGION] [--duration SECONDS]',
  shape: { words: [1, 1], options: ['name', 'serial', 'region', 'duration'] },
  async run(call) {
    const choice = await choiceOf(call, call.args.words[0] ?? '');
    call.app.changes.add(choice);
    return { stdout: `${fill(call.messages.commands.added, { profile: choice.name, serial: choice.serial })}\n` };
  },
};

async function choiceOf(call: Call, wanted: string): Promise<ProfileChoice> {
  const found = (await call.app.sources.list()).find(({ name }) => name === wanted);
  // A role is assumed with the key of another section.
  const source = found?.role && !found.usable ? found.role.source : wanted;
  if (!found || (!found.usable && !found.role)) throw new FailureError('key.missing', { profile: wanted });
  const region = regionOf(call, found);
  const name = call.args.option('name') ?? `${wanted}-mfa`;
  if (!isProfileName(name)) throw new FailureError('profile.name-invalid', { name });
  const durationSeconds = durationOf(call, found);
  const serial = await serialOf(call, found, source, region);
  const role = found.role && { arn: found.role.arn, sessionName: 'daypass', externalId: null, through: null };
  return profileChoice({ name, source, region, serial, durationSeconds, role });
}

function regionOf({ args, messages }: Call, found: Source): string {
  const region = args.option('region') ?? found.region;
  const { regionMissing, regionForm } = messages.commands;
  if (region === null) throw new Refusal(1, fill(regionMissing, { profile: found.name }), regionForm);
  if (!REGION.test(region)) throw new Refusal(2, fill(messages.commands.regionInvalid, { region }), regionForm);
  return region;
}

function durationOf({ args, messages }: Call, { role, durationSeconds }: Source): number {
  const given = args.option('duration');
  const { max } = role ? ROLE_DURATION : DURATION;
  // A role allows an hour unless its owner has changed that.
  const fallback = role ? ROLE_DURATION.chained : DURATION.default;
  if (given === null) return Math.min(max, Math.max(DURATION.min, durationSeconds ?? fallback));
  const seconds = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (seconds >= DURATION.min && seconds <= max) return seconds;
  const cause = fill(messages.commands.durationInvalid, { word: given, min: DURATION.min, max });
  throw new Refusal(2, cause, usageOf('add', add, messages));
}

async function serialOf({ app, args, messages }: Call, found: Source, source: string, region: string) {
  const known = args.option('serial') ?? found.serial;
  if (known !== null) {
    if (!MFA_SERIAL.test(known)) throw new FailureError('device.serial-malformed');
    return known;
  }
  const devices = await app.sources.devices(source, region);
  const serials = devices.filter(({ kind }) => kind === 'totp').map(({ serial }) => serial);
  const [only] = serials;
  if (only === undefined) throw new FailureError(devices.length ? 'device.fido-only' : 'device.none');
  if (serials.length === 1) return only;
  const { serialAmbiguous, serialChoose } = messages.commands;
  throw new Refusal(1, fill(serialAmbiguous, { serials: serials.join(', ') }), serialChoose);
}
