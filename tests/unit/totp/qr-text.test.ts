import encodeQR from 'qr';
import { expect, test } from 'vitest';
import { type Pixels, qrText } from '../../../electron/adapters/totp/qr-text.ts';
import { TOTP_SECRET } from '../../fakes/totp.ts';

const TEXT = `otpauth://totp/Amazon%20Web%20Services:ann@example?secret=${TOTP_SECRET}&issuer=Amazon%20Web%20Services`;
type Colour = readonly [blue: number, green: number, red: number, alpha: number];
const BLACK: Colour = [0, 0, 0, 255];
const WHITE: Colour = [255, 255, 255, 255];

interface Drawing {
  readonly scale?: number;
  readonly dark?: Colour;
  readonly light?: Colour;
  /** Around the code, in pixels, with what a screen shows beside it. */
  readonly margin?: number;
  /** The same every time: a picture that fails must fail again. */
  readonly noise?: number;
}

function draw({ scale = 4, dark = BLACK, light = WHITE, margin = 40, noise = 0 }: Drawing = {}): Pixels {
  const modules = encodeQR(TEXT, 'raw', { border: 4 });
  const side = modules.length * scale + 2 * margin;
  const data = new Uint8Array(side * side * 4);
  let random = 1;
  for (let i = 0; i < side * side; i++) {
    const [x, y] = [(i % side) - margin, Math.floor(i / side) - margin];
    const isDark = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
    random = (random * 48_271) % 2_147_483_647;
    const shift = noise ? (random % (2 * noise)) - noise : 0;
    for (const [c, value] of (isDark ? dark : light).entries()) {
      data[i * 4 + c] = c === 3 ? value : Math.min(255, Math.max(0, value + shift));
    }
  }
  return { width: side, height: side, data };
}

test.each<[string, Drawing]>([
  ['as AWS shows it', {}],
  ['small', { scale: 2, margin: 4 }],
  ['large, on a large screen', { scale: 12, margin: 600 }],
  ['in a dark theme', { dark: WHITE, light: [30, 28, 27, 255] }],
  ['grey on grey', { dark: [90, 90, 90, 255], light: [170, 170, 170, 255] }],
  ['of a bad camera', { scale: 6, noise: 70 }],
  ['on nothing', { light: [0, 0, 0, 0] }],
])('read: %s', async (_, drawing) => {
  expect((await qrText(draw(drawing))).reveal()).toBe(TEXT);
});

const blank = (width: number, height: number): Pixels => ({
  width,
  height,
  data: new Uint8Array(width * height * 4).fill(255),
});
test.each<[string, Pixels]>([
  ['an empty wall', blank(400, 300)],
  ['one pixel', blank(1, 1)],
  [
    'a code of which a corner is missing',
    {
      ...draw({ margin: 0 }),
      height: 120,
      data: draw({ margin: 0 }).data.slice(0, draw({ margin: 0 }).width * 120 * 4),
    },
  ],
])('refused: %s', async (_, picture) => {
  await expect(qrText(picture)).rejects.toMatchObject({ failure: { code: 'totp.no-qr', params: {} } });
});
