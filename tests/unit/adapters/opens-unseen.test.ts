import { describe, expect, test } from 'vitest';
import { canOpenUnseen } from '../../../electron/adapters/desktop/opens-unseen.ts';

describe('a window that opens by itself leaves the keyboard where it is', () => {
  test.each<[string, NodeJS.Platform, NodeJS.ProcessEnv, string, boolean]>([
    ['on X11', 'linux', { XDG_SESSION_TYPE: 'x11', DISPLAY: ':0' }, 'x11', true],
    ['on an X server that nobody has logged in to', 'linux', { DISPLAY: ':99' }, '', true],
    [
      'not on GNOME, Plasma or sway, natively',
      'linux',
      { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' },
      'wayland',
      false,
    ],
    [
      'not through XWayland',
      'linux',
      { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0', WAYLAND_DISPLAY: 'wayland-0' },
      'x11',
      false,
    ],
    [
      'not on a compositor started from a console',
      'linux',
      { XDG_SESSION_TYPE: 'tty', WAYLAND_DISPLAY: 'wayland-1' },
      '',
      false,
    ],
    ['not where only the session says what it is', 'linux', { XDG_SESSION_TYPE: 'wayland', DISPLAY: ':0' }, '', false],
    ['not on a socket that was handed over', 'linux', { WAYLAND_SOCKET: '5' }, '', false],
    ['not where a person chose Wayland', 'linux', { DISPLAY: ':0' }, 'wayland', false],
    ['with a variable that is set and empty, as without', 'linux', { DISPLAY: ':0', WAYLAND_DISPLAY: '' }, '', true],
    ['on macOS', 'darwin', {}, '', true],
    ['on Windows, whatever a Linux beside it has set', 'win32', { WAYLAND_DISPLAY: 'wayland-0' }, '', true],
  ])('%s', (_, platform, env, ozonePlatform, unseen) => {
    expect(canOpenUnseen({ platform, env, ozonePlatform })).toBe(unseen);
  });
});
