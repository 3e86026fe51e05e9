// The pictures in an icon of Windows, those that are bitmaps of 32 bits; of one that is a PNG the size alone.
import { readFileSync } from 'node:fs';
import { type Picture, pictureOf } from './picture.ts';

const HEADER = 40;

export function readIco(file: string): readonly Picture[] {
  const bytes = readFileSync(file);
  return Array.from({ length: bytes.readUInt16LE(4) }, (_, i) => {
    const entry = 6 + 16 * i;
    const size = bytes[entry] || 256;
    const start = bytes.readUInt32LE(entry + 12);
    const isBitmap = bytes.readUInt32LE(start) === HEADER && bytes.readUInt16LE(start + 14) === 32;
    return pictureOf(size, size, isBitmap ? fromBelow(bytes.subarray(start + HEADER), size) : new Uint8Array());
  });
}

/** The lowest row comes first, and blue before red. */
function fromBelow(bytes: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size * size * 4);
  for (let i = 0; i < size * size; i++) {
    const [blue = 0, green = 0, red = 0, alpha = 0] = bytes.subarray(i * 4);
    const row = size - 1 - Math.floor(i / size);
    out.set([red, green, blue, alpha], (row * size + (i % size)) * 4);
  }
  return out;
}
