/** The screen that is open. The first is there at once; the others are loaded when it has been drawn, or is not wanted. */
import { lazy, useEffect } from 'react';
import { useAtOnce } from '../parts/daypass-context.ts';
import { SignIn } from './SignIn.tsx';

const load = () => import('./OtherScreen.tsx');
const OtherScreen = lazy(async () => ({ default: (await load()).OtherScreen }));

export function Screen() {
  const { place, view } = useAtOnce();
  useEffect(() => void load(), []);
  const shown = view.profiles.find((profile) => profile.id === view.shown) ?? view.profiles[0];
  return place.at === 'main' && shown ? <SignIn profile={shown} /> : <OtherScreen />;
}
