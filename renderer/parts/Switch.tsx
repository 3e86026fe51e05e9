/** Something that is on or off, and is so at once. */
interface Props {
  readonly label: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Switch({ label, on, onChange }: Props) {
  return (
    <label className="setting">
      <span>{label}</span>
      <input
        type="checkbox"
        role="switch"
        aria-checked={on}
        className="switch"
        checked={on}
        onChange={({ target }) => onChange(target.checked)}
      />
    </label>
  );
}
