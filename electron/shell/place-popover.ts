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

/** Moved, and made smaller where it must be, so that all of it is in the area; on whole pixels. */
export function within({ x, y, width, height }: Rectangle, area: Rectangle): Rectangle {
  const size = { width: Math.min(width, area.width), height: Math.min(height, area.height) };
  const between = (low: number, value: number, high: number) => Math.round(Math.max(low, Math.min(value, high)));
  return {
    x: between(area.x, x, area.x + area.width - size.width),
    y: between(area.y, y, area.y + area.height - size.height),
    width: Math.round(size.width),
    height: Math.round(size.height),
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
  const room = { x: area.x + GAP, y: area.y + GAP, width: area.width - 2 * GAP, height: area.height - 2 * GAP };
  const width = Math.min(wanted.width, room.width);
  const height = Math.min(wanted.height, room.height);
  const at = (x: number, y: number) => within({ x, y, width, height }, room);
  if (!icon) {
    const above = area.y - bounds.y;
    const below = bounds.y + bounds.height - (area.y + area.height);
    const right = area.x + area.width;
    return at(right, below > above ? area.y + area.height : area.y);
  }
  const isAtTop = icon.y + icon.height / 2 < area.y + area.height / 2;
  const y = isAtTop ? icon.y + icon.height + GAP : icon.y - height - GAP;
  return at(icon.x + icon.width / 2 - width / 2, y);
}
