/** How far the rotation of a long-term key has come. It holds no secret, and stands on disk before each step is taken. */
import { list, nullable, object, oneOf, type Parsed, text, time } from '../base/parse.ts';

const keyId = text(128, /^\w+$/);

export const rotationJournal = object({
  /** The step that is being taken, or will be. */
  step: oneOf('create', 'prove', 'switch', 'deactivate', 'grace', 'delete-old', 'undo'),
  oldKeyId: keyId,
  /** Null until it is kept. */
  newKeyId: nullable(keyId),
  /** All keys of the user before a new one was made. */
  before: list(keyId, 10),
  /** When this rotation began, and in 'grace' when the old key was set inactive; in AWS's time. */
  since: time,
});
export type RotationJournal = Parsed<typeof rotationJournal>;
export type RotationStep = RotationJournal['step'];
