/** A git in memory with one global file, whose entries a test says. */
import type { Git, GitEntry } from '../../electron/core/git/config/port.ts';

export class FakeGit implements Git {
  installed: string | null = '2.39.5';
  cacheClient = true;
  listed: readonly GitEntry[] = [];
  text: string | null = null;
  /** Asked before each answer; a test sets it to refuse or to delay. */
  gate: () => Promise<void> = async () => {};

  async version(): Promise<string | null> {
    const answer = this.installed;
    await this.gate();
    return answer;
  }

  async hasCacheClient(): Promise<boolean> {
    return this.cacheClient;
  }

  async entries(): Promise<readonly GitEntry[]> {
    return this.listed;
  }

  async globalFile() {
    return { path: '/home/ann/.gitconfig', text: this.text };
  }

  async replaceGlobalFile(_before: string | null, after: string | null): Promise<void> {
    this.text = after;
  }
}
