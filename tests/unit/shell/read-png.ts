// The pixels of a PNG as our pictures are: eight bits for each of red, green, blue and alpha, not interlaced.
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';

import { type Picture, pictureOf } from './picture.ts';

export function readPng(file: string): Picture {
  const bytes = readFileSync(file);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (bytes[24] !== 8 || bytes[25] !== 6 || bytes[28] !== 0) throw new Error(`${file} is of another kind`);
  const packed: Buffer[] = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') packed.push(bytes.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  const pixels = unfiltered(inflateSync(Buffer.concat(packed)), width * 4, height);
  return pictureOf(width, height, pixels);
}

/** Each row says first by which neighbours it is told. */
function unfiltered(raw: Buffer, row: number, height: number): Uint8Array {
  const out = new Uint8Array(row * height);
  const of = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (out[y * row + x] as number));
  for (let y = 0; y < height; y++) {
    const kind = raw[y * (row + 1)] as number;
    for (let x = 0; x < row; x++) {
      const [left, up, corner] = [of(x - 4, y), of(x, y - 1), x < 4 ? 0 : of(x - 4, y - 1)];
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][kind] as number;
      out[y * row + x] = (raw[y * (row + 1) + 1 + x] as number) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const far = (value: number) => Math.abs(left + up - corner - value);
  return [left, up, corner].reduce((best, value) => (far(value) < far(best) ? value : best));
}
