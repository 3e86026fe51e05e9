/** Reads `cmdkey /list` in whatever language it speaks: by the signs that are not translated and by the order of the lines. */

export interface CmdkeyEntry {
  /** As `cmdkey /delete:` takes it. */
  readonly target: string;
  readonly user: string | null;
}

const TARGET = /LegacyGeneric:target=(git:https?:\/\/.*\S)/;
/** A label, its colon (full-width where the language has it so) and a value. */
const LABELLED = /^[^:：]*[:：]\s*(.*\S)\s*$/;

/** git's entries only. Each is a block: target, type, user, and at times how long it stays; an empty line ends it. */
export function cmdkeyEntries(output: Buffer): readonly CmdkeyEntry[] {
  return textOf(output)
    .split(/\r?\n\s*(?:\r?\n|$)/)
    .flatMap((block) => {
      const lines = block.split(/\r?\n/);
      const at = lines.findIndex((line) => TARGET.test(line));
      const target = TARGET.exec(lines[at] ?? '')?.[1];
      if (target === undefined) return [];
      return { target, user: LABELLED.exec(lines[at + 2] ?? '')?.[1] ?? null };
    });
}

/**
 * The console's code page is unknown here, and of no matter: only ASCII is looked for, and in no code page of Windows
 * does a second byte look like one of the signs between label and value, but for the full-width colon's own bytes.
 */
function textOf(output: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(output);
  } catch {
    // Big5 and GBK write that colon as A1 47 and A3 BA.
    return output.toString('latin1').replace(/\xa1G|\xa3\xba/g, ':');
  }
}
