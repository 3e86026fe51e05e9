/** The line and the column of a place in a text, counted from 1; every kind of line end counts once. */
export function textPlace(text: string, at: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, at).split(/\r\n|\r|\n/);
  // By characters: one beyond the 16 bits counts once.
  return { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
}
