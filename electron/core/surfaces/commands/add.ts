import { DURATION, MFA_SERIAL, REGION } from '../../aws/names.ts';
import { fittingName, isNewProfileName } from '../../aws-files/profile-name.ts';
import { FailureError } from '../../base/failure.ts';
import { fill } from '../../i18n/say.ts';
import { type ProfileChoice, profileChoice } from '../../settings/settings.ts';
import type { Flaw, Offer } from '../../sources/source.ts';
import { factsOf, rootOf } from '../../sources/ways-in.ts';
import { isHandedOver, takeHandedKey } from './handed-key.ts';
import { refusalReply } from './refusal-reply.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';
import { told } from './told.ts';

/** The first run without the popover: takes up a profile of AWS's files, or a key that is handed over, and finds what is left out. */
export const add: Command = {
  usage:
    '[SOURCE | --browser] [--csv FILE | --key -] [--user NAME] [--to keychain|file] [--name NAME] [--serial ARN] ' +
    '[--region REGION] [--duration SECONDS] [--delivery file|process]',
  shape: {
    words: [0, 1],
    options: ['csv', 'key', 'user', 'to', 'name', 'serial', 'region', 'duration', 'delivery'],
    flags: ['browser'],
  },
  async run(call) {
    const { args, messages } = call;
    const usage = usageOf('add', add, messages);
    if (args.flag('browser')) return { stdout: addInBrowser(call, usage) };
    if (isHandedOver(call)) return addWithKey(call, usage);
    const stray = ['user', 'to'].find((name) => args.option(name) !== null);
    if (stray) throw new Refusal(2, fill(messages.commands.onlyWithKey, { word: `--${stray}` }), usage);
    const [wanted] = args.words;
    if (wanted === undefined) throw new Refusal(2, messages.commands.sourceOrKey, usage);
    return { stdout: await addSource(call, wanted) };
  },
};

/** AWS asks in the browser for all but a name and a region. */
function addInBrowser(call: Call, usage: string): string {
  const { args, app, messages } = call;
  const stray = ['csv', 'key', 'user', 'to', 'serial', 'duration'].find((name) => args.option(name) !== null);
  const word = args.words[0] ?? (stray && `--${stray}`);
  if (word) throw new Refusal(2, fill(messages.commands.usage.wordTooMany, { word }), usage);
  const name = givenName(call) ?? 'browser';
  const region = givenRegion(call);
  const { regionMissing, regionForm } = messages.commands;
  if (region === null) throw new Refusal(1, fill(regionMissing, { profile: name }), regionForm);
  const delivery = args.option('delivery') === null ? 'process' : givenDelivery(call);
  return `${addedLine(call, app.changes.add(profileChoice({ name, region, delivery, way: { is: 'browser' } })))}\n`;
}

async function addSource(call: Call, wanted: string): Promise<string> {
  const id = call.app.changes.add(await choiceOf(call, wanted));
  return `${addedLine(call, id)}\n`;
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
  const durationSeconds = durationOf(call, offer);
  const delivery = givenDelivery(call);
  const { key, typesCode } = factsOf(offer);
  const serial = typesCode && key !== null ? await serialOf(call, offer, key, region) : undefined;
  // What a way in does not have is dropped.
  return profileChoice({ name, region, delivery, way: { ...offer.way, durationSeconds, serial } });
}

function addedLine({ app, messages }: Call, id: string): string {
  const profiles = app.view().profiles;
  const added = profiles.find((one) => one.id === id);
  const serial = added ? factsOf(rootOf(added, profiles)).serial : null;
  const { added: withDevice, addedPlain } = messages.commands;
  return fill(serial === null ? addedPlain : withDevice, { profile: added?.name ?? '', serial: serial ?? '' });
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
  const { durationSeconds, shortest, longest } = factsOf(offer);
  const given = givenDuration(call, shortest, longest);
  if (given !== null) return given;
  refuseFlaw(offer, 'durationSeconds');
  return durationSeconds;
}

function givenDuration(
  { args, messages }: Call,
  min: number = DURATION.min,
  max: number = DURATION.max,
): number | null {
  const given = args.option('duration');
  if (given === null) return null;
  const seconds = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (seconds >= min && seconds <= max) return seconds;
  const cause = fill(messages.commands.durationInvalid, { word: given, min, max });
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

async function serialOf(call: Call, offer: Offer, key: string, region: string): Promise<string> {
  const { app, messages } = call;
  const given = givenSerial(call);
  if (given !== null) return given;
  refuseFlaw(offer, 'serial');
  const { serial } = factsOf(offer);
  if (serial !== null) return serial;
  const devices = await app.sources.devices(key, region);
  const serials = devices.filter(({ kind }) => kind === 'totp').map(({ serial }) => serial);
  const [only] = serials;
  if (only === undefined) throw new FailureError(devices.length ? 'device.fido-only' : 'device.none');
  if (serials.length === 1) return only;
  const { serialAmbiguous, serialChoose } = messages.commands;
  throw new Refusal(1, fill(serialAmbiguous, { serials: serials.join(', ') }), serialChoose);
}
