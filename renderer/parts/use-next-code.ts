/** What is said until there is a code that was not spent, of a sign-in that waits for it or of one that is to begin; null when there is one. */

import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useAtOnce } from './daypass-context.ts';
import { useNow } from './use-now.ts';

const NEVER_MS = 86_400_000;

export function useNextCode(
  { nextCodeAt }: ProfileView,
  says: 'nextCodeIn' | 'waitForNext' = 'nextCodeIn',
): string | null {
  const { texts, view } = useAtOnce();
  const now = useNow(nextCodeAt === null ? NEVER_MS : 1_000);
  if (nextCodeAt === null) return null;
  const seconds = Math.ceil((nextCodeAt - view.awsOffset - now) / 1_000);
  return seconds > 0 ? fill(texts.signIn[says], { seconds }) : null;
}
