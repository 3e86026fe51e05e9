/** The ring that a session is drawn as: full at its start, empty without one. What stands in it is given. */
import type { ReactNode } from 'react';

const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/** `rest` from 0 to 1. */
export function Ring({ rest, children }: { rest: number; children?: ReactNode }) {
  return (
    <div className="ring">
      <svg viewBox="0 0 100 100" aria-hidden="true">
        <circle className="ring-whole" cx="50" cy="50" r={RADIUS} />
        {rest > 0 && (
          <circle
            className="ring-rest"
            cx="50"
            cy="50"
            r={RADIUS}
            strokeDasharray={ROUND}
            strokeDashoffset={ROUND * (1 - rest)}
          />
        )}
      </svg>
      {children && <div className="ring-inside">{children}</div>}
    </div>
  );
}
