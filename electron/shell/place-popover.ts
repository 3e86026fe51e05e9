/** Where the popover goes and how large it is, from rectangles alone. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

type Size = Pick<Rectangle, 'width' | 'height'>;

const GAP = 8;
/** Of a tray icon of which only the place of a click in it is known. */
const ICON = 32;

export const iconAround = ({ x, y }: Pick<Rectangle, 'x' | 'y'>): Rectangle => ({
  x: x - ICON / 2,
  y: y - ICON / 2,
  width: ICON,
  height: ICON,
});

/** Moved, and made smaller where it must be, so that all of it is in the area. */
export function within({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  const size = { width: Math.min(width, area.width), height: Math.min(height, area.height) };
  return {
    x: Math.max(area.x, Math.min(x, area.x + area.width - size.width)),
    y: Math.max(area.y, Math.min(y, area.y + area.height - size.height)),
    ...size,
  };
}

/**
 * Beside the tray icon and wholly inside the work area, smaller where that is too small: below the icon when the panel is
 * at the top, above when it is at the bottom. Where the icon is not known, in the corner at which trays are: on the
 * right, at the bottom where more of the display is taken there.
 */
export function placePopover(
  icon: Rectangle | null,
  { bounds, workArea: area }: { readonly bounds: Rectangle; readonly workArea: Rectangle },
  wanted: Size,
): Rectangle {
  const width = Math.min(wanted.width, area.width - 2 * GAP);
  const height = Math.min(wanted.height, area.height - 2 * GAP);
  const right = area.x + area.width - width - GAP;
  const bottom = area.y + area.height - height - GAP;
  const between = (value: number, low: number, high: number) => Math.round(Math.max(low, Math.min(value, high)));
  const at = (x: number, y: number): Rectangle => ({
    x: between(x, area.x + GAP, right),
    y: between(y, area.y + GAP, bottom),
    width: Math.round(width),
    height: Math.round(height),
  });
  if (!icon) {
    const above = area.y - bounds.y;
    const below = bounds.y + bounds.height - (area.y + area.height);
    return at(right, below > above ? bottom : area.y);
  }
  const isAtTop = icon.y + icon.height / 2 < area.y + area.height / 2;
  const y = isAtTop ? icon.y + icon.height + GAP : icon.y - height - GAP;
  return at(icon.x + icon.width / 2 - width / 2, y);
}
