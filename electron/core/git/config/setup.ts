/** Sets git up to ask Daypass, undoes it, and knows how far it is so; git itself is the judge of what was written. */

import { FailureError, failureOf, type Result } from '../../base/failure.ts';
import { Latest } from '../../base/latest.ts';
import type { Choosable } from '../credential/choose-profile.ts';
import { findInConfig, type Installation, isSetUp } from './config-findings.ts';
import { PATTERNS } from './config-name.ts';
import { type ConfigFile, type ConfigPlan, type GitChange, planMend, planSetup, planUndo } from './config-plan.ts';
import { earlierHelpers, helperValues, OWN_FILE, ownText, type SectionContent } from './config-section.ts';
import type { Finding } from './finding.ts';
import { entriesOfVariables, findInVariables } from './git-variables.ts';
import { knownNames } from './known-names.ts';
import { lineFinder, moreEntries } from './more-entries.ts';
import { findInNetrc } from './netrc.ts';
import type { Git } from './port.ts';
import { findInSsh } from './ssh-config.ts';
import { takeBack, writeChanges } from './write-changes.ts';

/** How far git is set up to ask Daypass. */
export interface GitState {
  /** Null where there is no git. */
  readonly version: string | null;
  readonly setUp: boolean;
  /** What stands in the way, or will; each has a text in i18n under its code. */
  readonly findings: readonly Finding[];
  /** What git takes `~` for; null or missing where that is not sure. */
  readonly home?: string | null;
}

export interface GitPreview {
  /** The global one, unless only Daypass's own differs. */
  readonly file: string;
  /** The change as a unified diff; empty when there is nothing to do. */
  readonly diff: string;
  /** Of how many kinds of host Daypass is to be asked. */
  readonly hosts: number;
}

export interface GitSetupWorld {
  readonly git: Git;
  /** Daypass's folder, absolute. */
  readonly folder: string;
  readonly windows: boolean;
  profiles(): readonly Choosable[];
  /** `~/.netrc`, which curl reads before any helper is asked; null where there is none. */
  readNetrc(): Promise<{ readonly path: string; readonly text: string } | null>;
  changed(): void;
}

export class GitSetup {
  readonly #world: GitSetupWorld;
  readonly #looks = new Latest();
  #view: GitState | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(world: GitSetupWorld) {
    this.#world = world;
  }

  /** Null until git has been looked at. */
  get view(): GitState | null {
    return this.#view;
  }

  /**
   * Looks at git again; an older look that ends later changes nothing. Rejects with FailureError git.config-failed where
   * git cannot read its own configuration.
   */
  refresh(): Promise<GitState> {
    return this.#looks.of(this.#look(), (view) => {
      this.#view = view;
      this.#world.changed();
    });
  }

  async #look(): Promise<GitState> {
    const { git, readNetrc } = this.#world;
    const version = await git.version();
    if (version === null) return { version, setUp: false, findings: [] };
    const [entries, installation, global] = [await git.entries(), await this.#installation(), await git.globalFile()];
    const setUp = isSetUp(entries, installation);
    const [more, netrc, ssh] = await Promise.all([moreEntries(git, entries), readNetrc(), git.sshConfig()]);
    const variables = await git.variables();
    const all = [...more, ...entriesOfVariables(variables)];
    const findings = [
      ...findInConfig(all, installation, await lineFinder(git, all)),
      ...findInVariables(variables, { installed: setUp, ...global }),
      ...(netrc ? findInNetrc(netrc.text, netrc.path) : []),
      ...(ssh ? findInSsh(ssh.text, ssh.path) : []),
    ];
    return { version, setUp, findings, home: global.home };
  }

  /** What would change, to be shown before. */
  async plan(change: GitChange): Promise<GitPreview> {
    const { path } = await this.#world.git.globalFile();
    const { changes, diff } = await this.#planned(change);
    const [only, more] = changes;
    return { file: only && !more ? only.path : path, diff, hosts: PATTERNS.length };
  }

  /** Rejects with a FailureError; the files are then as they were. */
  async apply(change: GitChange): Promise<void> {
    await this.#inTurn(() => this.#apply(change));
    await this.refresh();
  }

  /**
   * Daypass's own file, which a person has let in, says what is right now: which profiles there are, and how this version
   * is asked. What is in their own file changes only when they say so.
   */
  bringUpToDate(): Promise<void> {
    return this.#inTurn(async () => {
      const { git } = this.#world;
      const own = await this.#ownFile();
      if (own.text === null || (await git.version()) === null) return;
      const after = ownText(await this.#content());
      if (after !== own.text) await git.replaceFile(own.path, own.text, after);
    });
  }

  /** Each change starts from what the one before has written. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(work, work);
    return this.#writing;
  }

  async #apply(change: GitChange): Promise<void> {
    const { git } = this.#world;
    const { changes } = await this.#planned(change);
    await writeChanges(git, changes);
    const objection = change === 'set-up' && changes.length > 0 ? await this.#objection() : null;
    if (objection) {
      await takeBack(git, changes);
      throw objection;
    }
  }

  /** Why git does not take what was written, or null. That something else shadows it is for the findings to say. */
  async #objection(): Promise<FailureError | null> {
    const { ours } = await this.#installation();
    try {
      const values = (await this.#world.git.entries()).map((entry) => entry.value ?? '');
      if (ours.every((value) => values.includes(value))) return null;
      return new FailureError('git.config-failed', { message: 'git does not read this file' });
    } catch (thrown) {
      return FailureError.of(failureOf(thrown), {}, thrown);
    }
  }

  async #planned(change: GitChange): Promise<ConfigPlan> {
    const { git } = this.#world;
    if ((await git.version()) === null) throw new FailureError('git.missing');
    const file = await git.globalFile();
    if (change === 'undo') return planOf(planUndo(file, await this.#ownFile()));
    if (change === 'set-up') return planOf(planSetup(file, await this.#ownFile(), await this.#content()));
    return planOf(planMend(file, await git.entries(), await this.#installation()));
  }

  async #ownFile(): Promise<ConfigFile> {
    const { git, folder, windows } = this.#world;
    const path = `${folder}${windows ? '\\' : '/'}${OWN_FILE}`;
    return { path, text: await git.readFile(path) };
  }

  async #content(): Promise<SectionContent> {
    const { git, folder, windows, profiles } = this.#world;
    return { folder, windows, cacheClient: await git.hasCacheClient(), names: knownNames(profiles()) };
  }

  async #installation(): Promise<Installation> {
    const { path } = await this.#world.git.globalFile();
    const content = await this.#content();
    const ours = helperValues(content).filter((value) => value !== '');
    return { ours, earlier: earlierHelpers(content), globalOrigin: `file:${path}` };
  }
}

function planOf(planned: Result<ConfigPlan>): ConfigPlan {
  if (planned.ok) return planned.value;
  throw FailureError.of(planned.failure);
}
