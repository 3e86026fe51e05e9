import type { KeyPlace } from '../../keys/long-term-keys.ts';
import { call, ofProfile } from './call.ts';

export const keyCalls = {
  /** Where the long-term key of the profile's source is. */
  findKey: call<KeyPlace>()(ofProfile),
  keepKey: call<null>()(ofProfile),
  putKeyBack: call<null>()(ofProfile),
};
