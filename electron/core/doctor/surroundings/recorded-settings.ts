/** Variables as PowerShell, PAM, fish's own record, Windows' registry and macOS' launchd write them. */
import type { Bytes } from '../../base/bytes.ts';
import type { RawSetting } from './raw-setting.ts';

type Placed = RawSetting & { readonly line: number };

const POWERSHELL: readonly RegExp[] = [
  /^\s*\$(?:\{env:(?<quoted>\w+)\}|env:(?<name>\w+))\s*=\s*(?<value>.*?)\s*;?\s*$/i,
  /^\s*\[(?:System\.)?Environment\]::SetEnvironmentVariable\(\s*["'](?<name>\w+)["']\s*,\s*(?<value>[^,)]*?)\s*(?:,[^)]*)?\)\s*;?\s*$/i,
  /^\s*(?:Set-Item|New-Item|si|ni)\s+(?:-Path\s+)?["']?Env:\\?(?<name>\w+)["']?\s+(?:-Value\s+)?(?<value>.*?)\s*$/i,
];

export function powershellSettings(text: Bytes): readonly Placed[] {
  let isComment = false;
  return text.split('\n').flatMap((whole, at): readonly Placed[] => {
    const line = whole.replace(/\r$/, '');
    if (/^\s*<#/.test(line)) isComment = true;
    const skipped = isComment;
    if (/#>/.test(line)) isComment = false;
    if (skipped) return [];
    const groups = POWERSHELL.map((form) => form.exec(line)?.groups).find(Boolean);
    const name = groups?.name ?? groups?.quoted;
    if (!groups || !name) return [];
    const [, single, double, none] = /^(?:'([^']*)'|"([^"]*)")|^(.*)$/.exec(groups.value ?? '') ?? [];
    const dynamic = single === undefined && (double === undefined || /[$`]/.test(double));
    const isTakenAway = /^(?:\$null)?$/i.test(none ?? 'x');
    if (isTakenAway) return [{ name, value: null, exported: false, line: at + 1 }];
    return [{ name, value: single ?? double ?? '', dynamic, line: at + 1 }];
  });
}

const FORMS = {
  /** `SETUVAR --export NAME:VALUE`, in which what is no letter is written as \xHH. */
  'fish-universal': /^SETUVAR (?<options>(?:--\w+ )*)(?<name>\w+):(?<value>.*)$/,
  /** `    NAME    REG_SZ    VALUE`, as `reg query` prints it. */
  registry: /^\s+(?<name>\w+)\s+REG_(?:EXPAND_)?SZ(?:\s{4}(?<value>.*))?$/,
  /** `NAME DEFAULT=VALUE OVERRIDE=VALUE` or `NAME=VALUE`. */
  pam: /^\s*(?!#)(?<name>\w+)(?:=|.*\b(?:OVERRIDE|DEFAULT)=)(?<value>"[^"]*"|\S*)\s*$/,
} as const;

export function recordedSettings(kind: keyof typeof FORMS | 'plist', text: Bytes): readonly Placed[] {
  if (kind === 'plist') return plistSettings(text);
  return text.split('\n').flatMap((line, at): readonly Placed[] => {
    const { name, value = '', options } = FORMS[kind].exec(line.replace(/\r$/, ''))?.groups ?? {};
    if (!name) return [];
    const plain = kind === 'fish-universal' ? unescaped(value) : value.replace(/^"(.*)"$/, '$1');
    const exported = options === undefined || /--export\b/.test(options);
    return [{ name, value: plain, exported, dynamic: kind === 'pam' && /[$@]\{/.test(plain), line: at + 1 }];
  });
}

const unescaped = (value: string): string =>
  value.replace(/\\x([0-9a-f]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

/** What a launch agent sets with `launchctl setenv`, and what it gives to its own program alone. */
function plistSettings(text: Bytes): readonly Placed[] {
  const setenv = /<string>setenv<\/string>\s*<string>(\w+)<\/string>\s*<string>([^<]*)<\/string>/g;
  return [...text.matchAll(setenv)].map(({ 1: name = '', 2: value = '', index }) => ({
    name,
    value,
    line: text.slice(0, index).split('\n').length,
  }));
}
