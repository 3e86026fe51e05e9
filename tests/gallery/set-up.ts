/** Before all tests of the gallery: its scenes are bundled, and each worker has one Electron for all, whatever fails on the way. */
import type { FullConfig } from '@playwright/test';
import { buildPage } from './build-page.ts';
import { Electron } from './electron.ts';

export default async function setUp({ workers }: FullConfig): Promise<() => Promise<void>> {
  await buildPage();
  const electrons = await Promise.all(Array.from({ length: workers }, () => Electron.start()));
  process.env.DAYPASS_GALLERY = electrons.map(({ endpoint }) => endpoint).join(' ');
  return async () => {
    await Promise.all(electrons.map((electron) => electron.stop()));
  };
}
