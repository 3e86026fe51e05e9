/** What the keyboard does not reach by Tab, and where the focus is not to be seen; and a heading that wears a frame. */
import type { Page } from '@playwright/test';

/** What is to be reached, marked with its number; of the radio buttons of a group the one that is chosen stands for all. */
const mark = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ];
    const groups = new Set<string>();
    const wanted = seen.filter((element) => {
      if (element.tabIndex < 0 || element.matches(':disabled') || !element.checkVisibility()) return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const isFirst = !groups.has(element.name);
      groups.add(element.name);
      return isFirst;
    });
    for (const [n, element] of wanted.entries()) element.dataset.wanted = String(n);
    return wanted.map(
      (element) =>
        `${element.tagName.toLowerCase()} “${(element.ariaLabel ?? element.textContent ?? '').trim().slice(0, 40)}”`,
    );
  });

/** The number of what has the focus, and how it and what is drawn for it look; null where nothing has it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLElement | null;
    if (!element || element === document.body) return null;
    const group = element instanceof HTMLInputElement && element.type === 'radio' ? element.name : null;
    const first =
      group === null ? element : document.querySelector<HTMLElement>(`input[name="${CSS.escape(group)}"][data-wanted]`);
    element.dataset.tried = String(performance.now());
    return { number: Number(first?.dataset.wanted ?? Number.NaN), tried: element.dataset.tried, look: look(element) };
  });

/** How that which had the focus looks now that it has not. */
const left = (page: Page, tried: string) =>
  page.evaluate((at) => {
    const element = document.querySelector<HTMLElement>(`[data-tried="${at}"]`);
    return element && look(element);
  }, tried);

declare function look(element: HTMLElement): string;

/** In the page: of a field also what stands beside it, as it may be drawn by others. */
const defineLook = (page: Page) =>
  page.evaluate(() => {
    const paintOf = (element: Element, pseudo: '::after' | null) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(
        element,
        pseudo,
      );
      const outline = outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
      return [outline, boxShadow, borderColor, backgroundColor].join(' ');
    };
    const paint = (element: Element) => `${paintOf(element, null)} ${paintOf(element, '::after')}`;
    Object.assign(window, {
      look: (element: HTMLElement) => {
        const parent = element.parentElement;
        const beside = element instanceof HTMLInputElement && parent ? [...parent.querySelectorAll('*')] : [];
        return [element, parent, parent?.parentElement, ...beside].map((one) => (one ? paint(one) : '')).join('\n');
      },
    });
  });

export async function outOfReach(page: Page): Promise<readonly string[]> {
  await defineLook(page);
  const wanted = await mark(page);
  const amiss = (await framedHeading(page)) ? ['the heading has a frame'] : [];
  const reached = new Set<number>();
  // Twice around, as it begins somewhere in between, and leaves the page once.
  for (let presses = 2 * wanted.length + 4; presses > 0 && reached.size < wanted.length; presses -= 1) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now || !(now.number in wanted) || reached.has(now.number)) continue;
    reached.add(now.number);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    if ((await left(page, now.tried)) === now.look) amiss.push(`no focus is seen on ${wanted[now.number]}`);
    await page.evaluate((at) => document.querySelector<HTMLElement>(`[data-tried="${at}"]`)?.focus(), now.tried);
  }
  return [...amiss, ...wanted.filter((_, n) => !reached.has(n)).map((name) => `not reached: ${name}`)];
}

/** It has the focus so that a screen reader says where one has come to. */
const framedHeading = (page: Page) =>
  page.evaluate(() => {
    const heading = document.activeElement;
    return heading?.matches('h1, h2') === true && getComputedStyle(heading).outlineStyle !== 'none';
  });
