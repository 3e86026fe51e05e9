// What the tray shows, measured in its pixels: seen on every panel, told apart without colour, and sharp.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { halved, type Picture, type Pixel } from './picture.ts';
import { readIco } from './read-ico.ts';
import { readPng } from './read-png.ts';

const ASSETS = join(import.meta.dirname, '../../../assets');
const TRAY = join(ASSETS, 'tray');
const STATES = ['signed-out', 'signing-in', 'active', 'expiring', 'expired'];
/** On Windows, and on Linux at scale 2 and 1. */
const SIZES = [16, 20, 22, 24, 32, 40, 44, 48];
const LIGHT = ['#ffffff', '#d0d0d0', '#c0c0c0'];
const DARK = ['#404040', '#202020', '#000000'];
/** One ink is for one kind of panel. */
const GROUNDS = { colour: [...LIGHT, ...DARK], light: DARK, dark: LIGHT };
type Ink = keyof typeof GROUNDS;
const INKS = Object.keys(GROUNDS) as Ink[];

/** As the system has it: out of the icon of Windows, or out of what a panel on Linux is sent, halved at scale 1. */
function pictureOf(ink: Ink, state: string, size: number): Picture {
  const file = join(TRAY, ink, state);
  if (size === 44) return readPng(`${file}-44.png`);
  if (size === 22) return halved(readPng(`${file}-44.png`));
  const found = readIco(`${file}.ico`).find(({ width }) => width === size);
  if (!found) throw new Error(`${file}.ico has no ${size}`);
  return found;
}

const rgb = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
const linear = (value: number) => (value <= 10.31475 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
function contrast(a: readonly number[], b: readonly number[]): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}
function over([red, green, blue, alpha]: Pixel, ground: string): readonly number[] {
  return rgb(ground).map((under, i) => ([red, green, blue][i] as number) * (alpha / 255) + under * (1 - alpha / 255));
}
const contrastOver = (a: Pixel, b: Pixel) =>
  Math.max(...['#ffffff', '#000000'].map((ground) => contrast(over(a, ground), over(b, ground))));
const spots = ({ width, height }: Picture) =>
  Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const);
const extent = (values: readonly number[]) => Math.max(...values) - Math.min(...values) + 1;
const pure = ([red, green, blue, alpha]: Pixel, tones: ReadonlySet<string>) =>
  alpha === 0 || (alpha === 255 && tones.has(`${red},${green},${blue}`));

const each = INKS.flatMap((ink) => SIZES.map((size) => [ink, size] as const));

describe.each(each)('in %s at %i pixels', (ink, size) => {
  const pictures = STATES.map((state) => pictureOf(ink, state, size));

  test('each is of that size', () => {
    for (const { width, height } of pictures) expect([width, height]).toEqual([size, size]);
  });

  test.each(GROUNDS[ink])(
    'each is seen on %s with a contrast of at least 3, nearly as large as it may be',
    (ground) => {
      for (const picture of pictures) {
        const seen = spots(picture).filter(([x, y]) => contrast(over(picture.at(x, y), ground), rgb(ground)) >= 3);
        expect(extent(seen.map(([x]) => x))).toBeGreaterThanOrEqual(size * 0.8);
        expect(extent(seen.map(([, y]) => y))).toBeGreaterThanOrEqual(size * 0.6);
      }
    },
  );

  test.each(GROUNDS[ink])('any two are told apart in grey on %s', (ground) => {
    for (const [i, one] of pictures.entries()) {
      for (const other of pictures.slice(i + 1)) {
        const differ = spots(one).filter(
          ([x, y]) => contrast(over(one.at(x, y), ground), over(other.at(x, y), ground)) >= 3,
        );
        expect(differ.length).toBeGreaterThanOrEqual(size * size * 0.04);
      }
    }
  });

  test('straight edges lie between two pixels', () => {
    for (const [i, picture] of pictures.entries()) {
      const tones = tonesOf(picture);
      const line = spots(picture).filter(([x, y]) => x === size / 2 - 1 || y === Math.floor(BESIDE_NOTCH * size));
      // Its tick goes across the pixels, and does not reach the sides.
      const straight = STATES[i] === 'active' ? line.filter(([x]) => Math.abs(x + 0.5 - size / 2) > size / 3) : line;
      const blurred = straight.filter(([x, y]) => !pure(picture.at(x, y), tones));
      expect([STATES[i], blurred]).toEqual([STATES[i], []]);
    }
  });
});

