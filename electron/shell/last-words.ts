/**
 * What is said when nothing else can say it: on standard error and, where the app cannot start, in a window. Never a stack,
 * and never Electron's own window of one; so the main process imports this before all else.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { failureOf } from '../core/base/failure.ts';
import { languageOf } from '../core/i18n/language-of.ts';
import { explain } from '../core/i18n/messages.ts';
import { told } from '../core/surfaces/commands/told.ts';

type Heard = (where: string, thrown: unknown) => void;

let begun: Heard | null = null;
let ending = false;

/** From now on what nobody expects does not end the app; `heard` is told of it. */
export function hasBegun(heard: Heard): void {
  begun = heard;
}

/** Says why the app cannot start, and ends it with status 1. */
export async function cannotStart(thrown: unknown): Promise<void> {
  if (ending) return;
  ending = true;
  const { cause, fix } = explain(failureOf(thrown), languageOf(locales()));
  console.error(told(cause, fix).trimEnd());
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return app.exit(1);
  writeElsewhere();
  await app.whenReady();
  app.on('will-quit', () => app.exit(1));
  // With no window of ours the answer is heard only when something else happens.
  setInterval(() => {}, 200);
  // Not showErrorBox, which would make the app deaf to a SIGTERM while it is open.
  await dialog.showMessageBox({ type: 'error', title: 'Daypass', message: cause, detail: fix });
  app.exit(1);
}

process.on('uncaughtException', (thrown) => {
  if (begun) unexpected('uncaughtException', thrown);
  else void cannotStart(thrown);
});
process.on('unhandledRejection', (thrown) => unexpected('unhandledRejection', thrown));

function unexpected(where: string, thrown: unknown): void {
  begun?.(where, thrown);
  // A message may quote what must not be quoted.
  console.error(`daypass: internal.unexpected (${thrown instanceof Error ? thrown.name : typeof thrown})`);
}

/** The settings cannot be asked. */
function locales(): readonly string[] {
  const { LANGUAGE, LC_ALL, LC_MESSAGES, LANG } = process.env;
  const said = [...(LANGUAGE?.split(':') ?? []), LC_ALL || LC_MESSAGES || LANG || ''].filter(Boolean);
  return process.platform === 'linux' ? said : app.getPreferredSystemLanguages();
}

/** Chromium writes what it needs even for one window, and the usual place may be what is wrong. */
function writeElsewhere(): void {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'daypass-'));
    app.setPath('userData', folder);
    process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  } catch {
    // Then the window may not come, and what was said on standard error is all.
  }
}
