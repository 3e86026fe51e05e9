/** The one line that a person reads at a terminal whose git has to wait for them. */
import type { GitAnswer } from '../../git/credential/answer.ts';
import { messagesIn } from '../../i18n/messages.ts';
import { fill } from '../../i18n/say.ts';
import type { Language } from '../../i18n/words.ts';
import type { CommandApp } from './app.ts';

export type GitWaits = Extract<GitAnswer, { kind: 'waits' }>;

interface Told {
  readonly signIns: Pick<CommandApp['signIns'], 'renewsItself'>;
  view(): Pick<ReturnType<CommandApp['view']>, 'profiles'>;
}

/** What they have to do, where, and how they get out of it; null where it takes nobody. */
export function waitsLine(app: Told, { repository, profile: id }: GitWaits, language: Language): string | null {
  const { waits } = messagesIn(language).commands;
  const profile = app.view().profiles.find((one) => one.id === id);
  if (!profile) return fill(waits.choice, { repository });
  if (app.signIns.renewsItself(profile.id)) return null;
  return fill(waits[profile.needs], { profile: profile.name });
}
