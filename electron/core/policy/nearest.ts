/** What somebody may have meant: the nearest of the known words, as far off as a slip of the hand is. */
export function nearest(word: string, known: readonly string[], most = 2): string | null {
  const typed = word.toLowerCase();
  let best: { readonly word: string; readonly off: number } | null = null;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) > most) continue;
    const off = distance(typed, candidate.toLowerCase());
    if (off <= most && (!best || off < best.off)) best = { word: candidate, off };
  }
  return best?.word ?? null;
}

/** Insertions, deletions and replacements from the one to the other; two letters that have changed places are one. */
function distance(a: string, b: string): number {
  let beforeLast: readonly number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (row[j - 1] ?? 0) + 1,
        (last[j] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (beforeLast[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
