/** The texts of the QR codes in a picture's pixels, however large the picture and wherever on it they are. */
import { FailureError } from '../../core/base/failure.ts';
import { Secret } from '../../core/base/secret.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Four bytes each: blue, green, red, alpha. */
  readonly data: Uint8Array;
}

/** A person waits for it, but the program must go on. */
const LIMIT_MS = 2_000;

/** Each text once. Rejects with FailureError totp.no-qr where there is none. */
export async function qrTexts({ width, height, data }: Pixels): Promise<readonly Secret<string>[]> {
  const { decodeQRBatch } = await import('qr/decode.js');
  const picture = { width, height, data: onWhite(data) };
  const limits = { format: 'BGRX', effort: 4, timeLimit: LIMIT_MS, maxSize: { width, height } } as const;
  const [found = []] = await decodeQRBatch([picture], limits);
  // The last of them says why it found no more.
  const texts = new Set(found.filter((one) => typeof one === 'string'));
  if (texts.size === 0) throw new FailureError('totp.no-qr');
  return [...texts].map((text) => new Secret(text));
}

/** What is transparent is as good as paper; to a decoder it is black. The colours are taken as multiplied by alpha. */
function onWhite(data: Uint8Array): Uint8Array {
  const made = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i += 4) {
    const paper = 255 - (data[i + 3] ?? 255);
    for (let c = 0; c < 3; c++) made[i + c] = Math.min(255, (data[i + c] ?? 0) + paper);
    made[i + 3] = 255;
  }
  return made;
}
