/** The way from a key with six digits to a sign-in with the browser, and back. */

import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { type Draft, EMPTY, wayOf } from '../parts/draft.ts';

interface Props {
  readonly draft: Draft;
  readonly edited: ProfileSettings | null;
  readonly onWay: (way: Way) => void;
}

export function WayChoice({ draft, edited, onWay }: Props) {
  const { texts } = useDaypass();
  const { usesBrowser, parent } = factsOf(wayOf(draft));
  if (edited || parent !== null) return null;
  return (
    <div className="way-choice">
      {usesBrowser && <p className="note">{texts.browser.setUpHint}</p>}
      <button type="button" className="link" onClick={() => onWay(usesBrowser ? wayOf(EMPTY).way : { is: 'browser' })}>
        {usesBrowser ? texts.browser.setUpKey : texts.browser.setUp}
      </button>
    </div>
  );
}
