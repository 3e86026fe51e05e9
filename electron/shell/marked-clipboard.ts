/** The system's clipboard, on which a secret and what marks it as one stand at once. */
import * as electron from 'electron';
import { clipboardMarks } from './clipboard-marks.ts';
import type { SystemClipboard } from './environment-clipboard.ts';

interface WithItems {
  readonly ClipboardItem?: new (items: Readonly<Record<string, string | Blob>>) => object;
}

interface Writing {
  write(items: readonly object[]): Promise<void>;
}

export function markedClipboard(): SystemClipboard {
  const { clipboard } = electron;
  return {
    /** At once: of two that are written one after the other only the second is there. */
    async writeMarked(text) {
      const { ClipboardItem: Item } = electron as unknown as WithItems;
      if (!Item) throw new Error('Electron before 44 writes nothing beside a text');
      const item = new Item({ 'text/plain': text, ...clipboardMarks(process.platform) });
      await (clipboard as unknown as Writing).write([item]);
    },
    writeText: (text) => clipboard.writeText(text),
    readText: () => clipboard.readText(),
    clear: () => clipboard.clear(),
  };
}
