/** Files and programs in memory, with what others may do with them. */
import type { FilePlaces, LooseFile, SharedFile } from '../../electron/core/aws-files/port.ts';

export class FakeFilePlaces implements FilePlaces {
  list: readonly LooseFile[] = [];
  readonly programs: Set<string>;
  /** Which files were last said to hold a secret. */
  secret: readonly SharedFile[] = [];

  constructor(programs: readonly string[]) {
    this.programs = new Set(programs);
  }

  async loose(secret: readonly SharedFile[]): Promise<readonly LooseFile[]> {
    this.secret = secret;
    return this.list;
  }

  async tighten(files: readonly LooseFile[]): Promise<void> {
    this.list = this.list.filter(({ path }) => !files.some((file) => file.path === path));
  }

  async isThere(program: string): Promise<boolean> {
    return this.programs.has(program);
  }
}
