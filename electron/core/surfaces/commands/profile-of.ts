/** Finds the profile and the session that a command is about, or says in words which is missing. */

import type { ServedSession } from '../../app/serving.ts';
import type { ProfileView } from '../../app/view.ts';
import { FailureError } from '../../base/failure.ts';
import type { Use } from '../../session/uses.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { type Call, Refusal } from './request.ts';

/** Without a name: the only profile, or the one that is shown. */
export function profileOf({ app, messages }: Pick<Call, 'app' | 'messages'>, name: string | null): ProfileSettings {
  const { noProfiles, addOne } = messages.commands;
  if (app.view().profiles.length === 0) throw new Refusal(1, noProfiles, addOne);
  return app.book.named(name);
}

export const viewOf = ({ app }: Pick<Call, 'app'>, { id, name }: ProfileSettings): ProfileView => {
  const found = app.view().profiles.find((profile) => profile.id === id);
  if (!found) throw new FailureError('profile.unknown', { profile: name });
  return found;
};

export const isLiving = ({ phase }: ProfileView): boolean => phase === 'active' || phase === 'expiring';

/** Signed out, it waits for a person when `--wait` was said, and otherwise throws FailureError session.none. */
export async function sessionOf(
  call: Call,
  profile: ProfileSettings,
  by: Use['by'],
  what: string,
): Promise<ServedSession> {
  if (call.args.flag('wait') && !isLiving(viewOf(call, profile))) {
    await call.app.serving.waitForSession(profile.id, call.signal);
  }
  const served = call.app.serving.serve(profile.id, by, what);
  if (!served) throw new FailureError('session.none', { profile: profile.name });
  return served;
}
