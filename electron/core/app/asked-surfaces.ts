/** Carries what a person is to be bothered with to whoever can do it: the surfaces, or a sign-in that takes nobody. */
import type { Language } from '../i18n/words.ts';
import type { ProfileSettings } from '../settings/settings.ts';
import { type Asking, attention } from './attention.ts';
import type { Events } from './events.ts';
import type { SignIns } from './sign-ins.ts';

export interface AskedSurfacesWorld {
  readonly events: Events;
  readonly signIns: Pick<SignIns, 'withoutCode' | 'renewsItself'>;
  readonly canOpenUnseen: boolean;
  language(): Language;
  profiles(): readonly ProfileSettings[];
}

export class AskedSurfaces {
  readonly #surfaces = new Set<(asking: Asking) => void>();

  constructor({ events, signIns, canOpenUnseen, language, profiles }: AskedSurfacesWorld) {
    events.listen((event) => {
      const renewsItself = (profile: string) => signIns.renewsItself(profile);
      const state = { language: language(), canOpenUnseen, hasProfiles: profiles().length > 0, renewsItself };
      for (const asking of attention(event, state)) {
        if (asking.do === 'sign-in') signIns.withoutCode(asking.profile).catch(() => {});
        else for (const surface of this.#surfaces) surface(asking);
      }
    });
  }

  add(surface: (asking: Asking) => void): void {
    this.#surfaces.add(surface);
  }
}
