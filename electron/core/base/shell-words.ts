/** One word of a POSIX shell. */
export const sh = (word: string): string => `'${word.replace(/'/g, `'\\''`)}'`;
