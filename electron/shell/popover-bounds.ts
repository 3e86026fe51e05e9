/** Where the popover goes on the displays as they are now. */
import { type BrowserWindow, type Display, type Point, type Rectangle, screen } from 'electron';
import { iconAround, placePopover, within } from './place-popover.ts';
import { sizeFor } from './popover-window.ts';

/**
 * `clickedAt`, in pixels, stands for the icon where the system does not say where that is (Linux). The pointer is not
 * asked: there it is known only over our own windows.
 */
export function popoverBounds(
  trayBounds: Rectangle | null,
  clickedAt: Point | null,
  height: number,
  zoom: number,
): Rectangle {
  const icon = trayBounds ?? (clickedAt && iconClicked(clickedAt));
  return placePopover(icon, icon ? screen.getDisplayMatching(icon) : screen.getPrimaryDisplay(), sizeFor(height, zoom));
}

/** Of a window that a person has placed: it grows to the right and downwards, within the display. */
export function grownWindow(window: BrowserWindow, by: number): Rectangle {
  const bounds = window.getBounds();
  const { workArea: area } = screen.getDisplayMatching(bounds);
  return within({ ...bounds, width: bounds.width * by, height: bounds.height * by }, area);
}

/** Null where no display is, as of a place that a desktop counts in its own way. */
function iconClicked(clickedAt: Point): Rectangle | null {
  const { scaleFactor } = screen.getPrimaryDisplay();
  const [x, y] = [clickedAt.x / scaleFactor, clickedAt.y / scaleFactor];
  const isOn = ({ bounds }: Display) =>
    x >= bounds.x && y >= bounds.y && x < bounds.x + bounds.width && y < bounds.y + bounds.height;
  return screen.getAllDisplays().some(isOn) ? iconAround({ x, y }) : null;
}
