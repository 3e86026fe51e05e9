/** What does not fit into the window and is reached by scrolling alone: each with the pixels that are missing. */
import type { Page } from '@playwright/test';

export const scrolled = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const hidden = element.scrollHeight - element.clientHeight;
      const scrolls = element === document.scrollingElement || /auto|scroll/.test(getComputedStyle(element).overflowY);
      if (!scrolls || hidden < 1 || element.clientHeight === 0) return [];
      return [`${element.tagName.toLowerCase()}.${element.className} scrolls by ${hidden} px`];
    }),
  );
