// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { failure } from '../../electron/core/base/failure.ts';
import { reportOf } from '../../electron/core/doctor/report-of.ts';
import type { Finding } from '../../electron/core/git/config/finding.ts';
import { someProfile, someStaleEntry } from '../fakes/daypass-samples.ts';
import { factsWith } from '../unit/doctor/facts.ts';
import { goTo, show } from './show.tsx';

const AWS: Finding = {
  code: 'aws-helper',
  origin: 'file:/home/a/.gitconfig',
  name: 'credential.helper',
  value: '!aws codecommit credential-helper $@',
  mend: 'remove',
};
const STALE = someStaleEntry();
const git = { version: '2.39.5', setUp: false, findings: [AWS] };
const button = (name: string) => screen.getByRole('button', { name });

async function opened(world: Parameters<typeof show>[0] = {}) {
  const shown = await show({ mendText: '-\thelper = !aws\n', ...world });
  await goTo(shown.user, 'doctor');
  return shown;
}

describe('repairing', () => {
  test('one finding: what it changes is shown first, and nothing happens without a yes', async () => {
    const { daypass, user } = await opened({ view: { git: { ...git, setUp: true } } });
    expect(screen.queryByRole('button', { name: 'Repair all' })).toBeNull();
    await user.click(button('Repair'));
    expect(screen.getByRole('heading', { name: 'Remove these lines from git’s configuration' })).toBeTruthy();
    expect(screen.getByText(/helper = !aws/)).toBeTruthy();
    expect(daypass.called('planMends')).toEqual([{ names: ['git-lines'] }]);
    await user.click(button('Cancel'));
    expect(daypass.called('mend')).toEqual([]);
    await user.click(button('Repair'));
    await user.click(button('Remove lines'));
    expect(daypass.called('mend')).toEqual([{ names: ['git-lines'] }]);
    expect(screen.getByRole('heading', { name: 'Doctor' })).toBeTruthy();
  });

  test('all of it is offered when all is known, as a keychain may take its time', async () => {
    const { daypass } = await opened();
    Object.assign(daypass.api, { runDoctor: () => new Promise(() => {}) });
    const asked = { known: false, why: failure('doctor.asking') } as const;
    const ill = { git: { known: true, value: git } } as const;
    act(() => daypass.change({ doctor: reportOf(factsWith({ ...ill, stale: asked })) }));
    expect(screen.getAllByRole('button', { name: 'Repair' })).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Repair all' })).toBeNull();
    act(() => daypass.change({ doctor: reportOf(factsWith(ill)) }));
    expect(button('Repair all')).toBeTruthy();
  });

  test('all of it, each change under its heading', async () => {
    const { daypass, user } = await opened({ view: { git }, stale: [STALE] });
    await user.click(button('Repair all'));
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'Set up git to ask Daypass',
      'Remove these lines from git’s configuration',
      'Delete these stored passwords',
    ]);
    await user.click(button('Repair all'));
    expect(daypass.called('mend')).toEqual([{ names: ['git-set-up', 'git-lines', 'stale-entries'] }]);
  });

  test('one that fails is said, and can be tried again', async () => {
    const { daypass, user } = await opened({ view: { git } });
    daypass.refuse('mend', 'git.config-failed', { message: 'no' });
    await user.click(button('Repair all'));
    await user.click(button('Repair all'));
    expect(screen.getByText('git’s configuration couldn’t be changed: no')).toBeTruthy();
    await user.click(button('Try again'));
    expect(daypass.called('planMends')).toHaveLength(2);
  });

  test('what was repaired meanwhile is said to be so', async () => {
    const { user } = await opened({ view: { git }, mendText: '' });
    await user.click(button('Repair all'));
    expect(screen.getByText('Daypass can’t repair anything here.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Repair all' })).toBeNull();
  });
});

test('the preview of a repair names the file that it changes', async () => {
  const mendText = '--- /home/a/.bashrc\n+++ /home/a/.bashrc\n@@ -1 +1 @@\n-x\n+# x\n';
  const { user } = await opened({ view: { git: { ...git, setUp: true } }, mendText });
  await user.click(button('Repair'));
  expect(screen.getAllByText(/\/home\/a\/\.bashrc/)).toHaveLength(1);
});

test('what is only told stands folded, and hides nothing that is in the way', async () => {
  const own: Finding = { ...AWS, code: 'own-credential', value: 'ann-at-123456789012', mend: null };
  const { user } = await opened({ view: { git: { ...git, setUp: true, findings: [own] } } });
  const notes = screen.getByText('Good to know: 1');
  const told = screen.getByText(/HTTPS git credential/);
  expect(told.closest('details')?.open).toBe(false);
  await user.click(notes);
  expect(told.closest('details')?.open).toBe(true);
  expect(screen.getByText('No problems found')).toBeTruthy();
});

test('the verdict is never good news beside a fault, and says nothing before all has been looked at', async () => {
  const { daypass } = await opened({ view: { git } });
  const verdict = () => document.querySelector<HTMLElement>('.state-line');
  expect(verdict()?.dataset.state).toBe('warning');
  expect(verdict()?.textContent).toContain('2 problems found');
  Object.assign(daypass.api, { runDoctor: () => new Promise(() => {}) });
  const asked = { known: false, why: failure('doctor.asking') } as const;
  act(() => daypass.change({ doctor: reportOf(factsWith({ stale: asked })) }));
  expect([verdict()?.dataset.state, verdict()?.textContent]).toEqual(['busy', 'Looking…']);
  act(() => daypass.change({ doctor: reportOf(factsWith({})) }));
  expect([verdict()?.dataset.state, verdict()?.textContent]).toEqual(['good', 'No problems found']);
});

test('the worst stands first, and what could not be found out is no good news', async () => {
  const { daypass } = await opened();
  Object.assign(daypass.api, { runDoctor: () => new Promise(() => {}) });
  const silent = { known: false, why: failure('doctor.no-answer', { seconds: 9 }) } as const;
  const profiles = { known: true, value: [{ name: 'work-mfa', failure: failure('key.unknown') }] } as const;
  act(() => daypass.change({ doctor: reportOf(factsWith({ network: silent, profiles })) }));
  const boxes = [...document.querySelectorAll('.failure-cause')].map(({ textContent }) => textContent ?? '');
  expect(boxes).toHaveLength(2);
  expect(boxes[0]).toMatch(/^work-mfa: /);
  expect(boxes[1]).toBe('Network: It didn’t answer within 9 seconds.');
});

test('the report is copied, and that is said', async () => {
  const { daypass, user } = await opened();
  await user.click(button('Copy report'));
  expect(daypass.called('copyReport')).toHaveLength(1);
  expect(screen.getByText('Copied. It contains no secrets.')).toBeTruthy();
});

test.each([
  ['network.certificate', true],
  ['key.wrong-secret', true],
  ['code.rejected', false],
  // That one has a button of its own to the doctor.
  ['git.likely-403', false],
] as const)('from %s on the first screen there is a way to its case: %s', async (code, isThere) => {
  const { user } = await show({ view: { profiles: [{ ...someProfile(), failure: failure(code) }] } });
  const link = screen.queryByRole('button', { name: 'Open Doctor' });
  expect(link?.classList.contains('link') ?? false).toBe(isThere);
  if (!link || !isThere) return;
  await user.click(link);
  expect(screen.getByRole('heading', { name: 'Doctor' })).toBeTruthy();
});
