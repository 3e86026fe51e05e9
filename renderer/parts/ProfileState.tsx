/** What a profile is doing, in a few words: the time it has left, or its state. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { span } from '../../electron/core/i18n/times.ts';
import { useAtOnce } from './daypass-context.ts';
import { useNow } from './use-now.ts';

export function ProfileState({ profile }: { profile: ProfileView }) {
  const { texts, view } = useAtOnce();
  const now = useNow(30_000);
  const text =
    profile.expiresAt === null
      ? texts.app[profile.phase]
      : fill(texts.app.left, { time: span(Math.max(0, profile.expiresAt - view.awsOffset - now), view.language) });
  return <span className="profile-state">{text}</span>;
}
