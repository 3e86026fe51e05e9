/** What no person should read: a text that was not filled in, a value that is none, a time that nobody says what it is of. */
import type { Page } from '@playwright/test';

export const wordsAmiss = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const AMISS = /\{[A-Za-z]+\}|\bundefined\b|\bNaN\b|\bnull\b|\[object |Invalid Date/;
    const TIME = /^\s*(?:\d{1,2}:)?\d{1,2}:\d{2}\s*$/;
    const SAID = ['aria-label', 'aria-description', 'title', 'placeholder', 'alt'];
    const amiss: string[] = [];
    const look = (text: string) => {
      // A policy of IAM has variables of its own form.
      if (AMISS.test(text.replace(/\$\{[\w:]+\}/g, ''))) amiss.push(text.trim());
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const text = node.textContent ?? '';
      look(text);
      const around = node.parentElement?.closest('[aria-label]')?.getAttribute('aria-label');
      const beside = node.parentElement?.parentElement?.textContent ?? '';
      if (TIME.test(text) && !/\p{Letter}/u.test(`${around ?? ''}${beside}`)) amiss.push(`a time alone: ${text}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      for (const name of SAID) look(element.getAttribute(name) ?? '');
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) look(element.value);
    }
    return amiss;
  });
