/** Reads `security dump-keychain`: the attributes of every item, in no case a password. */

export interface KeychainItem {
  /** 'inet' for an internet password, 'genp' for a generic one. */
  readonly kind: string;
  /** By their four-letter names; an attribute without a value is absent. */
  readonly attributes: Readonly<Record<string, string>>;
}

const ATTRIBUTE = /^ {4}"(.{4})"<\w+>=(.*)$/;

export function keychainItems(dump: string): readonly KeychainItem[] {
  const items: { kind: string; attributes: Record<string, string> }[] = [];
  for (const line of dump.split('\n')) {
    if (line.startsWith('class: ')) items.push({ kind: printedValue(line.slice(7)) ?? '', attributes: {} });
    const [, name, printed = ''] = ATTRIBUTE.exec(line) ?? [];
    const value = name === undefined ? null : printedValue(printed);
    const item = items.at(-1);
    if (item && name !== undefined && value !== null) item.attributes[name] = value;
  }
  return items;
}

/**
 * `"text"`, with no sign escaped, or for bytes that do not all print `0xHEX`, with their printable form after it.
 * https://github.com/apple-oss-distributions/Security/blob/main/SecurityTool/macOS/keychain_utilities.c
 */
function printedValue(printed: string): string | null {
  const [, hex] = /^0x([0-9A-F]*)/.exec(printed) ?? [];
  if (hex !== undefined) return Buffer.from(hex, 'hex').toString('utf8').replace(/\0+$/, '');
  return /^"(.*)"$/.exec(printed)?.[1] ?? null;
}

/** Milliseconds since 1970 of `20260131235959Z`; null for all else. */
export function keychainTime(text: string | undefined): number | null {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '') ?? [];
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts.map(Number);
  return parts.length === 0 ? null : Date.UTC(year, month - 1, day, hour, minute, second);
}
