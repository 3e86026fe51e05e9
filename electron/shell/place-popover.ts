/** Where the popover goes, from rectangles alone. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const GAP = 8;

/**
 * Beside the tray icon and wholly inside the work area: below the icon when the panel is at the top, above when it is
 * at the bottom. Where the system does not say where the icon is (Linux), in the corner nearest to the pointer.
 */
export function placePopover(
  icon: Rectangle | null,
  pointer: { readonly x: number; readonly y: number },
  area: Rectangle,
  size: { readonly width: number; readonly height: number },
): { x: number; y: number } {
  const right = area.x + area.width - size.width - GAP;
  const bottom = area.y + area.height - size.height - GAP;
  const within = (value: number, low: number, high: number) => Math.round(Math.max(low, Math.min(value, high)));
  const anchor = icon ?? { ...pointer, width: 0, height: 0 };
  const centre = anchor.x + anchor.width / 2 - size.width / 2;
  const atTop = anchor.y + anchor.height / 2 < area.y + area.height / 2;
  const below = anchor.y + anchor.height + GAP;
  const above = anchor.y - size.height - GAP;
  return {
    x: within(centre, area.x + GAP, right),
    y: within(icon ? (atTop ? below : above) : atTop ? area.y + GAP : bottom, area.y + GAP, bottom),
  };
}
