// The file that AWS's console has handed out, and how a person gives it to Daypass.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Person } from '../world/person.ts';

/** What a person has on the first day. */
export function onlyTheFile(person: Person): string {
  const { accessKeyId, secretAccessKey } = person.aws.user;
  rmSync(join(person.home, '.aws'), { recursive: true });
  const file = join(person.home, 'Downloads', 'ada_accessKeys.csv');
  mkdirSync(join(person.home, 'Downloads'));
  writeFileSync(file, `\uFEFFAccess key ID,Secret access key\r\n${accessKeyId},${secretAccessKey}\r\n`);
  return file;
}

/** As another window drops it: a real file, of which the page gets no path. */
export async function drop(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [file], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 100, y: 200, data });
  }
  await session.detach();
}
