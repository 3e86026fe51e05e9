/** Beneath a field: what is wrong with it, or else its hint. */

export function FieldNote({ id, hint, error }: { id: string; hint: string | undefined; error: string | undefined }) {
  return (
    <p id={id} className="hint" data-trouble={error !== undefined || undefined} aria-live="polite">
      {error ?? hint}
    </p>
  );
}
