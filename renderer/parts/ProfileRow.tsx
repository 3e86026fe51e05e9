/** A profile in the settings: its name, what it rests on, and what it is doing; it opens its own page. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { ProfileState } from './ProfileState.tsx';
import { Row } from './Row.tsx';

export function ProfileRow({ profile }: { profile: ProfileView }) {
  const { texts, go } = useDaypass();
  const { id, name, phase, restsOn, portal, region } = profile;
  const source = restsOn ?? portal ?? texts.settings.facts.browser;
  return (
    <Row
      icon={<span className="dot" data-phase={phase} />}
      label={name}
      hint={fill(texts.settings.from, { source, region: (texts.regions as Record<string, string>)[region] ?? region })}
      state={<ProfileState profile={profile} />}
      onOpen={() => go({ at: 'profile', profile: id })}
    />
  );
}
