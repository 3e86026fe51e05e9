/** The six boxes that are seen of the code field; the field itself lies over them, unseen. */
interface Props {
  readonly digits: string;
  /** From and to, as in the field. */
  readonly selection: readonly [number, number];
  readonly shaking: boolean;
}

const PLACES = [0, 1, 2, 3, 4, 5] as const;

export function CodeBoxes({ digits, selection: [from, to], shaking }: Props) {
  const isHere = (place: number) => (from === to ? place === Math.min(from, 5) : place >= from && place < to);
  return (
    <span className="code-boxes" data-shaking={shaking || undefined} aria-hidden="true">
      {PLACES.map((place) => (
        <span key={place} className="code-box" data-here={isHere(place) || undefined}>
          {digits[place]}
        </span>
      ))}
    </span>
  );
}
