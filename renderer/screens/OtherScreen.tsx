/** Every screen but the first, which none of this is loaded for; without any profile, the first run. */
import '../styles/other.css';
import { useDaypass } from '../parts/daypass-context.ts';
import { About } from './About.tsx';
import { AccessKey } from './AccessKey.tsx';
import { Doctor } from './Doctor.tsx';
import { Explain } from './Explain.tsx';
import { Git } from './Git.tsx';
import { Mend } from './Mend.tsx';
import { Policy } from './Policy.tsx';
import { Profile } from './Profile.tsx';
import { Resync } from './Resync.tsx';
import { Settings } from './Settings.tsx';
import { Setup } from './Setup.tsx';
import { Stale } from './Stale.tsx';
import { StoredTotp } from './StoredTotp.tsx';
import { Try } from './Try.tsx';

const OF_PROFILE = { profile: Profile, totp: StoredTotp, key: AccessKey, resync: Resync } as const;

export function OtherScreen() {
  const { place, view } = useDaypass();
  switch (place.at) {
    case 'main':
      return <Setup key="first" edited={null} />;
    case 'setup': {
      const edited = view.profiles.find((profile) => profile.id === place.profile) ?? null;
      return <Setup key={place.profile} edited={edited} />;
    }
    case 'profile':
    case 'totp':
    case 'key':
    case 'resync': {
      const profile = view.profiles.find(({ id }) => id === place.profile);
      const Of = OF_PROFILE[place.at];
      return profile ? <Of profile={profile} /> : <Settings />;
    }
    case 'git':
      return <Git key={place.change} wanted={place.change} />;
    case 'stale':
      return <Stale />;
    case 'try':
      return <Try />;
    case 'doctor':
      return <Doctor />;
    case 'mend':
      return <Mend names={place.names} />;
    case 'policy':
      return <Policy />;
    case 'explain':
      return <Explain />;
    case 'about':
      return <About />;
    case 'settings':
      return <Settings />;
  }
}
