/** The layout of the page as a text: each part by its role or tag, and where it is. Nothing of how it is drawn is in it. */
import type { Page } from '@playwright/test';

/** Pixels by which a part may stand elsewhere: another Chromium may round otherwise. */
const TOLERATED = 2;

export const boxes = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const depthOf = (element: Element): number => (element.parentElement ? 1 + depthOf(element.parentElement) : 0);
    const top = depthOf(document.body) + 1;
    return [...document.body.querySelectorAll(':not(script, svg *)')]
      .filter((element) => element.getClientRects().length > 0)
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const name = element.getAttribute('role') ?? element.tagName.toLowerCase();
        return `${'  '.repeat(depthOf(element) - top)}${name} ${[x, y, width, height].map(Math.round).join(' ')}\n`;
      })
      .join('');
  });

/** Empty where the two layouts are alike; otherwise the lines that differ. */
export function moved(pinned: string, now: string): string {
  const [before, after] = [pinned.split('\n'), now.split('\n')];
  const differing = Array.from(
    { length: Math.max(before.length, after.length) },
    (_, i) => [before[i], after[i]] as const,
  )
    .filter(([a = '', b = '']) => !isAlike(a, b))
    .map(([a = 'nothing', b = 'nothing']) => `${a.trim()} → ${b.trim()}`);
  return differing.join('\n');
}

function isAlike(a: string, b: string): boolean {
  const [wordsA, wordsB] = [a.split(/(?<=\S) /), b.split(/(?<=\S) /)];
  return (
    wordsA.length === wordsB.length && wordsA.every((word, i) => word === wordsB[i] || isNear(word, wordsB[i] ?? ''))
  );
}

const isNear = (a: string, b: string) => /^-?\d+$/.test(a) && Math.abs(Number(a) - Number(b)) <= TOLERATED;
