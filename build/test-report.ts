// Reads the JSON reports of vitest and Playwright. A runner that crashed, left no report or says by its exit status
// what its report does not say counts as a failure.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

export interface Outcome {
  readonly passed: number;
  /** The names of what failed, and of what was left out. */
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: 'expected' | 'unexpected' | 'skipped' }[];
  }[];
}

interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly unknown[];
}

export function vitestOutcome(report: string, exitStatus: number): Outcome {
  const files = read<VitestReport>(report)?.testResults ?? [];
  const results = files.flatMap(({ name, status, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const tests = assertionResults.map((test) => ({ status: test.status, name: `${file}: ${test.fullName}` }));
    // A file that could not be loaded has failed without a test to show for it.
    const isTold = status !== 'failed' || tests.some((test) => test.status === 'failed');
    return isTold ? tests : [...tests, { status: 'failed', name: file }];
  });
  return outcome('vitest', results, exitStatus, 'passed', 'failed');
}

/** `folder`: where its tests are. */
export function playwrightOutcome(report: string, exitStatus: number, folder: string): Outcome {
  const testsIn = (suite: PlaywrightSuite, path: string): { status: string; name: string }[] => [
    ...suite.specs.flatMap(({ title, tests }) => tests.map(({ status }) => ({ status, name: `${path}: ${title}` }))),
    ...(suite.suites ?? []).flatMap((inner) => testsIn(inner, `${path} › ${inner.title}`)),
  ];
  const results = (read<PlaywrightReport>(report)?.suites ?? []).flatMap((file) =>
    testsIn(file, `${folder}/${file.title}`),
  );
  return outcome('playwright', results, exitStatus, 'expected', 'unexpected');
}

function outcome(
  runner: string,
  results: readonly { readonly status: string; readonly name: string }[],
  exitStatus: number,
  good: string,
  bad: string,
): Outcome {
  const named = (wanted: (status: string) => boolean) => results.filter((r) => wanted(r.status)).map((r) => r.name);
  const failed = named((status) => status === bad);
  if (exitStatus !== 0 && failed.length === 0) failed.push(`${runner} itself (exit status ${exitStatus})`);
  return {
    passed: named((status) => status === good).length,
    failed,
    skipped: named((status) => status !== good && status !== bad),
  };
}

function read<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return undefined;
  }
}
