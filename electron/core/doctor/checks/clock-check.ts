/** This computer's clock beside AWS's, as far as AWS has been heard. */
import { failure } from '../../base/failure.ts';
import type { Check } from '../check.ts';
import { type DoctorFinding, found } from '../finding.ts';
import type { ClockFacts } from '../surroundings/clock-facts.ts';

const MINUTE = 60_000;
/** A code lives for a minute or two. */
const NOTICED = 2 * MINUTE;
/** AWS refuses what was signed more than 15 minutes before or after its own time. */
const REFUSED = 15 * MINUTE;

export const clockCheck: Check = {
  name: 'clock',
  look({ clock, profiles }) {
    if (!clock.known) return clock;
    const off = clockOff(clock.value);
    const met = profiles.known ? profiles.value.filter(({ failure: { code } }) => code === 'clock.skewed') : [];
    const refused = met.map(({ name, failure: why }) => found(why, { profile: name }));
    const unheard = clock.value.heard ? [] : [found(failure('clock.unheard'))];
    // How far it is off says more than that a sign-in was refused for it.
    const value = [off, refused].find(({ length }) => length > 0) ?? unheard;
    return { known: true, value };
  },
};

function clockOff({ offset, now }: ClockFacts): readonly DoctorFinding[] {
  const distance = Math.abs(offset);
  if (distance < NOTICED) return [];
  const code = distance >= REFUSED ? 'clock.refused' : 'clock.off';
  const reason = offset > 0 ? 'clock-behind' : 'clock-ahead';
  const evidence = [`AWS: ${iso(now + offset)}`, `localhost: ${iso(now)}`];
  return [found(failure(code, { minutes: Math.round(distance / MINUTE), reason }), { evidence })];
}

const iso = (time: number): string => `${new Date(time).toISOString().slice(0, 19)}Z`;
