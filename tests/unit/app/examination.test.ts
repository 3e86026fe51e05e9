/** The examination that the popover shows: live, the newest alone, and with what was known before until it is known anew. */
import { expect, test } from 'vitest';
import { Examination } from '../../../electron/core/app/examination.ts';
import { failure } from '../../../electron/core/base/failure.ts';
import type { Facts } from '../../../electron/core/doctor/facts.ts';
import { found } from '../../../electron/core/doctor/finding.ts';
import type { DoctorReport } from '../../../electron/core/doctor/report.ts';
import { reportOf } from '../../../electron/core/doctor/report-of.ts';
import { drained } from '../../fakes/app-world.ts';
import { factsWith, WELL } from '../doctor/facts.ts';

const ASKING = { known: false, why: failure('doctor.asking') } as const;
const BEGUN = Object.fromEntries(Object.keys(WELL).map((name) => [name, ASKING])) as unknown as Facts;
const NO_GIT = { known: true, value: { ...WELL.git, version: null } } as const;

/** A doctor that says what a test has it say. */
function examined() {
  const runs: { tell: (facts: Facts) => void; end: (facts: Facts) => void }[] = [];
  const doctor = {
    examine: (told: (report: DoctorReport) => void = () => {}) =>
      new Promise<DoctorReport>((resolve) => {
        told(reportOf(BEGUN));
        runs.push({ tell: (facts) => told(reportOf(facts)), end: (facts) => resolve(reportOf(facts)) });
      }),
  };
  const shown: string[] = [];
  const examination: Examination = new Examination(doctor, () => {
    const { done, checks } = examination.report ?? expect.fail();
    const verdict = (wanted: string) => checks.find(({ name }) => name === wanted)?.verdict;
    shown.push(`${done ? 'done' : 'looking'} git: ${verdict('git')}, profiles: ${verdict('profiles')}`);
  });
  return { examination, runs, shown };
}

test('each answer is shown as it comes', async () => {
  const { examination, runs, shown } = examined();
  expect(examination.report).toBeNull();
  const ended = examination.run();
  runs[0]?.tell({ ...BEGUN, git: NO_GIT });
  runs[0]?.end(factsWith({ git: NO_GIT }));
  await ended;
  expect(shown).toEqual([
    'looking git: unknown, profiles: unknown',
    'looking git: error, profiles: unknown',
    'done git: error, profiles: good',
  ]);
  expect(examination.report?.checks.find(({ name }) => name === 'git')?.findings).toEqual([
    found(failure('git.missing')),
  ]);
});

test('what was known stays until it is known anew', async () => {
  const { examination, runs, shown } = examined();
  const first = examination.run();
  runs[0]?.end(factsWith({ git: NO_GIT }));
  await first;
  shown.length = 0;
  const second = examination.run();
  runs[1]?.tell({ ...BEGUN, profiles: factsWith().profiles });
  runs[1]?.end(factsWith());
  await second;
  expect(shown).toEqual([
    'looking git: error, profiles: good',
    'looking git: error, profiles: good',
    'done git: good, profiles: good',
  ]);
});

test('an older one that ends later shows nothing any more', async () => {
  const { examination, runs } = examined();
  const older = examination.run();
  const newer = examination.run();
  runs[1]?.end(factsWith());
  await newer;
  runs[0]?.tell({ ...BEGUN, git: NO_GIT });
  runs[0]?.end(factsWith({ git: NO_GIT }));
  await older;
  await drained();
  expect(examination.report).toEqual(reportOf(factsWith()));
});
