// The picture of QR codes as a person has it on their disk: a PNG file.
import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** One code beside the other; without any, a picture with nothing on it. */
export function qrPicture(texts: readonly string[], scale = 6): Buffer {
  const codes = texts.map((text) => encodeQR(text, 'raw', { border: 4 }));
  const height = Math.max(40, ...codes.map((code) => code.length)) * scale;
  // A row of the picture is one of each code.
  const rows = Array.from({ length: height }, (_, y) => {
    const dark = codes.flatMap((code) => code[Math.floor(y / scale)] ?? code.map(() => false));
    const light = dark.length > 0 ? dark : Array.from({ length: 40 }, () => false);
    return Buffer.from([0, ...light.flatMap((isDark) => Array.from({ length: scale }, () => (isDark ? 0 : 255)))]);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE((rows[0]?.length ?? 1) - 1, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits a pixel, grey.
  header[8] = 8;
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.concat(rows))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}
