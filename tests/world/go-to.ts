/** The way that a person takes to a part of the popover, from wherever they are in it. */
import type { Page } from '@playwright/test';
import { messagesIn } from '../../electron/core/i18n/messages.ts';
import type { Language } from '../../electron/core/i18n/words.ts';

export type Part = 'session' | 'doctor' | 'settings';

export async function goTo(page: Page, part: Part, language: Language = 'en'): Promise<void> {
  const { app, doctor, settings } = messagesIn(language);
  const names = { session: app.session, doctor: doctor.title, settings: settings.title };
  await page.getByRole('link', { name: names[part] }).click();
}
