// Makes the pictures of assets/ out of their drawings: node build/run.mjs build/icons.ts. Run it after drawing, and commit
// what it makes. Needs rsvg-convert (librsvg2-bin) and convert (imagemagick).
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { appPicture } from './app-picture.ts';
import { TRAY_SIZES, TRAY_STATES, type TrayInk, trayPicture } from './tray-picture.ts';

const ASSETS = resolve(import.meta.dirname, '../assets');
const ICONS = join(ASSETS, 'icons');
const TRAY = join(ASSETS, 'tray');
/** Twice what panels on Linux have; they halve it where the scale is 1. */
const PANEL = [32, 44];
/** Of the app's icon on Linux. */
const THEME = [16, 22, 24, 32, 44, 48, 64, 128, 256, 512];
/** Windows chooses the size that its scale asks for. */
const TASKBAR = [16, 20, 24, 32, 40, 48];

const work = mkdtempSync(join(tmpdir(), 'icons-'));

function draw(svg: string, pixels: number, file: string): string {
  execFileSync('rsvg-convert', ['-w', String(pixels), '-o', file], { input: svg });
  return file;
}

/** A size that has no grid of its own is twice one that has. */
const gridOf = (pixels: number): number => (TRAY_SIZES.includes(pixels) ? pixels : pixels / 2);

function icons(name: string, file: string, draws: (pixels: number) => string, sizes: readonly number[]): void {
  const pictures = sizes.map((pixels) => draw(draws(pixels), pixels, join(work, `${name}-${pixels}.png`)));
  execFileSync('convert', [...pictures, file]);
}

function tray(ink: TrayInk): void {
  const folder = join(TRAY, ink);
  mkdirSync(folder, { recursive: true });
  for (const state of TRAY_STATES) {
    const drawn = (pixels: number) => trayPicture(state, ink, gridOf(pixels));
    for (const pixels of PANEL) draw(drawn(pixels), pixels, join(folder, `${state}-${pixels}.png`));
    icons(`${ink}-${state}`, join(folder, `${state}.ico`), drawn, TASKBAR);
  }
}

/** A template image of macOS is black, and the menu bar gives it its colour. */
function templates(): void {
  const folder = join(TRAY, 'template');
  mkdirSync(folder, { recursive: true });
  for (const state of TRAY_STATES) {
    draw(trayPicture(state, 'dark', 22), 22, join(folder, `${state}Template.png`));
    draw(trayPicture(state, 'dark', 22), 44, join(folder, `${state}Template@2x.png`));
  }
}

function app(): void {
  const large = readFileSync(join(ICONS, 'icon.svg'), 'utf8');
  const drawn = (pixels: number) => (pixels > 48 ? large : appPicture(gridOf(pixels)));
  draw(large, 512, join(ICONS, 'icon.png'));
  // The largest size of macOS.
  draw(large, 1024, join(ICONS, 'icon-1024.png'));
  icons('app', join(ICONS, 'icon.ico'), drawn, [...TASKBAR, 256]);
  const theme = join(ICONS, 'theme');
  mkdirSync(theme, { recursive: true });
  for (const pixels of THEME) {
    draw(drawn(pixels), pixels, join(theme, `${pixels}x${pixels}.png`));
  }
}

try {
  rmSync(TRAY, { recursive: true, force: true });
  for (const ink of ['colour', 'light', 'dark'] as const) tray(ink);
  templates();
  app();
} finally {
  rmSync(work, { recursive: true });
}
