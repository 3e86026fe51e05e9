/** "Deny all but MFA": the statement that denies everything without MFA, but for what it lists. */
import { mfaMeaning } from './mfa-condition.ts';
import type { Statement } from './policy.ts';

/** What it is for, whether or not its condition says so rightly. */
export function isDenyWithoutMfa({ effect, allBut, actions, elsewhere, resources, conditions }: Statement): boolean {
  const everything = allBut || actions.some((action) => /^\*+(:\*+)?$/.test(action));
  const everywhere = !elsewhere && resources.some((resource) => /^\*+$/.test(resource));
  const meanings = conditions.map(mfaMeaning);
  const without = meanings.some(
    (one) => one === 'without' || one === 'without-in-session' || one === 'key' || one === 'old',
  );
  return effect === 'Deny' && everything && everywhere && without;
}

/** The actions that it lets past; none where it denies all. */
export const letPast = ({ allBut, actions }: Statement): readonly string[] => (allBut ? actions : []);
