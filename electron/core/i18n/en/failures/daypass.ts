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
  'doctor.asking': { cause: 'Being asked…', fix: 'Wait a moment.' },
  'doctor.no-answer': { cause: 'It did not answer within {seconds} seconds.', fix: 'Try again.' },
  'settings.invalid': {
    cause: 'The settings could not be read; they were put aside as {path}.',
    fix: 'Set your profiles up again, or fix that file and put it back.',
  },
  'settings.unsaved': {
    cause: '{path} cannot be written: {reason}. Daypass goes on with what it has, and tries again every minute.',
    fix: 'Fix that; until then profiles and settings cannot be changed.',
  },
  'notification.failed': { cause: 'The system shows no notifications.', fix: 'The tray icon shows the end as well.' },
  'clipboard.unmarked': {
    cause:
      'Nothing is copied yet: here it cannot be marked as a secret, so a program that keeps a history of the clipboard would keep it.',
    fix: 'Copy anyway if no such program runs. It is still cleared after a minute.',
  },
  'notification.silent': {
    cause:
      'The desktop is told not to disturb, so that a git which waits, and a session that ends, are told of nowhere.',
    fix: 'Switch that off, or allow Daypass in the settings of notifications; the tray icon shows both as well.',
  },
  'desktop.no-tray': {
    cause: 'This desktop shows no tray icons, so Daypass opens a window in their place.',
    fix: 'Nothing to do if that is fine. On GNOME the extension “AppIndicator and KStatusNotifierItem Support” brings them.',
  },
  'autostart.failed': {
    cause: 'Whether Daypass opens at login could not be set: {path}: {reason}.',
    fix: 'Fix that, then switch “Open at login” off and on. All else works.',
  },
  'home.unusable': {
    cause: 'Daypass cannot start, because it cannot use its folder {path}: {reason}.',
    fix: 'Make it a folder that you may write to, or name another in DAYPASS_HOME; then start Daypass again.',
  },
  'endpoint.port-taken': {
    cause:
      'Another program has port {port} of this computer, where programs of “daypass env --endpoint” asked Daypass.',
    fix: 'Run “daypass env --endpoint” again and restart those programs. Whatever still asks there gets no token.',
  },
  'app.not-opened': { cause: 'This computer has no program that opens {what}.', fix: 'Open it yourself.' },
  'app.elsewhere': {
    cause: 'Daypass runs in another login of yours, on display {display}.',
    fix: 'Use it there, or run “daypass sign-in” in a terminal here. To have its window here, run “daypass quit” and start it again.',
  },
  'input.invalid': { cause: 'This input is not valid: {at}.', fix: 'Correct it, then try again.' },
  'usage.invalid': { cause: '{message}', fix: '“daypass help” shows how it is used.' },
  'command.unsupported': {
    cause: 'This is not there yet on this system: {what}.',
    fix: 'See the README for what works here.',
  },
  'internal.unexpected': {
    cause: 'Something went wrong inside Daypass ({kind}).',
    fix: 'Try again; if it stays, please report it.',
  },
};
