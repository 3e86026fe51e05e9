/** A role of IAM Identity Center: one sign-in in the browser serves all roles of its start page, and AWS's own tools too. */
import { learnIdentity } from '../aws/learn-identity.ts';
import type { Granted, Identity } from '../aws/port.ts';
import { failureOf } from '../base/failure.ts';
import type { Where } from '../browser-sign-in/door.ts';
import type { WayIn } from '../session/way-in.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import type { WayOf } from '../settings/way.ts';
import { ANY_DELIVERY, BY_BROWSER, type WayKind, type WaysInWorld } from './way-kind.ts';

/** A role lasts an hour unless its owner has changed that, up to twelve. */
const LASTS = 3_600;

export const identityCenterWay: WayKind<'identity-center'> = {
  facts: ({ startUrl }) => ({
    ...BY_BROWSER,
    portal: startUrl.replace(/^https:\/\/|[/?#].*$/g, ''),
    durationSeconds: LASTS,
    shortest: LASTS,
    longest: LASTS,
    // Keys of an hour at least, that are replaced well before their end: as those of a role through another session.
    deliveries: ANY_DELIVERY,
  }),
  wayIn: (way, profile, world) => asked(way, profile, world, null),
  anew: (way, profile, world) => asked(way, profile, world, 'here'),
  elsewhere: (way, profile, world) => asked(way, profile, world, 'elsewhere'),
  look: (way, { center }) => center.look([way]),
};

type Way = WayOf<'identity-center'>;

/** `where` a person wants to sign in; null: only where that has to be. */
function asked(way: Way, { id }: ProfileSettings, world: WaysInWorld, where: Where | null): WayIn {
  const { center, hasBegun } = world;
  const isOpen = center.isOpen(way);
  return {
    needs: isOpen ? 'nothing' : 'browser',
    // Who has signed out here wants it to stop, whatever token another program still has.
    renews: isOpen && hasBegun(id),
    async open({ region }, signal) {
      const ask = () => center.credentials(way, signal);
      const { granted, until } = await ask().catch(async (thrown) => {
        const isExpected = where !== null || !isOpen;
        if (!isExpected || !SIGNED_OUT.includes(failureOf(thrown).code)) throw thrown;
        await center.signIn(id, way, where ?? 'here', signal);
        return ask();
      });
      return { granted, until, identity: await identityOf(way, granted, region, world, signal) };
    },
    resume: () => center.look([way]),
    async forget() {
      const isShared = world
        .profiles()
        .some((other) => other.id !== id && isOfPortal(other, way) && hasBegun(other.id));
      if (!isShared) await center.signOut(way);
    },
  };
}

const SIGNED_OUT: readonly string[] = ['identity-center.none', 'identity-center.ended'];

const isOfPortal = ({ way }: ProfileSettings, { session, startUrl }: Way): boolean =>
  way.is === 'identity-center' && way.session === session && (session !== null || way.startUrl === startUrl);

/** Identity Center does not say who the keys make somebody; where AWS cannot be asked, the role is what is known. */
function identityOf(
  { account, role }: Way,
  { credentials }: Granted,
  region: string,
  world: WaysInWorld,
  signal: AbortSignal,
): Promise<Identity> {
  const known = { account, arn: `arn:aws:iam::${account}:role/${role}` };
  return learnIdentity(world, credentials, region, signal).catch(() => known);
}
