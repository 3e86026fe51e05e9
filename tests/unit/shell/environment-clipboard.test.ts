import { describe, expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';
import { EnvironmentClipboard, type SystemClipboard } from '../../../electron/shell/environment-clipboard.ts';

class ClipboardInMemory implements SystemClipboard {
  text = 'what was there';
  marked = false;
  readonly #marks: boolean;

  constructor({ marks }: { readonly marks: boolean }) {
    this.#marks = marks;
  }

  async writeMarked(text: string): Promise<void> {
    if (!this.#marks) throw new TypeError('a format that is not allowed');
    this.text = text;
    this.marked = true;
  }

  async writeText(text: string): Promise<void> {
    this.text = text;
    this.marked = false;
  }

  readText = async () => this.text;
  clear = async () => this.writeText('');
}

const lines = new Secret("export AWS_ACCESS_KEY_ID='ASIAIOSFODNN7EXAMPLE'\n");

describe('a session on the clipboard', () => {
  test.each([false, true])('is marked as a secret wherever that can be', async (unmarked) => {
    const system = new ClipboardInMemory({ marks: true });
    await new EnvironmentClipboard(system).copy(lines, unmarked);
    expect([system.text, system.marked]).toEqual([lines.reveal(), true]);
  });

  test('is not there unmarked before the person knows it, and then is, and is cleared', async () => {
    const system = new ClipboardInMemory({ marks: false });
    const clipboard = new EnvironmentClipboard(system);
    await expect(clipboard.copy(lines, false)).rejects.toMatchObject({ failure: { code: 'clipboard.unmarked' } });
    expect(system.text).toBe('what was there');
    await clipboard.copy(lines, true);
    expect([system.text, system.marked]).toEqual([lines.reveal(), false]);
    await clipboard.clear();
    expect(system.text).toBe('');
  });

  test('is not cleared where something else has taken its place', async () => {
    const system = new ClipboardInMemory({ marks: true });
    const clipboard = new EnvironmentClipboard(system);
    await clipboard.copy(lines, false);
    await system.writeText('another');
    await clipboard.clear();
    expect(system.text).toBe('another');
  });
});
