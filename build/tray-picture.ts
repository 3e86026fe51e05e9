// Draws the tray's pass as SVG: each size on its own grid of pixels, so that every straight edge lies between two of them.
// What a picture says it says by its shape: full of ink is valid, ink that runs out ends soon, empty is no session.
export const TRAY_STATES = ['signed-out', 'signing-in', 'active', 'expiring', 'expired'] as const;
export type TrayState = (typeof TRAY_STATES)[number];

/** `colour` has a white rim and so holds on any ground; the others are of one ink, for a panel of the other kind. */
export type TrayInk = 'colour' | 'light' | 'dark';

/** Each at least 4.5 : 1 on white, of which rim and paper are. */
const COLOURS: Record<TrayState, string> = {
  'signed-out': '#4b5563',
  'signing-in': '#0b6b64',
  active: '#0b6b64',
  expiring: '#9a4a00',
  expired: '#b91c1c',
};

/** In pixels. Twice the size is the same grid, twice as fine. */
interface Grid {
  /** The ticket without its rim. */
  readonly height: number;
  readonly corner: number;
  readonly notch: number;
  readonly line: number;
  /** From the middle. */
  readonly tick: string;
  readonly tickWidth: number;
  /** From one of the six dots, which are those of a code, to the next. */
  readonly step: number;
  /** The mark’s stroke; its dot is two high, one below it. */
  readonly mark: readonly [width: number, height: number];
}

const GRIDS: Readonly<Record<number, Grid>> = {
  16: {
    height: 12,
    corner: 2,
    notch: 1.5,
    line: 1,
    tick: 'M-3.5 0l2.5 2.5 4.5-4.5',
    tickWidth: 2,
    step: 3,
    mark: [2, 4],
  },
  20: { height: 14, corner: 2, notch: 2, line: 2, tick: 'M-4.5 .5l3 3 6-6', tickWidth: 2.5, step: 4, mark: [4, 4] },
  22: { height: 16, corner: 3, notch: 2, line: 2, tick: 'M-5 0l3.5 3.5 6.5-6.5', tickWidth: 3, step: 4, mark: [4, 5] },
  24: { height: 18, corner: 3, notch: 3, line: 2, tick: 'M-5.5 0l4 4 7-7', tickWidth: 3, step: 5, mark: [4, 7] },
};
export const TRAY_SIZES: readonly number[] = Object.keys(GRIDS).map(Number);

/** `size` is one of TRAY_SIZES. */
export function trayPicture(state: TrayState, ink: TrayInk, size: number): string {
  const grid = GRIDS[size] as Grid;
  const middle = size / 2;
  const outline = ticket(1, middle - grid.height / 2, size - 2, grid.height, grid.corner, grid.notch);
  const colour = { colour: COLOURS[state], light: '#fff', dark: '#000' }[ink];
  const rim = `<path d="${outline}" fill="#fff" stroke="#fff" stroke-width="2" stroke-linejoin="round" />`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">`,
    `<clipPath id="ticket"><path d="${outline}" /></clipPath>`,
    ink === 'colour' ? rim : '',
    state === 'active' ? full(outline, colour, grid, size) : empty(outline, colour, grid, ink === 'colour'),
    signOf(state, colour, grid, size),
    '</svg>',
  ].join('\n');
}

/** A rounded rectangle with a bite in its left and its right side. */
export function ticket(x: number, y: number, width: number, height: number, corner: number, notch: number): string {
  const side = height / 2 - corner - notch;
  const [across, round] = [width - 2 * corner, `a${corner} ${corner} 0 0 1 `];
  const bite = (down: number) => `a${notch} ${notch} 0 0 0 0 ${down * 2 * notch}`;
  return [
    `M${x + corner} ${y}h${across}${round}${corner} ${corner}`,
    `v${side}${bite(1)}v${side}${round}-${corner} ${corner}`,
    `h${-across}${round}-${corner} -${corner}`,
    `v${-side}${bite(-1)}v${-side}${round}${corner} -${corner}z`,
  ].join('');
}

/** The tick is cut out of the ink; what shows through is the ground, or the rim that lies below. */
const full = (outline: string, colour: string, { tick, tickWidth }: Grid, size: number): string => `
<mask id="cut">
<rect width="${size}" height="${size}" fill="#fff" />
<path transform="translate(${size / 2} ${size / 2})" d="${tick}" fill="none" stroke="#000" stroke-width="${tickWidth}" stroke-linecap="round" stroke-linejoin="round" />
</mask>
<path d="${outline}" fill="${colour}" mask="url(#cut)" />`;

const empty = (outline: string, colour: string, { line }: Grid, onPaper: boolean): string =>
  `<path d="${outline}" fill="${onPaper ? '#fff' : 'none'}" stroke="${colour}" stroke-width="${2 * line}" clip-path="url(#ticket)" />`;

function signOf(state: TrayState, colour: string, { height, step, mark }: Grid, size: number): string {
  const middle = size / 2;
  const box = (x: number, y: number, width: number, tall: number) =>
    `<rect x="${middle + x}" y="${middle + y}" width="${width}" height="${tall}" fill="${colour}" clip-path="url(#ticket)" />`;
  switch (state) {
    case 'signing-in':
      return [-step, 0, step].map((x) => box(x - 1, -3, 2, 2) + box(x - 1, 1, 2, 2)).join('');
    case 'expiring':
      return box(-middle, -height / 2, Math.floor(middle * 0.75), height);
    case 'expired': {
      const [width, tall] = mark;
      const top = -Math.floor((tall + 3) / 2);
      return box(-width / 2, top, width, tall) + box(-width / 2, top + tall + 1, width, 2);
    }
    default:
      return '';
  }
}
