/**
 * What of the page's text cannot be seen: it is cut off by the box around it, or lies beside the window. What can be
 * scrolled to downwards can be seen.
 */
import type { Page } from '@playwright/test';

export const cutOff = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const TOLERATED = 1.5;
    /** For screen readers alone. */
    const isUnseen = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { clipPath, visibility, opacity } = getComputedStyle(at);
        if (clipPath !== 'none' || visibility === 'hidden' || opacity === '0') return true;
      }
      return false;
    };
    const cutBy = (element: Element, line: DOMRect): string | null => {
      let reached = false;
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { overflowX, overflowY, position } = getComputedStyle(at);
        const box =
          at === document.documentElement ? new DOMRect(0, 0, innerWidth, innerHeight) : at.getBoundingClientRect();
        const cutsX = overflowX !== 'visible' || at === document.documentElement;
        const name = `${at.tagName.toLowerCase()}.${at.className}`;
        if (cutsX && (line.left < box.left - TOLERATED || line.right > box.right + TOLERATED)) return name;
        reached ||= /auto|scroll/.test(overflowY);
        const cutsY = !reached && /hidden|clip/.test(overflowY);
        if (cutsY && (line.top < box.top - TOLERATED || line.bottom > box.bottom + TOLERATED)) return name;
        if (position === 'fixed') break;
      }
      return null;
    };
    const cut: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        const by = cutBy(element, line);
        if (by) cut.push(`“${node.textContent.trim().replace(/\s+/g, ' ').slice(0, 60)}” by ${by}`);
      }
    }
    return [...new Set(cut)];
  });
