/** A screen of a test's own with a window manager, the hands and eyes of a person before it, and pictures of what they see. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { end } from '../desktop/private-bus.ts';

export class Screen {
  readonly display: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #programs: readonly ChildProcess[];

  private constructor(display: string, server: ChildProcess) {
    this.display = display;
    this.#env = { ...process.env, DISPLAY: display };
    const manager = spawn('openbox', [], { env: this.#env, stdio: 'ignore' });
    this.#programs = [manager, server];
  }

  static async start(): Promise<Screen> {
    const args = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = await once(server.stdio[3] as Readable, 'data');
    return new Screen(`:${String(number).trim()}`, server);
  }

  async stop(): Promise<void> {
    for (const program of this.#programs) await end(program);
  }

  /** The titles of all windows, in the order in which they were opened. */
  titles(): readonly string[] {
    return this.#windows().map(({ title }) => title);
  }

  /** Types into the window that has the keyboard. */
  type(text: string): void {
    this.#hands('type', '--delay', '30', text);
  }

  press(...keys: readonly string[]): void {
    this.#hands('key', '--delay', '60', ...keys);
  }

  /** A click at a place of a window, from its left and top, or from its right and bottom where that is negative. */
  click(title: RegExp, x: number, y: number): void {
    const window = this.#windows().findLast((one) => title.test(one.title))?.id;
    if (!window) throw new Error(`no window ${title}`);
    const geometry = this.#hands('getwindowgeometry', '--shell', window);
    const [width, height] = ['WIDTH', 'HEIGHT'].map((name) =>
      Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(geometry)?.[1]),
    );
    const at = [x < 0 ? (width ?? 0) + x : x, y < 0 ? (height ?? 0) + y : y].map(String);
    this.#hands('mousemove', '--window', window, ...at, 'click', '1');
  }

  picture(file: string): void {
    execFileSync('import', ['-window', 'root', file], { env: this.#env });
  }

  /** As the window manager knows them. */
  #windows(): readonly { readonly id: string; readonly title: string }[] {
    const property = (...args: string[]) => spawnSync('xprop', args, { env: this.#env, encoding: 'utf8' }).stdout ?? '';
    const ids = property('-root', '_NET_CLIENT_LIST').match(/0x[0-9a-f]+/g) ?? [];
    return ids.map((id) => ({ id, title: /"(.*)"/.exec(property('-id', id, '_NET_WM_NAME'))?.[1] ?? '' }));
  }

  #hands(...args: readonly string[]): string {
    return spawnSync('xdotool', args, { env: this.#env, encoding: 'utf8' }).stdout ?? '';
  }
}
