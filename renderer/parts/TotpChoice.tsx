/** Asks which of several authenticators on a picture is meant, by their names alone. */
import { useDaypass } from './daypass-context.ts';

interface Props {
  readonly names: readonly string[];
  readonly onChoose: (name: string) => void;
}

export function TotpChoice({ names, onChoose }: Props) {
  const { texts } = useDaypass();
  return (
    <div className="asking" role="alert">
      <p>{texts.totp.several}</p>
      {names.map((name) => (
        <button key={name} type="button" className="button wide" onClick={() => onChoose(name)}>
          {name}
        </button>
      ))}
    </div>
  );
}
