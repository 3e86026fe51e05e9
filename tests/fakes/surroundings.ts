/** Start files and programs in memory. */
import { FailureError } from '../../electron/core/base/failure.ts';
import type { FoundProgram, Programs, StartFiles } from '../../electron/core/doctor/port.ts';
import type { StartFile } from '../../electron/core/doctor/surroundings/start-file.ts';

export class FakeStartFiles implements StartFiles {
  files: StartFile[] = [];
  /** What was kept before a change, by path. */
  readonly copies: [path: string, text: string][] = [];

  /** A file of bash's, unless it is said to be another's. */
  put(path: string, text: string, more: Partial<StartFile> = {}): void {
    this.files = [
      ...this.files.filter((file) => file.path !== path),
      { path, text, reads: 'bash', dialect: 'sh', ...more },
    ];
  }

  async read(): Promise<readonly StartFile[]> {
    return this.files;
  }

  async replace(path: string, before: string, after: string): Promise<void> {
    const file = this.files.find((one) => one.path === path);
    if (file?.text !== before) throw new FailureError('file.changed-meanwhile', { path });
    this.copies.push([path, before]);
    this.put(path, after, { reads: file.reads, dialect: file.dialect });
  }
}

export class FakePrograms implements Programs {
  /** Path → what its `--version` says. */
  readonly there = new Map<string, string | null>();
  /** Folders into which installers put programs. */
  installed: readonly string[] = [];
  /** Those that are copies of each other. */
  same: readonly string[] = [];

  async onPath(names: readonly string[], path: string): Promise<readonly FoundProgram[]> {
    return path.split(':').flatMap((folder) => this.#in(folder, names));
  }

  async elsewhere(names: readonly string[]): Promise<readonly FoundProgram[]> {
    return this.installed.flatMap((folder) => this.#in(folder, names));
  }

  async versionOf(path: string): Promise<string | null> {
    return this.there.get(path) ?? null;
  }

  async areSame(one: string, other: string): Promise<boolean> {
    return one === other || (this.same.includes(one) && this.same.includes(other));
  }

  async exists(path: string): Promise<boolean> {
    return this.there.has(path);
  }

  #in(folder: string, names: readonly string[]): readonly FoundProgram[] {
    return names
      .map((name) => ({ name, path: `${folder}/${name}`, real: `${folder}/${name}` }))
      .filter(({ path }) => this.there.has(path));
  }
}
