import { object, secretText } from '../../base/parse.ts';
import { LONGEST_PASTED, type Recognition } from '../../explain/recognition.ts';
import { call } from './call.ts';

export const explainCalls = {
  /** What a pasted text holds; it may hold secrets, of which none comes back. */
  explainError: call<Recognition>()(object({ text: secretText(LONGEST_PASTED) })),
};
