/** Asks what a person signs in to AWS with, in their words: each answer has a form of its own. */
import { useId } from 'react';
import type { Way } from '../../electron/core/settings/way.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { EMPTY, wayOf } from '../parts/draft.ts';
import { useDroppedFiles } from '../parts/use-dropped-files.ts';

const PORTAL: Way = { is: 'identity-center', session: null, startUrl: '', ssoRegion: '', account: '', role: '' };

interface Props {
  readonly onWay: (way: Way) => void;
  /** Who drops a key's file has answered. */
  readonly onKeyFile: (file: File) => void;
  /** Back to what was found. Null where nothing was. */
  readonly onCancel: (() => void) | null;
}

export function WayChoice({ onWay, onKeyFile, onCancel }: Props) {
  const { texts } = useDaypass();
  const { which, setUp, setUpHint, setUpKey, setUpKeyHint, setUpPortal, setUpPortalHint } = texts.browser;
  const title = useId();
  useDroppedFiles((files) => {
    const [file] = files ?? [];
    if (file) onKeyFile(file);
  });
  return (
    <section className="way-choice" aria-labelledby={title}>
      <h2 id={title}>{which}</h2>
      <WayButton label={setUpKey} about={setUpKeyHint} onClick={() => onWay(wayOf(EMPTY).way)} />
      <WayButton label={setUp} about={setUpHint} onClick={() => onWay({ is: 'browser' })} />
      <WayButton label={setUpPortal} about={setUpPortalHint} onClick={() => onWay(PORTAL)} />
      {onCancel && (
        <button type="button" className="link" onClick={onCancel}>
          {texts.newKey.cancel}
        </button>
      )}
    </section>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly about: string;
  readonly onClick: () => void;
}

function WayButton({ label, about, onClick }: ButtonProps) {
  const description = useId();
  return (
    <div className="way">
      <button type="button" className="cover way-label" aria-describedby={description} onClick={onClick}>
        {label}
      </button>
      <span id={description} className="choice-about">
        {about}
      </span>
    </div>
  );
}
