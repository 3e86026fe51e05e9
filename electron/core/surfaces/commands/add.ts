import { DURATION, MFA_SERIAL, REGION, ROLE_DURATION } from '../../aws/names.ts';
import { fittingName, isNewProfileName } from '../../aws-files/profile-name.ts';
import { FailureError } from '../../base/failure.ts';
import { fill } from '../../i18n/messages.ts';
import { type ProfileChoice, profileChoice } from '../../settings/settings.ts';
import type { Flaw, Offer } from '../../sources/source.ts';
import { isHandedOver, takeHandedKey } from './handed-key.ts';
import { refusalReply } from './refusal-reply.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';
import { told } from './told.ts';

/** The first run without the popover: takes up a profile of AWS's files, or a key that is handed over, and finds what is left out. */
export const add: Command = {
  usage:
    '[SOURCE] [--csv FILE | --key -] [--user NAME] [--to keychain|file] [--name NAME] [--serial ARN] ' +
    '[--region REGION] [--duration SECONDS] [--delivery file|process]',
  shape: {
    words: [0, 1],
    options: ['csv', 'key', 'user', 'to', 'name', 'serial', 'region', 'duration', 'delivery'],
  },
  async run(call) {
    const { args, messages } = call;
    const usage = usageOf('add', add, messages);
    if (isHandedOver(call)) return addWithKey(call, usage);
    const stray = ['user', 'to'].find((name) => args.option(name) !== null);
    if (stray) throw new Refusal(2, fill(messages.commands.onlyWithKey, { word: `--${stray}` }), usage);
    const [wanted] = args.words;
    if (wanted === undefined) throw new Refusal(2, messages.commands.sourceOrKey, usage);
    return { stdout: await addSource(call, wanted) };
  },
};

async function addSource(call: Call, wanted: string): Promise<string> {
  const choice = await choiceOf(call, wanted);
  call.app.changes.add(choice);
  return `${fill(call.messages.commands.added, { profile: choice.name, serial: choice.serial })}\n`;
}

/** Where no profile can be made of the key, it stays where it was taken to, and that is said. */
async function addWithKey(call: Call, usage: string): Promise<Partial<CommandReply>> {
  const { language, messages } = call;
  const region = givenRegion(call);
  if (region === null) throw new Refusal(1, messages.commands.regionNeeded, messages.commands.regionForm);
  for (const check of [givenName, givenSerial, givenDelivery, givenDuration]) check(call);
  const { source, said } = await takeHandedKey(call, region, usage);
  try {
    return { stdout: `${said}${await addSource(call, source)}` };
  } catch (thrown) {
    const { status, stderr } = refusalReply(thrown, language);
    return { status, stdout: said, stderr: `${stderr}${told(fill(messages.commands.keyStays, { source }))}` };
  }
}

async function choiceOf(call: Call, wanted: string): Promise<ProfileChoice> {
  const offer = await call.app.sources.offer(wanted);
  const region = regionOf(call, offer, wanted);
  const name = givenName(call) ?? offer.name;
  const { source, role } = offer;
  const [durationSeconds, delivery] = [durationOf(call, offer), givenDelivery(call)];
  const serial = await serialOf(call, offer, region);
  return profileChoice({ name, source, region, serial, durationSeconds, delivery, role });
}

function givenName({ args }: Call): string | null {
  const name = args.option('name');
  if (name === null || isNewProfileName(name)) return name;
  throw new FailureError('profile.name-invalid', { name, fitting: fittingName(name) });
}

/** What stands in the files and cannot be used has to be said anew. */
function refuseFlaw({ flaws }: Offer, field: Flaw['field']): void {
  const flaw = flaws.find((one) => one.field === field);
  if (flaw) throw FailureError.of(flaw.failure);
}

function givenRegion({ args, messages }: Call): string | null {
  const { regionInvalid, regionForm } = messages.commands;
  const given = args.option('region');
  if (given === null || REGION.test(given)) return given;
  throw new Refusal(2, fill(regionInvalid, { region: given }), regionForm);
}

function regionOf(call: Call, offer: Offer, wanted: string): string {
  const { regionMissing, regionForm } = call.messages.commands;
  const given = givenRegion(call);
  if (given !== null) return given;
  refuseFlaw(offer, 'region');
  if (offer.region === null) throw new Refusal(1, fill(regionMissing, { profile: wanted }), regionForm);
  return offer.region;
}

function durationOf(call: Call, offer: Offer): number {
  const max = offer.role ? (offer.role.through ? ROLE_DURATION.chained : ROLE_DURATION.max) : DURATION.max;
  const given = givenDuration(call, max);
  if (given !== null) return given;
  refuseFlaw(offer, 'durationSeconds');
  return offer.durationSeconds;
}

function givenDuration({ args, messages }: Call, max: number = DURATION.max): number | null {
  const given = args.option('duration');
  if (given === null) return null;
  const seconds = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (seconds >= DURATION.min && seconds <= max) return seconds;
  const cause = fill(messages.commands.durationInvalid, { word: given, min: DURATION.min, max });
  throw new Refusal(2, cause, usageOf('add', add, messages));
}

function givenDelivery({ args, messages }: Call): ProfileChoice['delivery'] {
  const given = args.option('delivery') ?? 'file';
  if (given === 'file' || given === 'process') return given;
  throw new Refusal(2, fill(messages.commands.deliveryInvalid, { word: given }), usageOf('add', add, messages));
}

function givenSerial({ args }: Call): string | null {
  const given = args.option('serial');
  if (given === null || MFA_SERIAL.test(given)) return given;
  throw new FailureError('device.serial-malformed');
}

async function serialOf(call: Call, offer: Offer, region: string): Promise<string> {
  const { app, messages } = call;
  const given = givenSerial(call);
  if (given !== null) return given;
  refuseFlaw(offer, 'serial');
  if (offer.serial !== null) return offer.serial;
  const devices = await app.sources.devices(offer.source, region);
  const serials = devices.filter(({ kind }) => kind === 'totp').map(({ serial }) => serial);
  const [only] = serials;
  if (only === undefined) throw new FailureError(devices.length ? 'device.fido-only' : 'device.none');
  if (serials.length === 1) return only;
  const { serialAmbiguous, serialChoose } = messages.commands;
  throw new Refusal(1, fill(serialAmbiguous, { serials: serials.join(', ') }), serialChoose);
}