/** Between a corner and the notch, where the sides are straight. */
const BESIDE_NOTCH = 0.275;
/** The two that most of its pixels have. */
function tonesOf(picture: Picture): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [x, y] of spots(picture)) {
    const [red, green, blue, alpha] = picture.at(x, y);
    const tone = `${red},${green},${blue}`;
    if (alpha === 255) counts.set(tone, (counts.get(tone) ?? 0) + 1);
  }
  return new Set(
    [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([tone]) => tone)
      .slice(0, 2),
  );
}

test.each(STATES)('macOS’ template of %s is black with an alpha, at scale 1 and 2', (state) => {
  for (const [scale, suffix] of [
    [1, ''],
    [2, '@2x'],
  ] as const) {
    const picture = readPng(join(TRAY, 'template', `${state}Template${suffix}.png`));
    expect(picture.width).toBe(22 * scale);
    const inked = spots(picture)
      .map(([x, y]) => picture.at(x, y))
      .filter(([, , , alpha]) => alpha > 0);
    expect(inked.every(([red, green, blue]) => red + green + blue === 0)).toBe(true);
  }
});

const icoSizes = (file: string) => readIco(file).map(({ width }) => width);

test('an icon of Windows has each size that a scale of the taskbar asks for', () => {
  const usual = [16, 20, 24, 32, 40, 48];
  for (const ink of INKS) for (const state of STATES) expect(icoSizes(join(TRAY, ink, `${state}.ico`))).toEqual(usual);
  expect(icoSizes(join(ASSETS, 'icons/icon.ico'))).toEqual([...usual, 256]);
});

test('GNOME’s panel is sent the same at 16 pixels as Windows has, at scale 2 and 1', () => {
  for (const ink of INKS) {
    for (const state of STATES) {
      const sent = readPng(join(TRAY, ink, `${state}-32.png`));
      for (const [picture, size] of [
        [sent, 32],
        [halved(sent), 16],
      ] as const) {
        const same = pictureOf(ink, state, size);
        const differ = spots(same).filter(([x, y]) => contrastOver(picture.at(x, y), same.at(x, y)) >= 3);
        expect([ink, state, size, differ]).toEqual([ink, state, size, []]);
      }
    }
  }
});

test('the app’s own icon has each size of a theme, as large as its name says', () => {
  const names = readdirSync(join(ASSETS, 'icons/theme'));
  const sizes = names.map((name) => readPng(join(ASSETS, 'icons/theme', name)).width);
  expect(names).toEqual(sizes.map((size) => `${size}x${size}.png`));
  expect(sizes).toEqual(expect.arrayContaining([16, 22, 24, 32, 44, 48, 256, 512]));
});

test.each([16, 22, 24, 32, 44, 48])(
  'the app’s icon at %i pixels shows its pass on any panel, in enough contrast',
  (size) => {
    const picture = readPng(join(ASSETS, `icons/theme/${size}x${size}.png`));
    const white = spots(picture).filter(([x, y]) => picture.at(x, y).every((value) => value === 255));
    expect(extent(white.map(([x]) => x))).toBeGreaterThanOrEqual(size * 0.6);
    const top = Math.min(...white.map(([, y]) => y));
    const ground = picture.at(size / 2, top - 1);
    expect(contrast(ground, [255, 255, 255])).toBeGreaterThanOrEqual(4.5);
  },
);
