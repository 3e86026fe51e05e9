/** Which screen is open. Escape goes back one, and from the first hides the window. */
import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { AppView } from '../../electron/core/app/view.ts';
import type { MendName } from '../../electron/core/doctor/mend.ts';
import type { GitChange } from '../../electron/core/git/config/config-plan.ts';
import type { DaypassApi } from '../../electron/core/surfaces/contract/contract.ts';
import type { Draft } from './draft.ts';
import { placeIn } from './place-in.ts';
import { FORGET_AFTER_MS } from './use-forget.ts';
import { focusFirst } from './use-keep-focus.ts';

export type Place =
  | { readonly at: 'main' | 'stale' | 'try' | 'doctor' | 'explain' | 'settings' | 'policy' | 'about' }
  | { readonly at: 'git'; readonly change: GitChange }
  | { readonly at: 'mend'; readonly names: readonly MendName[] }
  | { readonly at: 'profile' | 'totp' | 'key' | 'resync'; readonly profile: string }
  /** `profile` null: a new one. */
  | { readonly at: 'setup'; readonly profile: string | null };

export interface Navigation {
  readonly place: Place;
  /** Whether there is a screen behind this one. */
  readonly canGoBack: boolean;
  readonly go: (place: Place) => void;
  readonly back: () => void;
  /** What is typed in a form, for who looks elsewhere and comes back to it. */
  readonly drafts: WeakMap<Place, Draft>;
}

const MAIN: Place = { at: 'main' };
/** Reached from the first screen, not from another. */
const isTop = (place: Place) => place.at === 'main' || place.at === 'doctor' || place.at === 'settings';

export function useNavigation(api: DaypassApi, view: AppView | null): Navigation {
  const [stack, setStack] = useState<readonly Place[]>([MAIN]);
  const go = useCallback((place: Place) => {
    if (place.at === 'main') setStack([MAIN]);
    // What is shown stays until the next screen has been loaded.
    else startTransition(() => setStack((old) => (isTop(place) ? [MAIN, place] : [...old, place])));
  }, []);
  const back = useCallback(() => setStack((old) => (old.length > 1 ? old.slice(0, -1) : old)), []);
  const place = stack.at(-1) ?? MAIN;
  const [drafts] = useState(() => new WeakMap<Place, Draft>());

  // What is of a profile goes with it.
  useEffect(() => {
    const isThere = (one: Place) =>
      !('profile' in one) || one.profile === null || !view || view.profiles.some(({ id }) => id === one.profile);
    setStack((old) => (old.every(isThere) ? old : old.filter(isThere)));
  }, [view]);
  useEscape(stack.length > 1 ? back : api.hide);
  useCallHome(view, place, go);
  useOpenedAt(go);
  useComeBack(place, go);
  useFocusThere(place);
  const canGoBack = stack.length > 1;
  return useMemo(() => ({ place, canGoBack, go, back, drafts }), [place, canGoBack, go, back, drafts]);
}

/** Who goes from one screen to another comes to what that one is for; who only opens the window is not led anywhere. */
function useFocusThere(place: Place) {
  const before = useRef(place);
  useEffect(() => {
    if (before.current !== place) focusFirst();
    before.current = place;
  }, [place]);
}

/** What the tray's menu opens, by the page's hash. */
function useOpenedAt(go: (place: Place) => void) {
  useEffect(() => {
    const opened = () => {
      const place = placeIn(location.hash);
      if (!place) return;
      // Taken back, so that the same entry of the menu is heard again.
      history.replaceState(null, '', location.pathname);
      go(place);
    };
    opened();
    window.addEventListener('hashchange', opened);
    return () => window.removeEventListener('hashchange', opened);
  }, [go]);
}

function useEscape(then: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      // What is open inside a screen, as a list, closes first and says so by preventing the default.
      if (event.key === 'Escape' && !event.defaultPrevented && !event.isComposing) then();
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, [then]);
}

const isForm = ({ at }: Place) => at === 'setup' || at === 'totp' || at === 'resync';

/** Who has not looked for a while comes for the session, wherever they were; what is typed in a form is kept for them. */
function useComeBack(place: Place, go: (place: Place) => void) {
  const hiddenAt = useRef<number | null>(null);
  useEffect(() => {
    const changed = () => {
      const since = hiddenAt.current;
      hiddenAt.current = document.hidden ? performance.now() : null;
      if (since !== null && performance.now() - since > FORGET_AFTER_MS && !isForm(place)) go(MAIN);
    };
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, [place, go]);
}

/** A git that begins to wait, or a profile shown from outside, wants the code field; only a form is not interrupted. */
function useCallHome(view: AppView | null, place: Place, go: (place: Place) => void) {
  const before = useRef(view);
  useEffect(() => {
    const old = before.current;
    before.current = view;
    if (!old || !view || isForm(place)) return;
    // One that was removed leaves its place to another; that calls nobody.
    const shownAnew = old.shown !== view.shown && view.profiles.some(({ id }) => id === old.shown);
    if (shownAnew || lastWaiting(view) > lastWaiting(old)) go(MAIN);
  }, [view, place, go]);
}

const lastWaiting = (view: AppView) => Math.max(0, ...view.waiting.map(({ id }) => id));
