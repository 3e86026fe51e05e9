// What is around the real app: on a healthy machine it finds nothing, and an old key in a shell's file it shows on its screen.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { goTo } from '../world/go-to.ts';
import { RunningApp } from '../world/running-app.ts';
import { expect, openPopover, setUpProfile, test } from './fixture.ts';

interface Checked {
  readonly name: string;
  readonly findings: readonly { readonly code: string; readonly severity: string }[];
}

const AROUND = ['clock', 'network', 'programs', 'environment'];

test('a healthy machine, and one with a key of last year in .bashrc', async ({ person, desktop }) => {
  const app = await RunningApp.start(person);
  try {
    const page = await openPopover(desktop, app);
    await setUpProfile(page);
    const found = async () => {
      const { checks } = JSON.parse((await person.daypass(['doctor', '--json'])).stdout);
      const around = (checks as readonly Checked[]).filter(({ name }) => AROUND.includes(name));
      expect(around).toHaveLength(AROUND.length);
      const codes = around.flatMap(({ findings }) => findings);
      return codes.filter(({ severity }) => severity !== 'info').map(({ code }) => code);
    };
    expect(await found()).toEqual([]);
    const key = 'export AWS_ACCESS_KEY_ID=AKIAOLDOLDOLDOLDOLD1\nexport AWS_SECRET_ACCESS_KEY=planted\n';
    writeFileSync(join(person.home, '.bashrc'), key);
    expect(await found()).toEqual(['environment.long-term-key']);
    await goTo(page, 'doctor');
    await expect(page.getByText('~/.bashrc:1: AWS_ACCESS_KEY_ID=AKIA…OLD1')).toBeVisible();
    expect(await page.content()).not.toContain('planted');
  } finally {
    await app.quit();
  }
});
