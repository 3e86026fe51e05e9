/** Six digits that a person has typed; without them this way in waits for a person. */
import { type Failure, FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { WayIn } from '../session/way-in.ts';
import type { WayOf } from '../settings/way.ts';
import { type CodeWorld, sessionWithCode } from './session-with-code.ts';

export const sixDigits = (world: CodeWorld, way: WayOf<'key'>, typed: Secret<string> | null): WayIn => ({
  needs: typed ? 'nothing' : 'code',
  renews: false,
  async open({ region }, signal) {
    if (!typed || !/^\d{6}$/.test(typed.reveal())) throw new FailureError('code.malformed');
    const told = (why: Failure) => world.attempts.typed(why, way.serial, world.clock.offset());
    return sessionWithCode(world, { ...way, region }, async () => typed, signal, told);
  },
});
