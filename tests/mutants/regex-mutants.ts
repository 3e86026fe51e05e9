/** Every single change of a regular expression that a slip of the hand could make: in an anchor, a count, a class, an alternative, a flag. */

/** `/pattern/flags`, changed in one place; what is no regular expression any more is left out. */
export function regexMutants(pattern: string, flags: string): string[] {
  const changed = [...tokenMutants(pattern), ...alternativeMutants(pattern)].map((other) => [other, flags] as const);
  const flagged = [...flags].map((flag) => [pattern, flags.replace(flag, '')] as const);
  return [...changed, ...flagged].filter(([p, f]) => p !== '' && isRegex(p, f)).map(([p, f]) => `/${p}/${f}`);
}

function isRegex(pattern: string, flags: string): boolean {
  try {
    new RegExp(pattern, flags);
    return true;
  } catch {
    return false;
  }
}

/** An escape, a whole class, a group's opening, a count, or one character. */
const TOKEN =
  /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|.)|\[(?:[^\]\\]|\\.)*\]|\(\?(?:[:=!]|<[=!]|<\w+>)|\{\d+(?:,\d*)?\}|[\s\S]/gu;

function tokenMutants(pattern: string): string[] {
  return [...pattern.matchAll(TOKEN)].flatMap(({ 0: token, index }) =>
    replacements(token).map((other) => pattern.slice(0, index) + other + pattern.slice(index + token.length)),
  );
}

function replacements(token: string): string[] {
  if (['^', '$', '\\b', '?'].includes(token)) return [''];
  if (token === '*') return ['+'];
  if (token === '+') return ['*', ''];
  if (/^\\[dswDSW]$/.test(token))
    return [`\\${token === token.toLowerCase() ? token[1]?.toUpperCase() : token[1]?.toLowerCase()}`];
  if (token.startsWith('[')) return [token.startsWith('[^') ? `[${token.slice(2)}` : `[^${token.slice(1)}`];
  const count = /^\{(\d+)(,?)(\d*)\}$/.exec(token);
  return count ? counts(Number(count[1]), count[2] ?? '', count[3] ?? '') : [];
}

function counts(min: number, comma: string, max: string): string[] {
  const lower = [min - 1, min + 1].filter((n) => n >= 0).map((n) => `{${n}${comma}${max}}`);
  return max === '' ? lower : [...lower, `{${min},${Number(max) - 1}}`, `{${min},${Number(max) + 1}}`];
}

/** Each `|` with what stands on one side of it, up to the group's end, taken away. */
function alternativeMutants(pattern: string): string[] {
  const made: string[] = [];
  const groups: { starts: number[] }[] = [{ starts: [0] }];
  const close = (end: number) => {
    const { starts = [] } = groups.pop() ?? {};
    if (starts.length < 2) return;
    for (const [at, start] of starts.entries()) {
      const next = starts[at + 1];
      // The first goes with the bar behind it, all others with the one before them.
      made.push(
        at === 0 ? cut(pattern, start, next ?? end) : cut(pattern, start - 1, next === undefined ? end : next - 1),
      );
    }
  };
  for (const { 0: token, index } of pattern.matchAll(TOKEN)) {
    if (token.startsWith('(')) groups.push({ starts: [index + token.length] });
    else if (token === '|') groups.at(-1)?.starts.push(index + 1);
    else if (token === ')') close(index);
  }
  close(pattern.length);
  return made;
}

const cut = (text: string, from: number, to: number): string => text.slice(0, from) + text.slice(to);
