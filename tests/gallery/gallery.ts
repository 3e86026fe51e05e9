/** The page, scene after scene: it shows each as it is built and shipped, on a Daypass that is made up. */
import { type Browser, chromium, type Page } from '@playwright/test';
import { messagesIn } from '../../electron/core/i18n/messages.ts';
import type { Language } from '../../electron/core/i18n/words.ts';
import type { Scene } from './scene.ts';

export const LANGUAGES: readonly Language[] = ['en', 'zh-TW'];
export const THEMES = ['light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];
/** Of the popover at its highest. */
export const SIZE = { width: 360, height: 520 };

const LOWEST = 280;

export class Gallery {
  readonly page: Page;
  readonly #browser: Browser;
  #count = 0;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.page = page;
  }

  static async at(endpoint: string): Promise<Gallery> {
    const browser = await chromium.connectOverCDP(endpoint);
    const [context] = browser.contexts();
    const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
    if (!page) throw new Error('the gallery has no window');
    return new Gallery(browser, page);
  }

  /** The major version of Chromium. */
  get chromium(): number {
    return Number.parseInt(this.#browser.version(), 10);
  }

  async show(scene: Scene, language: Language): Promise<void> {
    const { page } = this;
    await page.setViewportSize(SIZE);
    await this.light('light');
    // Counted, because the same address with another hash would not be loaded anew.
    this.#count += 1;
    const asked = new URLSearchParams({ scene: scene.name, language, count: String(this.#count) });
    await page.goto(`app://daypass/index.html?${asked}${scene.at ?? ''}`);
    await page.waitForSelector(scene.waits ? 'main' : 'main:not([aria-busy])', { timeout: 15_000 });
    await this.still();
    if (!scene.steps) return;
    await scene.steps({ page, texts: messagesIn(language) });
    await this.still();
  }

  async light(theme: Theme, forcedColors: 'active' | 'none' = 'none'): Promise<void> {
    await this.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce', forcedColors });
  }

  /** Resolves when the page has followed: one answer may lead to the next question. */
  async still(): Promise<void> {
    await this.page.evaluate(async () => {
      let before = '';
      for (let still = 0; still < 4; ) {
        await new Promise((resolve) => setTimeout(resolve, 8));
        await document.fonts.ready;
        const now = document.body.innerHTML;
        still = now === before ? still + 1 : 0;
        before = now;
      }
    });
  }

  /** Makes the window as high as the page asks for, or as it needs to scroll no more; within these. */
  async fit(highest: number = SIZE.height): Promise<void> {
    const needed = await this.page.evaluate(() => {
      const { asked } = window as unknown as { asked: () => number | null };
      const hidden = [...document.querySelectorAll('main, body, html')].map(
        (one) => one.scrollHeight - one.clientHeight,
      );
      return asked() ?? innerHeight + Math.max(0, ...hidden);
    });
    await this.page.setViewportSize({ ...SIZE, height: Math.min(highest, Math.max(LOWEST, needed)) });
    await this.still();
  }

  /** Adds rules until the next scene, in a way that the page's own policy allows. */
  async restyle(rules: string): Promise<void> {
    await this.page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, rules);
  }

  /** The Electron goes on. */
  async leave(): Promise<void> {
    await this.#browser.close();
  }
}
