/** Runs the unit tests on a mutant. The working tree stays as it is: the changed text is given to one long-lived vitest in the file's place. */
import { resolve } from 'node:path';
import { BaseSequencer, createVitest, type TestRunResult, type TestSpecification, type Vitest } from 'vitest/node';

export const ROOT = resolve(import.meta.dirname, '../..');
const SECOND = 1_000;
/** A test that waits for what never comes; a loaded machine needs less for any of them. */
const TEST_TIMEOUT = 20 * SECOND;

export interface Trial {
  readonly end: 'killed' | 'hung' | 'survived';
  /** The test that failed. */
  readonly by?: string;
}

interface Specimen {
  readonly file: string;
  readonly text: string;
}

/** By test file: how long it takes when nothing is wrong. */
const durations = new Map<string, number>();
const durationOf = ({ moduleId }: TestSpecification): number => durations.get(moduleId) ?? 0;

/** What fails ends a run, so the quickest go first. */
class QuickestFirst extends BaseSequencer {
  override async sort(specifications: TestSpecification[]): Promise<TestSpecification[]> {
    return specifications.sort((a, b) => durationOf(a) - durationOf(b));
  }
}

export class Trials {
  readonly #vitest: Vitest;
  readonly #specimen: { current: Specimen | null };
  #specifications: readonly TestSpecification[] = [];

  private constructor(vitest: Vitest, specimen: { current: Specimen | null }) {
    this.#vitest = vitest;
    this.#specimen = specimen;
  }

  /** Rejects where the tests fail without any mutant. */
  static async open(): Promise<Trials> {
    const specimen: { current: Specimen | null } = { current: null };
    const vitest = await createVitest(
      'test',
      {
        config: false,
        root: ROOT,
        include: ['tests/unit/**/*.test.ts'],
        watch: false,
        bail: 1,
        maxWorkers: 2,
        sequence: { sequencer: QuickestFirst },
        testTimeout: TEST_TIMEOUT,
        silent: true,
        reporters: [{}],
        // What takes in memory without end shall not take all of it.
        execArgv: ['--max-old-space-size=2048'],
      },
      {
        cacheDir: '.cache/mutants',
        plugins: [
          {
            name: 'mutant',
            enforce: 'pre',
            load: (id) => (id === specimen.current?.file ? specimen.current.text : undefined),
          },
        ],
      },
    );
    const trials = new Trials(vitest, specimen);
    await trials.#prove();
    return trials;
  }

  /** The tests that import the file themselves, then all others that it reaches. */
  async try(file: string, text: string): Promise<Trial> {
    this.#specimen.current = { file, text };
    this.#vitest.invalidateFile(file);
    const steps = this.#stepsTo(file);
    const near = this.#specifications.filter(({ moduleId }) => (steps.get(moduleId) ?? Infinity) <= 1);
    const far = this.#specifications.filter(({ moduleId }) => (steps.get(moduleId) ?? 0) > 1);
    try {
      const first = await this.#run(near);
      return first.end === 'survived' ? await this.#run(far) : first;
    } finally {
      this.#specimen.current = null;
      this.#vitest.invalidateFile(file);
    }
  }

  async close(): Promise<void> {
    await this.#vitest.close();
  }

  async #prove(): Promise<void> {
    await this.#vitest.standalone();
    this.#specifications = await this.#vitest.globTestSpecifications();
    const { testModules, unhandledErrors } = await this.#vitest.runTestSpecifications([...this.#specifications]);
    const failed = testModules.find((module) => !module.ok());
    if (failed || unhandledErrors.length)
      throw new Error(`${failed?.relativeModuleId ?? 'a test'} fails without a mutant`);
    for (const module of testModules) {
      const { duration, collectDuration, prepareDuration } = module.diagnostic();
      durations.set(module.moduleId, duration + collectDuration + prepareDuration);
    }
  }

  async #run(specifications: readonly TestSpecification[]): Promise<Trial> {
    if (specifications.length === 0) return { end: 'survived' };
    const usual = specifications.reduce((sum, one) => sum + durationOf(one), 0);
    // An earlier failure would end this run before it has begun.
    this.#vitest.state.filesMap.clear();
    this.#vitest.state.idMap.clear();
    let isHung = false;
    const limit = setTimeout(
      () => {
        isHung = true;
        // The second time ends also those that do not listen.
        void this.#vitest.cancelCurrentRun('keyboard-input');
        void this.#vitest.cancelCurrentRun('keyboard-input');
      },
      TEST_TIMEOUT + 10 * usual,
    );
    const result = await this.#vitest.runTestSpecifications([...specifications]);
    clearTimeout(limit);
    if (isHung) return { end: 'hung' };
    // Word of an earlier failure can come late and end this run; then nothing is known of it.
    return trialOf(result, specifications.length) ?? this.#run(specifications);
  }

  /** How many imports lie between each module and this one, as the modules were loaded. */
  #stepsTo(file: string): ReadonlyMap<string, number> {
    const graph = this.#vitest.getRootProject().vite.environments.ssr.moduleGraph;
    const steps = new Map<string, number>();
    let ring = [...(graph.getModulesByFile(file) ?? [])];
    for (let step = 0; ring.length > 0; step++) {
      for (const { file } of ring) if (file) steps.set(file, step);
      ring = ring.flatMap((module) => [...module.importers]).filter((module) => module.file && !steps.has(module.file));
    }
    return steps;
  }
}

/** Null where not all tests have run and none has failed. */
function trialOf({ testModules, unhandledErrors }: TestRunResult, count: number): Trial | null {
  const failed = testModules.find((module) => module.state() === 'failed');
  const passed = testModules.filter((module) => module.state() === 'passed');
  if (!failed && unhandledErrors.length > 0) return { end: 'killed', by: 'an error outside of the tests' };
  if (!failed) return passed.length === count ? { end: 'survived' } : null;
  const [test] = failed.children.allTests('failed');
  return { end: 'killed', by: `${failed.relativeModuleId}${test ? ` > ${test.fullName}` : ''}` };
}
