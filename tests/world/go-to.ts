/** The ways that a person takes in the popover, from wherever they are in it. */
import type { Page } from '@playwright/test';
import { messagesIn } from '../../electron/core/i18n/messages.ts';
import type { Language } from '../../electron/core/i18n/words.ts';

export type Part = 'session' | 'doctor' | 'settings';

export async function goTo(page: Page, part: Part, language: Language = 'en'): Promise<void> {
  const { doctor, menu, settings, setup } = messagesIn(language);
  const back = page.getByRole('button', { name: setup.back, exact: true });
  const first = page.getByRole('button', { name: menu.more, exact: true });
  // One of both is there as soon as the page speaks this language.
  for (;;) {
    await back.or(first).first().waitFor();
    if (await first.count()) break;
    await back.click();
  }
  if (part === 'doctor') await page.getByRole('button', { name: new RegExp(`^${doctor.title}`) }).click();
  if (part === 'settings') await chooseMore(page, settings.title, language);
}

/** All that can be done with a profile is on a page of its own. */
export async function openProfile(page: Page, name = 'work-mfa', language: Language = 'en'): Promise<void> {
  await goTo(page, 'settings', language);
  await page.getByRole('button', { name, exact: true }).click();
}

/** What is wanted now and then stands in a menu. */
export async function chooseMore(page: Page, item: string, language: Language = 'en'): Promise<void> {
  await page.getByRole('button', { name: messagesIn(language).menu.more, exact: true }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}
