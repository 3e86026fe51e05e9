import { REGION } from '../../aws/names.ts';
import { nothing, nullable, object, oneOf, secretText, text } from '../../base/parse.ts';
import type { KeyOwner, TakenKey } from '../../keys/new-key.ts';
import { LONGEST_SOURCE } from '../../settings/way.ts';
import { call } from './call.ts';

/** Letters of what is pasted, and bytes of a file: AWS's own have less than a thousand. */
export const LARGEST_KEY_TEXT = 65_536;

const ofSource = object({ source: text(LONGEST_SOURCE) });

export const newKeyCalls = {
  /** Whose keys are in the file. Only the preload calls it: the page hands over a file, and neither its path nor its text comes there. */
  readKeyFile: call<readonly string[]>()(object({ path: text(4_096, /./) })),
  readPastedKey: call<readonly string[]>()(object({ text: secretText(LARGEST_KEY_TEXT) })),
  /** Asks AWS whose it is; of several the one of this owner. */
  proveKey: call<KeyOwner>()(object({ owner: nullable(text(256)), region: text(32, REGION) })),
  takeKey: call<TakenKey>()(object({ place: oneOf('keychain', 'file'), name: text(LONGEST_SOURCE) })),
  /** What was read and not taken is held no longer. */
  forgetNewKey: call<null>()(nothing),
  /** The file that the last one came from. */
  showKeyFile: call<null>()(nothing),
  trashKeyFile: call<null>()(nothing),
  /** The names of keys in the keychain that no profile uses. */
  findSpareKeys: call<readonly string[]>()(nothing),
  putSpareKeyBack: call<null>()(ofSource),
  removeSpareKey: call<null>()(ofSource),
};
