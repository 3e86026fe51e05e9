/** The gallery of a worker: one Electron that outlives it, as a worker ends with each test that fails. */
import { test as base, expect } from '@playwright/test';
import { Gallery } from './gallery.ts';

export const test = base.extend<object, { gallery: Gallery }>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use, { parallelIndex }) => {
      const endpoint = process.env.DAYPASS_GALLERY?.split(' ')[parallelIndex] ?? '';
      const gallery = await Gallery.at(endpoint);
      await use(gallery);
      await gallery.leave();
    },
    { scope: 'worker' },
  ],
});

export { expect };
