/**
 * Whether a window that opens by itself leaves the keyboard where it is. On Wayland each new window gets it: a program
 * cannot ask otherwise there, not through XWayland either. assets/docs/decisions/electron.md has the facts.
 */
export interface SessionFacts {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Chromium's switch, where a person or Chromium has chosen. */
  readonly ozonePlatform?: string;
}

export function canOpenUnseen({ platform, env, ozonePlatform = '' }: SessionFacts): boolean {
  if (platform !== 'linux') return true;
  // An X server inside a Wayland session, and a session that does not say its type, are Wayland all the same.
  return (
    env.XDG_SESSION_TYPE !== 'wayland' && !env.WAYLAND_DISPLAY && !env.WAYLAND_SOCKET && ozonePlatform !== 'wayland'
  );
}
