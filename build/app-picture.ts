// Draws the app's icon where it is small: the pass of icon.svg without its sun and without its slope, on whole pixels.
import { ticket } from './tray-picture.ts';

interface Grid {
  readonly width: number;
  readonly height: number;
  readonly notch: number;
  /** From the middle. */
  readonly tick: string;
  readonly tickWidth: number;
}

const GRIDS: Readonly<Record<number, Grid>> = {
  16: { width: 12, height: 8, notch: 1.5, tick: 'M-2.5 0l2 2 3.5-3.5', tickWidth: 1.5 },
  20: { width: 14, height: 10, notch: 2, tick: 'M-3.5 0l2.5 2.5 4.5-4.5', tickWidth: 2 },
  22: { width: 16, height: 12, notch: 2, tick: 'M-4 0l3 3 5-5.5', tickWidth: 2 },
  24: { width: 18, height: 12, notch: 2, tick: 'M-4 0l3 3 5-5.5', tickWidth: 2 },
};

/** `size` is 16, 20, 22 or 24. */
export function appPicture(size: number): string {
  const { width, height, notch, tick, tickWidth } = GRIDS[size] as Grid;
  const middle = size / 2;
  const pass = ticket(middle - width / 2, middle - height / 2, width, height, 1.5, notch);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">
<linearGradient id="sky" x2="0" y2="1"><stop stop-color="#12324a" /><stop offset="1" stop-color="#0b6b64" /></linearGradient>
<rect width="${size}" height="${size}" rx="${size / 5}" fill="url(#sky)" />
<path d="${pass}" fill="#fff" />
<path transform="translate(${middle} ${middle})" d="${tick}" fill="none" stroke="#0b6b64" stroke-width="${tickWidth}" stroke-linecap="round" stroke-linejoin="round" />
</svg>`;
}
