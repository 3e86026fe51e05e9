/** What the button of a failure does here. Null where this surface cannot mend it, so that no button promises it. */
import { FAILURES, type FixAction } from '../../electron/core/base/catalogue.ts';
import type { Failure, Result } from '../../electron/core/base/failure.ts';
import { useAtOnce } from './daypass-context.ts';

export interface FixHandlers {
  /** The profile that failed, to be edited or shown. */
  readonly profile?: string | undefined;
  readonly onNewCode?: (() => void) | undefined;
  /** What it resolves to may be a result. */
  readonly onTryAgain?: (() => unknown) | undefined;
  readonly onCopyUnmarked?: (() => unknown) | undefined;
}

export interface Fix {
  readonly action: FixAction;
  /** A promise where it takes its time; of a result where that can fail. */
  readonly run: () => unknown;
}

export function useFix(failure: Failure, handlers: FixHandlers): Fix | null {
  const { api, view, place, go } = useAtOnce();
  const entry: { readonly fix?: FixAction } = FAILURES[failure.code];
  const action = entry.fix;
  if (!action) return null;
  const named = view.profiles.find(({ id, name }) => failure.params.profile === id || failure.params.profile === name);
  const run = handlerOf(action);
  return run ? { action, run } : null;

  /** What was closed before is tried again, and what comes of that is told. */
  async function then(opened: Promise<Result<unknown>>): Promise<unknown> {
    const answer = await opened;
    return answer.ok ? handlers.onTryAgain?.() : answer;
  }

  function handlerOf(wanted: FixAction): (() => unknown) | undefined {
    switch (wanted) {
      case 'new-code':
        return handlers.onNewCode;
      case 'try-again':
        return handlers.onTryAgain;
      case 'sign-in':
        return named && named.id !== handlers.profile
          ? () => api.showProfile({ profile: named.id })
          : handlers.onNewCode;
      case 'edit-profile': {
        const profile = named?.id ?? handlers.profile;
        // Where no profile is at fault, one is missing.
        return place.at === 'setup' || view.profiles.length === 0
          ? undefined
          : () => go({ at: 'setup', profile: profile ?? null });
      }
      case 'set-up-git':
        return place.at === 'git' ? handlers.onTryAgain : () => go({ at: 'git', change: 'set-up' });
      case 'clear-keychain':
        return place.at === 'stale' ? handlers.onTryAgain : () => go({ at: 'stale' });
      case 'show-credentials-file':
        return () => api.showCredentialsFile();
      case 'unlock-keyring':
        return () => then(api.unlockKeyring());
      case 'seal-anew':
        return () => then(api.sealAnew());
      case 'copy-unmarked':
        return handlers.onCopyUnmarked;
      case 'open-doctor':
        return place.at === 'doctor' ? undefined : () => go({ at: 'doctor' });
      case 'change-profile':
        // There has to be another one.
        return place.at === 'git' || view.profiles.length < 2 ? undefined : () => go({ at: 'git', change: 'set-up' });
      case 'copy-statement':
        return () => api.copyStatement();
      case 'resync': {
        const profile = handlers.profile ?? named?.id;
        return profile === undefined ? undefined : () => go({ at: 'resync', profile });
      }
      case 'open-policy':
        return () => go({ at: 'policy' });
    }
  }
}
