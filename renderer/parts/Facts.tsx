/** What is known of something, a line each: what is said, and what it is. What is null is not known, and left out. */
import type { ReactNode } from 'react';

interface Props {
  readonly facts: readonly (readonly [label: string, value: ReactNode])[];
}

export function Facts({ facts }: Props) {
  return (
    <dl className="facts card">
      {facts.map(
        ([label, value]) =>
          value !== null && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
