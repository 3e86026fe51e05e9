import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placePopover, type Rectangle } from '../../../electron/shell/place-popover.ts';

const SIZE = { width: 360, height: 540 };
const rect = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });

const inside = (at: { x: number; y: number }, area: Rectangle): boolean =>
  at.x >= area.x &&
  at.y >= area.y &&
  at.x + SIZE.width <= area.x + area.width &&
  at.y + SIZE.height <= area.y + area.height;

const overlap = (at: { x: number; y: number }, other: Rectangle): boolean =>
  at.x < other.x + other.width &&
  other.x < at.x + SIZE.width &&
  at.y < other.y + other.height &&
  other.y < at.y + SIZE.height;

interface Desktop {
  readonly area: Rectangle;
  readonly icon: Rectangle;
  readonly expected: { readonly x: number; readonly y: number };
}

describe('beside the icon', () => {
  const DESKTOPS: Record<string, Desktop> = {
    'a menu bar at the top': {
      area: rect(0, 25, 1440, 875),
      icon: rect(1100, 0, 24, 25),
      expected: { x: 932, y: 33 },
    },
    'a menu bar at the top, icon at its right end': {
      area: rect(0, 25, 1440, 875),
      icon: rect(1410, 0, 24, 25),
      expected: { x: 1072, y: 33 },
    },
    'a taskbar at the bottom': {
      area: rect(0, 0, 1920, 1040),
      icon: rect(1700, 1045, 24, 30),
      expected: { x: 1532, y: 492 },
    },
    'a taskbar at the left': {
      area: rect(62, 0, 1858, 1080),
      icon: rect(10, 1000, 40, 24),
      expected: { x: 70, y: 452 },
    },
    'a taskbar at the right': {
      area: rect(0, 0, 1858, 1080),
      icon: rect(1870, 1000, 40, 24),
      expected: { x: 1490, y: 452 },
    },
    'a second display at the left, with negative coordinates': {
      area: rect(-1920, -200, 1920, 1040),
      icon: rect(-300, 845, 24, 30),
      expected: { x: -468, y: 292 },
    },
    'a display above the first': {
      area: rect(0, -1055, 1440, 1055),
      icon: rect(1000, -1080, 24, 25),
      expected: { x: 832, y: -1047 },
    },
    'an icon in the folded-out part of the taskbar, above it': {
      area: rect(0, 0, 1920, 1040),
      icon: rect(1600, 900, 24, 24),
      expected: { x: 1432, y: 352 },
    },
  };
  test.each(Object.entries(DESKTOPS))('%s', (_, { area, icon, expected }) => {
    const at = placePopover(icon, { x: 0, y: 0 }, area, SIZE);
    expect(at).toEqual(expected);
    expect(inside(at, area)).toBe(true);
    expect(overlap(at, icon)).toBe(false);
  });
});

describe('where the system does not say where the icon is: the corner nearest to the pointer', () => {
  const area = rect(0, 28, 1920, 1052);
  test.each([
    ['top right', { x: 1880, y: 10 }, { x: 1552, y: 36 }],
    ['top left', { x: 5, y: 5 }, { x: 8, y: 36 }],
    ['bottom right', { x: 1900, y: 1075 }, { x: 1552, y: 532 }],
    ['bottom left', { x: 0, y: 1079 }, { x: 8, y: 532 }],
    ['the middle of a panel at the top', { x: 960, y: 10 }, { x: 780, y: 36 }],
  ])('%s', (_, pointer, expected) => {
    expect(placePopover(null, pointer, area, SIZE)).toEqual(expected);
  });
});

test('on any desktop it is wholly inside, on whole pixels, wherever icon or pointer are', () => {
  const coordinate = fc.integer({ min: -5_000, max: 5_000 });
  const area = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 376, max: 6_000 }),
    height: fc.integer({ min: 556, max: 4_000 }),
  });
  const icon = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 0, max: 99 }),
    height: fc.integer({ min: 0, max: 99 }),
  });
  const pointer = fc.record({ x: coordinate, y: coordinate });
  fc.assert(
    fc.property(fc.option(icon), pointer, area, (where, at, within) => {
      const placed = placePopover(where, at, within, SIZE);
      expect(inside(placed, within)).toBe(true);
      expect(Number.isInteger(placed.x) && Number.isInteger(placed.y)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('on a desktop that is too small its top left corner stays in sight', () => {
  const area = rect(100, 50, 320, 240);
  const at = placePopover(rect(400, 280, 16, 16), { x: 0, y: 0 }, area, SIZE);
  expect(at).toEqual({ x: 108, y: 58 });
});
