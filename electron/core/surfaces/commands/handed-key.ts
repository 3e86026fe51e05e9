/** A key that is handed over on the command line: its two values come by standard input alone. */
import { Secret } from '../../base/secret.ts';
import { fill } from '../../i18n/say.ts';
import type { KeyHome, KeyOwner, TakenKey } from '../../keys/new-key.ts';
import { type Call, Refusal } from './request.ts';

export const isHandedOver = ({ args }: Call): boolean => args.option('csv') !== null || args.option('key') !== null;

/** Takes it to where it is wanted, and says whose it is and where. Rejects with a FailureError or a Refusal; it was put nowhere then. */
export async function takeHandedKey(
  call: Call,
  region: string,
  usage: string,
): Promise<{ readonly source: string; readonly said: string }> {
  const { app, args, input, messages } = call;
  const { csvOrKey, keyOnLine, toInvalid } = messages.commands;
  const [csv, key, to] = [args.option('csv'), args.option('key'), args.option('to') ?? 'keychain'];
  if (csv !== null && key !== null) throw new Refusal(2, csvOrKey, usage);
  if (key !== null && key !== '-') throw new Refusal(2, keyOnLine, usage);
  if (!isHome(to)) throw new Refusal(2, fill(toInvalid, { word: to }), usage);
  const held = app.handOver();
  held.read(new Secret(input), csv === '-' ? null : csv);
  const owner = await held.prove(args.option('user'), region);
  const taken = await held.take(to, args.words[0] ?? null);
  return { source: taken.source, said: saidOf(call, owner, taken) };
}

const isHome = (word: string): word is KeyHome => word === 'keychain' || word === 'file';

function saidOf({ messages }: Call, { key, user, account, isRoot }: KeyOwner, taken: TakenKey): string {
  const { newKey } = messages;
  const { source, place, file, isShared, isSure } = taken;
  const advice = isShared ? newKey.leftShared : isSure ? newKey.left : newKey.leftUnsure;
  const lines = [
    fill(newKey.owner, { key, user, account }),
    ...(isRoot ? [`${newKey.rootTitle}: ${newKey.root}`] : []),
    fill(place === 'keychain' ? newKey.takenKeychain : newKey.takenFile, { source }),
    ...(file ? [fill(advice, { file })] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
