/** The regions that somebody may mean who has typed a part of a name, as AWS calls it in their language, or of a code. Pure. */

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').trim().toLowerCase();

/** Their codes; all for an empty text. */
export function regionsLike(typed: string, names: Readonly<Record<string, string>>): readonly string[] {
  const wanted = folded(typed);
  const found = Object.entries(names).filter(([code, name]) => code.includes(wanted) || folded(name).includes(wanted));
  return found.map(([code]) => code);
}
