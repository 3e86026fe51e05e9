/** What is said while a sign-in waits for the next code of a stored authenticator, or null while none does. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from './daypass-context.ts';
import { useNow } from './use-now.ts';

const NEVER_MS = 86_400_000;

export function useNextCode({ nextCodeAt }: ProfileView): string | null {
  const { texts, view } = useDaypass();
  const now = useNow(nextCodeAt === null ? NEVER_MS : 1_000);
  if (nextCodeAt === null) return null;
  const seconds = Math.max(0, Math.ceil((nextCodeAt - view.awsOffset - now) / 1_000));
  return fill(texts.signIn.nextCodeIn, { seconds });
}
