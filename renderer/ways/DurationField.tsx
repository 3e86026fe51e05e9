/** How long a session is asked for; what the kind of session cannot have is not offered. */
import { span } from '../../electron/core/i18n/times.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { Field } from '../parts/Field.tsx';
import { type KeyDraft, keyWayOf } from './key-draft.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const OFFERED = [15 * MINUTE, 30 * MINUTE, ...[1, 2, 4, 8, 10, 12, 18, 24, 36].map((n) => n * HOUR)];

export function DurationField({ draft, onChange }: { draft: KeyDraft; onChange: (seconds: number) => void }) {
  const { texts, view } = useDaypass();
  const { durationSeconds: chosen, longest: most } = factsOf({ way: keyWayOf(draft) });
  // What was chosen elsewhere, to the second, stays as it is.
  const offered = [...new Set([...OFFERED, chosen])].filter((n) => n <= most).sort((a, b) => a - b);
  return (
    <Field label={texts.setup.duration} hint={draft.through === null ? undefined : texts.setup.roleLimit}>
      {(ids) => (
        <select {...ids} value={chosen} onChange={({ target }) => onChange(Number(target.value))}>
          {offered.map((seconds) => (
            <option key={seconds} value={seconds}>
              {words(seconds)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );

  function words(seconds: number) {
    const rest = seconds % MINUTE;
    const round = span((seconds - rest) * 1_000, view.language);
    return rest ? `${round} ${span(rest * 1_000, view.language)}` : round;
  }
}
