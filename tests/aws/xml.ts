// Guarantees: well-formed XML of plain data: a list repeats its element, an undefined value leaves its element out.

export type XmlValue = string | number | boolean | Date | undefined | XmlTree | readonly (XmlValue | undefined)[];
export interface XmlTree {
  readonly [element: string]: XmlValue;
}

const escaped: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#xD;',
};
const escapeText = (text: string): string => text.replace(/[&<>"\r]/g, (char) => escaped[char] ?? char);

/** The form of AWS's time stamps: ISO 8601, UTC, whole seconds. */
export const isoSeconds = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;

function content(value: Exclude<XmlValue, undefined>): string {
  if (value instanceof Date) return isoSeconds(value);
  if (typeof value === 'object')
    return Object.entries(value)
      .map(([name, child]) => element(name, child))
      .join('');
  return escapeText(String(value));
}

function element(name: string, value: XmlValue): string {
  if (value === undefined) return '';
  if (Array.isArray(value)) return value.map((one) => element(name, one)).join('');
  return `<${name}>${content(value)}</${name}>`;
}

export const xmlDocument = (root: string, namespace: string | undefined, tree: XmlTree): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${namespace ? ` xmlns="${namespace}"` : ''}>${content(tree)}</${root}>`;
