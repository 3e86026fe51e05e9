/** Which files and sockets git's own `store` and `cache` helpers use here, read from the configured helper values as the shell would read them. */

export interface HelperSettings {
  /** Absolute paths, as `--file` of a `store` helper. */
  readonly files: readonly string[];
  /** Absolute paths, as `--socket` of a `cache` helper. */
  readonly sockets: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** `values` of all `credential.helper` and `credential.URL.helper`. A relative path is left out, as each folder would have its own: `unseenStores` names it. */
export function helperSettings(values: readonly string[], home: string, env: Environment): HelperSettings {
  const files: string[] = [];
  const sockets: string[] = [];
  for (const value of values) {
    const [program = '', ...options] = helperWords(value, home, env);
    const helper = /^(?:.*[/\\])?(?:git-credential-)?(store|cache)(?:\.exe)?$/.exec(program)?.[1];
    if (helper === 'store') files.push(...option(options, '--file').filter((path) => ABSOLUTE.test(path)));
    if (helper === 'cache') sockets.push(...option(options, '--socket').filter((path) => ABSOLUTE.test(path)));
  }
  return { files: [...new Set(files)], sockets: [...new Set(sockets)] };
}

/** The program of a helper's value, and what follows it. */
export const helperWords = (value: string, home: string, env: Environment): readonly string[] =>
  words(value.replace(/^!\s*(?:git\s+credential-)?/, ''), home, env);

export const ABSOLUTE = /^(?:\/|[A-Za-z]:[\\/])/;

/** Each value that an option is given. */
export function option(options: readonly string[], name: string): readonly string[] {
  return options.flatMap((word, i) => {
    const value =
      word === name ? options[i + 1] : word.startsWith(`${name}=`) ? word.slice(name.length + 1) : undefined;
    return value ? [value] : [];
  });
}

/** A word of the shell: quoted parts, escaped signs and plain signs. */
const WORD = /(?:'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\])+/g;
const PART = /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)|(~(?=\/|$))|\$(?:\{(\w+)\}|(\w+))|([^\s'"\\])/g;

/** The words of a command, with quotes, `~` and variables resolved; whatever else a shell can do is not looked for here. */
function words(command: string, home: string, env: Environment): readonly string[] {
  const variableValue = (name: string) => (name === 'HOME' ? home : (env[name] ?? ''));
  const inQuotes = (text: string) =>
    text
      .replace(/(?<!\\)\$(?:\{(\w+)\}|(\w+))/g, (_, braced, plain) => variableValue(braced ?? plain))
      .replace(/\\(["\\$`])/g, '$1');
  return (command.match(WORD) ?? []).map((word) =>
    word.replace(PART, (_, single, double, escaped, tilde, braced, variable, plain, at) => {
      if (single !== undefined) return single;
      if (double !== undefined) return inQuotes(double);
      // A shell takes `~` only at a word's begin, yet people write `--file=~/x` and mean their home.
      if (tilde !== undefined) return at === 0 || word[at - 1] === '=' ? home : tilde;
      return escaped ?? (braced || variable ? variableValue(braced ?? variable) : plain);
    }),
  );
}
