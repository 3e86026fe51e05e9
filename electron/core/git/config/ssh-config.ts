/** `~/.ssh/config`: the hosts that people reach CodeCommit by with an SSH key, https://man.openbsd.org/ssh_config. */
import { codecommitHost } from '../codecommit-host.ts';
import type { Finding } from './finding.ts';

/** The ID of an SSH key that IAM knows. */
const KEY_ID = /^APKA[A-Z0-9]{12,}$/;

export function findInSsh(text: string, origin: string): readonly Finding[] {
  return text.split(/\r?\n/).flatMap((line, at): Finding[] => {
    const [, keyword = '', rest = ''] = /^\s*(\w+)(?:\s*=\s*|\s+)"?([^"#]*)/.exec(line) ?? [];
    const words = rest.trim().split(/\s+/);
    const value = namesCodeCommit(keyword.toLowerCase(), words);
    return value ? [{ code: 'ssh-key', origin, name: keyword, value, mend: null, line: at + 1, right: [RIGHT] }] : [];
  });
}

const RIGHT = 'remote.origin.url = https://git-codecommit.REGION.amazonaws.com/v1/repos/NAME';

/** What there is to show of it; null where it is about another host. */
function namesCodeCommit(keyword: string, words: readonly string[]): string | null {
  if (keyword === 'user') {
    const id = words.find((word) => KEY_ID.test(word));
    return id ? `APKA…${id.slice(-4)}` : null;
  }
  if (keyword !== 'host' && keyword !== 'hostname') return null;
  // `*` stands for the region, as AWS's guide has it.
  return words.find((word) => codecommitHost(word.replace('*', 'us-east-1')) !== null) ?? null;
}
