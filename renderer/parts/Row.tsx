/** A line of a list that opens something: all of it can be clicked, and its name is the label that one sees. */
import { type ReactElement, useId } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly icon: IconName | ReactElement;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is to be seen at its end. */
  readonly state?: ReactElement;
  readonly onOpen: () => void;
}

export function Row({ icon, label, hint, state, onOpen }: Props) {
  const id = useId();
  const about = [hint && `${id}-hint`, state && `${id}-state`].filter(Boolean).join(' ');
  return (
    <div className="row">
      {typeof icon === 'string' ? <Icon name={icon} /> : icon}
      <span className="row-text">
        <button type="button" className="cover" aria-describedby={about || undefined} onClick={onOpen}>
          {label}
        </button>
        {hint && (
          <span id={`${id}-hint`} className="row-hint">
            {hint}
          </span>
        )}
      </span>
      {state && <span id={`${id}-state`}>{state}</span>}
      <span className="row-more">
        <Icon name="back" />
      </span>
    </div>
  );
}
