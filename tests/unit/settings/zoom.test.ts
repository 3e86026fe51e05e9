import { expect, test } from 'vitest';
import { type ZoomChange, zoomed } from '../../../electron/core/settings/zoom.ts';

test.each<[from: number, change: ZoomChange, to: number]>([
  [100, 'in', 110],
  [100, 'out', 90],
  [110, 'out', 100],
  [175, 'in', 200],
  [200, 'in', 200],
  [80, 'out', 80],
  [150, 'reset', 100],
  // Of no step of ours.
  [120, 'in', 125],
  [120, 'out', 110],
])('from %i %s is %i', (from, change, to) => {
  expect(zoomed(from, change)).toBe(to);
});
