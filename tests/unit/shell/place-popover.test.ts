import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { iconAround, placePopover, type Rectangle, within } from '../../../electron/shell/place-popover.ts';

const SIZE = { width: 360, height: 540 };
const rect = (x: number, y: number, width: number, height: number): Rectangle => ({ x, y, width, height });

const inside = (at: Rectangle, area: Rectangle): boolean =>
  at.x >= area.x &&
  at.y >= area.y &&
  at.x + at.width <= area.x + area.width &&
  at.y + at.height <= area.y + area.height;

const overlap = (at: Rectangle, other: Rectangle): boolean =>
  at.x < other.x + other.width &&
  other.x < at.x + at.width &&
  at.y < other.y + other.height &&
  other.y < at.y + at.height;

/** Where a panel takes nothing. */
const whole = (workArea: Rectangle) => ({ bounds: workArea, workArea });

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
    const at = placePopover(icon, whole(area), SIZE);
    expect(at).toEqual({ ...expected, ...SIZE });
    expect(inside(at, area)).toBe(true);
    expect(overlap(at, icon)).toBe(false);
  });
});

describe('where nobody knows where the icon is: in the corner at which trays are', () => {
  const bounds = rect(1920, 0, 1920, 1080);
  test.each([
    ['a panel at the top', rect(1920, 28, 1920, 1052), { x: 3472, y: 36 }],
    ['a panel at the bottom', rect(1920, 0, 1920, 1040), { x: 3472, y: 492 }],
    ['a bar at the top and a dock at the bottom', rect(1920, 28, 1920, 980), { x: 3472, y: 460 }],
    ['a panel at the left', rect(1984, 0, 1856, 1080), { x: 3472, y: 8 }],
    ['no panel', bounds, { x: 3472, y: 8 }],
  ])('%s', (_, workArea, expected) => {
    expect(placePopover(null, { bounds, workArea }, SIZE)).toEqual({ ...expected, ...SIZE });
  });
});

describe('beside a click, where only that is known', () => {
  const bounds = rect(1280, 0, 1280, 800);
  test.each([
    ['in a panel at the top', { x: 2400, y: 14 }, rect(1280, 28, 1280, 772), { x: 2192, y: 38 }],
    ['in a panel that takes nothing of the display', { x: 2400, y: 14 }, bounds, { x: 2192, y: 38 }],
    ['in a panel at the bottom', { x: 2400, y: 786 }, rect(1280, 0, 1280, 772), { x: 2192, y: 222 }],
    ['in a panel at the left', { x: 1290, y: 700 }, rect(1320, 0, 1240, 800), { x: 1328, y: 136 }],
    ['in a panel at the right', { x: 2550, y: 100 }, rect(1280, 0, 1240, 800), { x: 2152, y: 124 }],
  ])('%s', (_, click, workArea, expected) => {
    const at = placePopover(iconAround(click), { bounds, workArea }, SIZE);
    expect(at).toEqual({ ...expected, ...SIZE });
    expect(overlap(at, { ...click, width: 1, height: 1 })).toBe(false);
  });
});

test('it is never larger than the work area, on any desktop, and wholly inside, on whole pixels', () => {
  const coordinate = fc.integer({ min: -5_000, max: 5_000 });
  const area = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 200, max: 6_000 }),
    height: fc.integer({ min: 200, max: 4_000 }),
  });
  const icon = fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: 0, max: 99 }),
    height: fc.integer({ min: 0, max: 99 }),
  });
  fc.assert(
    fc.property(fc.option(icon), area, (where, within) => {
      const placed = placePopover(where, whole(within), SIZE);
      expect(inside(placed, within)).toBe(true);
      for (const value of Object.values(placed)) expect(Number.isInteger(value)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

test('1024 × 600 at twice the size: as high as there is room', () => {
  const bounds = rect(0, 0, 512, 300);
  const at = placePopover(iconAround({ x: 500, y: 7 }), { bounds, workArea: rect(0, 14, 512, 286) }, SIZE);
  expect(at).toEqual({ x: 144, y: 22, width: 360, height: 270 });
});

describe('a window that grows', () => {
  const AREA = rect(0, 25, 1280, 775);
  test.each<[string, Rectangle, Rectangle]>([
    ['stays where there is room', rect(100, 100, 540, 600), rect(100, 100, 540, 600)],
    ['moves from an edge', rect(900, 300, 720, 700), rect(560, 100, 720, 700)],
    ['is no larger than the display', rect(100, 100, 1400, 1200), rect(0, 25, 1280, 775)],
    ['comes back onto it', rect(-50, 0, 360, 600), rect(0, 25, 360, 600)],
    ['stands on whole pixels', rect(100, 100, 396.4, 659.6), rect(100, 100, 396, 660)],
  ])('%s', (_, wanted, expected) => {
    expect(within(wanted, AREA)).toEqual(expected);
  });
});
