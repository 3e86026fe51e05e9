/** What a profile is: its state, whose it is, what it signs in with, and what is written of it where. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { Facts } from './Facts.tsx';
import { ProfileState } from './ProfileState.tsx';
import { useCopy } from './use-copy.ts';

export function ProfileFacts({ profile }: { profile: ProfileView }) {
  const { texts, view } = useDaypass();
  const { facts } = texts.settings;
  const { identity, role, serial, parent, key, portal, usesBrowser, region, delivery } = profile;
  const through = view.profiles.find(({ id }) => id === parent);
  const regionName = (texts.regions as Record<string, string>)[region];
  return (
    <Facts
      facts={[
        [facts.state, <ProfileState key="state" profile={profile} />],
        [facts.account, identity?.account ?? (role ?? serial)?.split(':')[4] ?? null],
        [facts.role, role && lastPart(role)],
        [facts.signsIn, through?.name ?? key ?? portal ?? (usesBrowser ? facts.browser : null)],
        [facts.device, serial && lastPart(serial)],
        [
          facts.region,
          <span key="region">
            {regionName} <code>{region}</code>
          </span>,
        ],
        [facts.written, delivery === 'file' ? <WrittenToFile key="file" /> : texts.setup.configFile],
      ]}
    />
  );
}

const lastPart = (arn: string) => arn.slice(arn.lastIndexOf('/') + 1);

function WrittenToFile() {
  const { api, texts } = useDaypass();
  const { copy: show, copied: shown } = useCopy(api.showCredentialsFile);
  return (
    <>
      {texts.setup.credentialsFile}{' '}
      <button type="button" className="link" aria-live="polite" onClick={() => show()}>
        {shown ? texts.settings.shown : texts.settings.showFile}
      </button>
    </>
  );
}
