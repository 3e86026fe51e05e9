import encodeQR from 'qr';
import { describe, expect, test } from 'vitest';
import { type Pixels, qrTexts } from '../../../electron/adapters/totp/qr-texts.ts';
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
  readonly text?: string;
}

function draw({ scale = 4, dark = BLACK, light = WHITE, margin = 40, noise = 0, text = TEXT }: Drawing = {}): Pixels {
  const modules = encodeQR(text, 'raw', { border: 4 });
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
  expect((await qrTexts(draw(drawing))).map((text) => text.reveal())).toEqual([TEXT]);
});

/** Side by side, or one above the other, on the same paper. */
function beside(one: Pixels, other: Pixels, above: boolean): Pixels {
  const [width, height] = above
    ? [Math.max(one.width, other.width), one.height + other.height]
    : [one.width + other.width, Math.max(one.height, other.height)];
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const [at, part] of [one, other].entries()) {
    const [left, top] = at === 0 ? [0, 0] : above ? [0, one.height] : [one.width, 0];
    for (let y = 0; y < part.height; y++) {
      const row = part.data.subarray(y * part.width * 4, (y + 1) * part.width * 4);
      data.set(row, ((top + y) * width + left) * 4);
    }
  }
  return { width, height, data };
}

describe('several on one picture', () => {
  const [first, second] = [TEXT, TEXT.replace('ann', 'bob')];
  test.each<[string, Drawing, Drawing]>([
    ['of one size', {}, {}],
    ['close together', { margin: 0 }, { margin: 0 }],
    ['a large and a small one', { scale: 9 }, { scale: 3 }],
    ['in a dark theme', { dark: WHITE, light: [30, 28, 27, 255] }, { dark: WHITE, light: [30, 28, 27, 255] }],
    ['of a bad camera', { scale: 6, noise: 40 }, { scale: 6, noise: 40 }],
  ])('are all read: %s', async (_, one, other) => {
    for (const above of [true, false]) {
      const picture = beside(draw({ ...one, text: first }), draw({ ...other, text: second }), above);
      expect((await qrTexts(picture)).map((text) => text.reveal()).sort()).toEqual([first, second]);
    }
  });

  test('are one where they say the same', async () => {
    expect(await qrTexts(beside(draw(), draw(), false))).toHaveLength(1);
  });
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
  await expect(qrTexts(picture)).rejects.toMatchObject({ failure: { code: 'totp.no-qr', params: {} } });
});
