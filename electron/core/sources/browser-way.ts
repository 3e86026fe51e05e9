/** A sign-in to AWS in the person's browser, whose keys of a quarter of an hour are renewed for half a day. */
import { failure } from '../base/failure.ts';
import type { Where } from '../browser-sign-in/door.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { BY_BROWSER, type WayKind, type WaysInWorld } from './way-kind.ts';

const LASTS = 12 * 3_600;

export const browserWay: WayKind<'browser'> = {
  facts: () => ({
    ...BY_BROWSER,
    portal: null,
    durationSeconds: LASTS,
    shortest: LASTS,
    longest: LASTS,
    // A program that has read the file holds the keys past their end.
    deliveries: { file: failure('profile.short-lived'), process: null },
  }),
  wayIn: (_way, profile, world) =>
    world.logins.lives(profile.id) ? goOn(profile, world) : ask('here', profile, world),
  anew: (_way, profile, world) => ask('here', profile, world),
  elsewhere: (_way, profile, world) => ask('elsewhere', profile, world),
};

const goOn = ({ id }: ProfileSettings, world: WaysInWorld): WayIn => ({
  needs: 'nothing',
  renews: true,
  open: () => world.logins.refresh(id),
  ...kept(id, world),
});

const ask = (where: Where, { id }: ProfileSettings, world: WaysInWorld): WayIn => ({
  needs: 'browser',
  renews: false,
  open: ({ region }, signal) => world.browser.open(id, region, where, signal),
  ...kept(id, world),
});

const kept = (id: string, { logins }: WaysInWorld): Pick<WayIn, 'resume' | 'forget'> => ({
  resume: () => logins.resume(id),
  forget: () => logins.forget(id),
});
