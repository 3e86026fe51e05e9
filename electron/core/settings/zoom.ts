/** How large the window's contents are drawn, in percent, in the steps that browsers have. */
export const ZOOMS = [80, 90, 100, 110, 125, 150, 175, 200] as const;
export const [SMALLEST_ZOOM, LARGEST_ZOOM] = [80, 200];

export type ZoomChange = 'in' | 'out' | 'reset';

/** Stays where there is no further step. */
export function zoomed(zoom: number, change: ZoomChange): number {
  switch (change) {
    case 'in':
      return ZOOMS.find((step) => step > zoom) ?? LARGEST_ZOOM;
    case 'out':
      return ZOOMS.findLast((step) => step < zoom) ?? SMALLEST_ZOOM;
    case 'reset':
      return 100;
  }
}
