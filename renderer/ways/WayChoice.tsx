/** The ways between a key with six digits, a sign-in with the browser, and that of a company. */

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

const PORTAL: Way = { is: 'identity-center', session: null, startUrl: '', ssoRegion: '', account: '', role: '' };

export function WayChoice({ draft, edited, onWay }: Props) {
  const { texts } = useDaypass();
  const { setUp, setUpHint, setUpKey, setUpPortal, setUpPortalHint } = texts.browser;
  const { way } = wayOf(draft);
  if (edited || factsOf({ way }).parent !== null) return null;
  // What a section of AWS's files leads to is chosen there.
  const is = draft.section === '' ? way.is : 'key';
  const others: readonly (readonly [Way, string])[] = [
    [wayOf(EMPTY).way, setUpKey],
    [{ is: 'browser' }, setUp],
    [PORTAL, setUpPortal],
  ];
  return (
    <div className="way-choice">
      {is === 'browser' && <p className="note">{setUpHint}</p>}
      {is === 'identity-center' && <p className="note">{setUpPortalHint}</p>}
      {others
        .filter(([other]) => other.is !== is)
        .map(([other, text]) => (
          <button key={other.is} type="button" className="link" onClick={() => onWay(other)}>
            {text}
          </button>
        ))}
    </div>
  );
}
