// The picture of a QR code as a person has it on their disk: a PNG file.
import { crc32, deflateSync } from 'node:zlib';
import encodeQR from 'qr';

/** `text` null: a picture with nothing on it. */
export function qrPicture(text: string | null, scale = 6): Buffer {
  const modules = text === null ? [] : encodeQR(text, 'raw', { border: 4 });
  const side = (modules.length || 40) * scale;
  const rows = Array.from({ length: side }, (_, y) => {
    const row = Buffer.alloc(side + 1, 255);
    row[0] = 0;
    for (let x = 0; x < side; x++) if (modules[Math.floor(y / scale)]?.[Math.floor(x / scale)]) row[x + 1] = 0;
    return row;
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
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
