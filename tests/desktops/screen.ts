/** A screen of a test's own, the hands and eyes of a person before it, and pictures of what they see. */
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { end } from '../desktop/private-bus.ts';
import type { Hands, Place } from './hands.ts';

const run = promisify(execFile);

export const WIDTH = 1280;
export const HEIGHT = 800;

export class Screen implements Hands {
  readonly display: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #server: ChildProcess;
  #manager: ChildProcess | null = null;

  private constructor(display: string, server: ChildProcess) {
    this.display = display;
    this.#env = { ...process.env, DISPLAY: display };
    this.#server = server;
  }

  /** Without a window manager yet. */
  static async start(): Promise<Screen> {
    const args = ['-displayfd', '3', '-screen', '0', `${WIDTH}x${HEIGHT}x24`, '-nolisten', 'tcp'];
    const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [number] = await once(server.stdio[3] as Readable, 'data');
    return new Screen(`:${String(number).trim()}`, server);
  }

  manage(): void {
    this.#manager = spawn('openbox', [], { env: this.#env, stdio: 'ignore' });
  }

  async stop(): Promise<void> {
    for (const program of [this.#manager, this.#server]) await end(program);
  }

  /** The titles of all windows, in the order in which they were opened. */
  titles(): readonly string[] {
    return this.#windows().map(({ title }) => title);
  }

  async type(text: string): Promise<void> {
    await this.#hands('type', '--delay', '30', text);
  }

  async press(...keys: readonly string[]): Promise<void> {
    await this.#hands('key', '--delay', '60', ...keys);
  }

  async clickAt({ x, y }: Place, times = 1): Promise<void> {
    // What the pointer has brought up elsewhere, as a tooltip, goes first.
    await this.#hands('mousemove', `${x}`, `${y}`, 'sleep', '1', 'click', '--repeat', `${times}`, '1');
  }

  /** A click at a place of a window, from its left and top, or from its right and bottom where that is negative. */
  async click(title: RegExp, x: number, y: number): Promise<void> {
    const window = this.#windows().findLast((one) => title.test(one.title))?.id;
    if (!window) throw new Error(`no window ${title}`);
    const geometry = await this.#hands('getwindowgeometry', '--shell', window);
    const [width, height] = ['WIDTH', 'HEIGHT'].map((name) =>
      Number(new RegExp(`^${name}=(\\d+)$`, 'm').exec(geometry)?.[1]),
    );
    const at = [x < 0 ? (width ?? 0) + x : x, y < 0 ? (height ?? 0) + y : y].map(String);
    await this.#hands('mousemove', '--window', window, ...at, 'click', '1');
  }

  async picture(file: string): Promise<void> {
    await run('import', ['-window', 'root', file], { env: this.#env });
  }

  /** As the window manager knows them. */
  #windows(): readonly { readonly id: string; readonly title: string }[] {
    const property = (...args: string[]) => spawnSync('xprop', args, { env: this.#env, encoding: 'utf8' }).stdout ?? '';
    const ids = property('-root', '_NET_CLIENT_LIST').match(/0x[0-9a-f]+/g) ?? [];
    return ids.map((id) => ({ id, title: /"(.*)"/.exec(property('-id', id, '_NET_WM_NAME'))?.[1] ?? '' }));
  }

  /** A window may go while it is meant. */
  #hands(...args: readonly string[]): Promise<string> {
    return run('xdotool', args, { env: this.#env }).then(
      ({ stdout }) => stdout,
      () => '',
    );
  }
}
