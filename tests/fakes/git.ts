/** git's configuration in memory: reads its files and what they include as git does, in the ways that the tests write them. */
import { type FailureCode, FailureError } from '../../electron/core/base/failure.ts';
import type { Git, GitEntry, GitTried, GitVariable, PushAnswer } from '../../electron/core/git/config/port.ts';

export class FakeGit implements Git {
  readonly path = '/home/ann/.gitconfig';
  readonly home = '/home/ann';
  /** Null: there is no git. */
  installed: string | null = '2.45.1';
  cacheClient = true;
  text: string | null = null;
  /** Between a folder and a name of those it includes. */
  separator = '/';
  /** The other files, by their paths. */
  readonly files = new Map<string, string>();
  /** What stands in other files, before the global one. */
  others: GitEntry[] = [];
  /** git reads another file than the one that is written. */
  isDeaf = false;
  /** What reading fails with once this text is in the file. */
  chokes: { readonly on: string; readonly code: FailureCode } | null = null;
  /** Asked before each answer of its version; a test sets it to delay. */
  gate: () => Promise<void> = async () => {};
  /** What the server says to a push, by URL. */
  readonly pushAnswers = new Map<string, PushAnswer>();
  variablesSet: readonly GitVariable[] = [];
  ssh: { readonly path: string; readonly text: string } | null = null;
  /** Each text of the global file that was written. */
  readonly written: (string | null)[] = [];

  async version(): Promise<string | null> {
    const answer = this.installed;
    await this.gate();
    return answer;
  }

  async hasCacheClient(): Promise<boolean> {
    return this.cacheClient;
  }

  async entries(): Promise<readonly GitEntry[]> {
    const text = this.text ?? '';
    if (this.chokes && text.includes(this.chokes.on)) throw new FailureError(this.chokes.code, { message: 'bad line' });
    return this.isDeaf ? this.others : [...this.others, ...this.#read(this.path, text)];
  }

  async entriesOf(path: string): Promise<readonly GitEntry[]> {
    return this.#read(path, this.files.get(path) ?? '');
  }

  async variables() {
    return this.variablesSet;
  }

  async sshConfig() {
    return this.ssh;
  }

  async globalFile() {
    return { path: this.path, home: this.home, text: this.text };
  }

  async readFile(path: string): Promise<string | null> {
    return path === this.path ? this.text : (this.files.get(path) ?? null);
  }

  /** What git says to the refs of each URL that was tried. */
  readonly tried: string[] = [];
  answersTrial: GitTried = { status: 0, refs: 1, said: '' };
  /** What git does meanwhile, as asking its helper. */
  meanwhile: () => Promise<void> = async () => {};

  async lsRemote(url: string, asUser: { readonly name: string } | null): Promise<GitTried> {
    this.tried.push(asUser ? `${asUser.name} ${url}` : url);
    await this.meanwhile();
    return this.answersTrial;
  }

  async askPush(url: string): Promise<PushAnswer> {
    return this.pushAnswers.get(url) ?? null;
  }

  async replaceFile(path: string, before: string | null, after: string | null): Promise<void> {
    if (before !== (await this.readFile(path)))
      throw new FailureError('git.config-failed', { message: 'changed meanwhile' });
    if (path === this.path) {
      this.text = after;
      this.written.push(after);
    } else if (after === null) this.files.delete(path);
    else this.files.set(path, after);
  }

  #read(path: string, text: string): GitEntry[] {
    const found: GitEntry[] = [];
    let section = '';
    for (const line of text.split(/\r?\n/)) {
      const [, name, sub] = /^\[([\w-]+)(?: "(.*)")?\]$/.exec(line) ?? [];
      if (name) section = sub === undefined ? name.toLowerCase() : `${name.toLowerCase()}.${sub}`;
      const [, key, , value] = /^\s+([\w-]+)( ?= ?(.*))?$/.exec(line) ?? [];
      if (!key) continue;
      const name_ = `${section}.${key.toLowerCase()}`;
      const entry = { origin: `file:${path}`, scope: 'global', name: name_, value: unquoted(value) };
      const included =
        name_ === 'include.path' ? (entry.value ?? '').replace(/^~/, this.home).replaceAll('/', this.separator) : '';
      found.push(entry, ...this.#read(included, this.files.get(included) ?? ''));
    }
    return found;
  }
}

const unquoted = (value: string | undefined): string | null =>
  value?.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : (value ?? null);
