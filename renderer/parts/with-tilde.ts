/** A text with the person's home as `~`, as they know their files. */
const SPECIAL = /[.*+?^${}()|[\]\\]/g;

export function withTilde(text: string, home: string | null | undefined): string {
  if (!home) return text;
  return text.replace(new RegExp(`(?<![\\w.~/\\\\-])${home.replace(SPECIAL, '\\$&')}(?=[/\\\\])`, 'g'), '~');
}
