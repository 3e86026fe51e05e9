import { MFA_SERIAL, REGION } from '../../aws/names.ts';
import { fittingName, isNewProfileName } from '../../aws-files/profile-name.ts';
import { FailureError } from '../../base/failure.ts';
import { fill } from '../../i18n/say.ts';
import { type ProfileChoice, profileChoice } from '../../settings/settings.ts';
import type { Flaw, Offer } from '../../sources/source.ts';
import { factsOf, rootOf } from '../../sources/ways-in.ts';
import { type Call, type Command, Refusal, usageOf } from './request.ts';

/** The first run without the popover: takes up a profile of AWS's files, and finds what is left out. */
export const add: Command = {
  usage:
    'SOURCE [--name NAME] [--serial ARN] [--region REGION] [--duration SECONDS] [--delivery file|process] | --browser --name NAME --region REGION',
  shape: { words: [0, 1], options: ['name', 'serial', 'region', 'duration', 'delivery'], flags: ['browser'] },
  async run(call) {
    const [source] = call.args.words;
    const inBrowser = call.args.flag('browser');
    if ((source === undefined) !== inBrowser) {
      throw new Refusal(2, wrongWords(call, source), usageOf('add', add, call.messages));
    }
    const choice = source === undefined ? browserChoiceOf(call) : await choiceOf(call, source);
    return { stdout: `${addedLine(call, call.app.changes.add(choice))}\n` };
  },
};

const wrongWords = ({ messages }: Call, source: string | undefined): string =>
  source === undefined ? messages.commands.addWhat : fill(messages.commands.usage.wordTooMany, { word: source });

/** AWS asks in the browser for all else. */
function browserChoiceOf(call: Call): ProfileChoice {
  const name = call.args.option('name') ?? '';
  if (!isNewProfileName(name)) throw new FailureError('profile.name-invalid', { name, fitting: fittingName(name) });
  const offer: Offer = { name, region: null, way: { is: 'browser' }, flaws: [] };
  const delivery = call.args.option('delivery') === null ? 'process' : deliveryOf(call);
  return profileChoice({ name, region: regionOf(call, offer, name), delivery, way: offer.way });
}

async function choiceOf(call: Call, wanted: string): Promise<ProfileChoice> {
  const offer = await call.app.sources.offer(wanted);
  const region = regionOf(call, offer, wanted);
  const name = call.args.option('name') ?? offer.name;
  if (!isNewProfileName(name)) throw new FailureError('profile.name-invalid', { name, fitting: fittingName(name) });
  const durationSeconds = durationOf(call, offer);
  const delivery = deliveryOf(call);
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

/** What stands in the files and cannot be used has to be said anew. */
function refuseFlaw({ flaws }: Offer, field: Flaw['field']): void {
  const flaw = flaws.find((one) => one.field === field);
  if (flaw) throw FailureError.of(flaw.failure);
}

function regionOf({ args, messages }: Call, offer: Offer, wanted: string): string {
  const { regionMissing, regionInvalid, regionForm } = messages.commands;
  const given = args.option('region');
  if (given !== null) {
    if (!REGION.test(given)) throw new Refusal(2, fill(regionInvalid, { region: given }), regionForm);
    return given;
  }
  refuseFlaw(offer, 'region');
  if (offer.region === null) throw new Refusal(1, fill(regionMissing, { profile: wanted }), regionForm);
  return offer.region;
}

function durationOf({ args, messages }: Call, offer: Offer): number {
  const { durationSeconds: usual, shortest: min, longest: max } = factsOf(offer);
  const given = args.option('duration');
  if (given === null) {
    refuseFlaw(offer, 'durationSeconds');
    return usual;
  }
  const seconds = /^\d+$/.test(given) ? Number(given) : Number.NaN;
  if (seconds >= min && seconds <= max) return seconds;
  const cause = fill(messages.commands.durationInvalid, { word: given, min, max });
  throw new Refusal(2, cause, usageOf('add', add, messages));
}

function deliveryOf({ args, messages }: Call): ProfileChoice['delivery'] {
  const given = args.option('delivery') ?? 'file';
  if (given === 'file' || given === 'process') return given;
  throw new Refusal(2, fill(messages.commands.deliveryInvalid, { word: given }), usageOf('add', add, messages));
}

async function serialOf({ app, args, messages }: Call, offer: Offer, key: string, region: string): Promise<string> {
  const given = args.option('serial');
  if (given !== null) {
    if (!MFA_SERIAL.test(given)) throw new FailureError('device.serial-malformed');
    return given;
  }
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
