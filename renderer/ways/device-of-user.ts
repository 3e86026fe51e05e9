/** The ARN of the device that a user most likely has, where their own was given in its place: AWS's console names it so. Pure. */
import { USER_ARN } from '../../electron/core/aws/names.ts';

/** Null for what is no user's ARN. */
export function deviceOfUser(text: string): string | null {
  if (!USER_ARN.test(text)) return null;
  const user = text.indexOf(':user/');
  return `${text.slice(0, user)}:mfa/${text.slice(text.lastIndexOf('/') + 1)}`;
}
