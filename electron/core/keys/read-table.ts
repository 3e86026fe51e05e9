/** Reads a table as spreadsheets and web pages give it: fields by comma, semicolon or tab, which may be quoted. */

/** By what the fields of the first line are divided; of a line with one field alone, nothing is known. */
export function readTable(text: string): readonly (readonly string[])[] {
  const [head = ''] = text.trimStart().split('\n', 1);
  const count = (mark: string) => head.split(mark).length;
  const [mark = ','] = ['\t', ';', ','].sort((one, other) => count(other) - count(one));
  return rowsOf(text, mark).filter((row) => row.some(Boolean));
}

function rowsOf(text: string, mark: string): string[][] {
  const rows: string[][] = [[]];
  // A quoted field may hold the mark, line ends, and quotes that are written twice.
  const field = new RegExp(`[^\\S\\n${mark}]*(?:"((?:[^"]|"")*)"[^${mark}\\n]*|([^${mark}\\n]*))(${mark}|\\n|$)`, 'y');
  while (field.lastIndex < text.length) {
    const found = field.exec(text);
    if (!found) break;
    const [, quoted, plain = '', end] = found;
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain).trim());
    if (end === '\n') rows.push([]);
  }
  return rows;
}
