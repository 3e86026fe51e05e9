/** Something that is lived through, and what was seen of it. */

export interface Told {
  /** True where all was as it should be. */
  readonly ok: boolean;
  readonly seen: string;
  readonly pictures: readonly string[];
}

export interface Scene<Life> {
  readonly name: string;
  play(life: Life, picture: (what: string) => Promise<string>): Promise<Told>;
}

/** Every fact is to be true; `more` is only told. */
export function told(facts: Readonly<Record<string, boolean>>, more = '', pictures: readonly string[] = []): Told {
  const wrong = Object.entries(facts).filter(([, is]) => !is);
  const said = wrong.length === 0 ? Object.keys(facts) : wrong.map(([what]) => `NOT: ${what}`);
  return { ok: wrong.length === 0, seen: [...said, more].filter(Boolean).join('; '), pictures };
}
