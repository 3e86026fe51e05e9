/** Daypass itself. */
import type { FailureTexts } from '../../failure-texts.ts';

export const daypass: FailureTexts<
  | 'app'
  | 'autostart'
  | 'doctor'
  | 'endpoint'
  | 'home'
  | 'settings'
  | 'notification'
  | 'clipboard'
  | 'desktop'
  | 'input'
  | 'usage'
  | 'command'
  | 'internal'
> = {
  'doctor.asking': { cause: 'Checking…', fix: 'Wait a moment.' },
  'doctor.no-answer': { cause: 'It didn’t answer within {seconds} seconds.', fix: 'Try again.' },
  'settings.invalid': {
    cause: 'The settings couldn’t be read. They were moved to {path}.',
    fix: 'Set up your profiles again, or fix that file and put it back.',
  },
  'settings.unsaved': {
    cause: '{path} can’t be written: {reason}. Daypass keeps its current settings and tries again every minute.',
    fix: 'Fix that. Until then, profiles and settings can’t be changed.',
  },
  'notification.failed': {
    cause: 'The system doesn’t show notifications.',
    fix: 'The tray icon also shows when a session expires.',
  },
  'clipboard.unmarked': {
    cause: 'Nothing was copied yet. This system can’t mark it as a secret, so a clipboard history would keep it.',
    fix: 'Copy anyway if you use no clipboard history. It is still cleared after a minute.',
  },
  'notification.silent': {
    cause: 'Do Not Disturb is on, so you get no notification when git is waiting or a session expires.',
    fix: 'Turn it off, or allow Daypass in the notification settings. The tray icon shows both as well.',
  },
  'desktop.no-tray': {
    cause: 'This desktop shows no tray icons, so Daypass opens in a window instead.',
    fix: 'Nothing to do if that is fine. On GNOME, the extension “AppIndicator and KStatusNotifierItem Support” adds them.',
  },
  'autostart.failed': {
    cause: '“Open at login” couldn’t be changed: {path}: {reason}.',
    fix: 'Fix that, then turn “Open at login” off and on. Everything else works.',
  },
  'home.unusable': {
    cause: 'Daypass can’t start because it can’t use its folder {path}: {reason}.',
    fix: 'Make it a folder that you can write to, or set DAYPASS_HOME to another one. Then start Daypass again.',
  },
  'endpoint.port-taken': {
    cause: 'Another program uses port {port}, where programs from “daypass env --endpoint” asked Daypass.',
    fix: 'Run “daypass env --endpoint” again and restart those programs. Until then, they get no token.',
  },
  'app.not-opened': { cause: 'No program on this computer opens {what}.', fix: 'Open it yourself.' },
  'app.elsewhere': {
    cause: 'Daypass is running in your other login, on display {display}.',
    fix: 'Use it there, or run “daypass sign-in” in a terminal here. To move its window here, run “daypass quit” and start it again.',
  },
  'input.invalid': { cause: 'This input isn’t valid: {at}.', fix: 'Correct it, then try again.' },
  'usage.invalid': { cause: '{message}', fix: '“daypass help” shows how to use it.' },
  'command.unsupported': {
    cause: 'This doesn’t work on this system yet: {what}.',
    fix: 'The README lists what works here.',
  },
  'internal.unexpected': {
    cause: 'Something went wrong inside Daypass ({kind}).',
    fix: 'Try again. If it keeps happening, please report it.',
  },
};
