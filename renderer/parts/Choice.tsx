/** One of several, as a line with a radio button. */
import { useId } from 'react';

interface Props {
  readonly name: string;
  readonly label: string;
  readonly about?: string | undefined;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

export function Choice({ name, label, about, checked, disabled = false, onChoose }: Props) {
  const description = useId();
  return (
    <label className="choice" data-disabled={disabled || undefined}>
      <input
        type="radio"
        name={name}
        aria-label={label}
        aria-describedby={about ? description : undefined}
        checked={checked}
        disabled={disabled}
        onChange={onChoose}
      />
      <span className="choice-label" title={label}>
        {label}
      </span>
      {about && (
        <span id={description} className="choice-about">
          {about}
        </span>
      )}
    </label>
  );
}
