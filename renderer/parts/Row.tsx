/** A line of a list that opens something. Its name is its label alone. */
import { useId } from 'react';
import { Icon, type IconName } from './Icon.tsx';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly hint?: string;
  readonly onOpen: () => void;
}

export function Row({ icon, label, hint, onOpen }: Props) {
  const described = useId();
  return (
    <button
      type="button"
      className="row"
      aria-label={label}
      aria-describedby={hint ? described : undefined}
      onClick={onOpen}
    >
      <Icon name={icon} />
      <span className="row-text">
        <span>{label}</span>
        {hint && (
          <span id={described} className="row-hint">
            {hint}
          </span>
        )}
      </span>
      <span className="row-more">
        <Icon name="back" />
      </span>
    </button>
  );
}
