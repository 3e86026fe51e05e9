// Makes `electron [-r MODULE]… FOLDER` run the app in FOLDER: the part of a stock Electron's default_app that start,
// tests and Playwright rely on, for the substitute runtime, which comes without one.
import { existsSync, readFileSync } from 'node:fs';
import { Module } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron/main';

const preloads = [];
let target;
const args = process.argv.slice(1);
while (target === undefined && args.length > 0) {
  const arg = args.shift();
  if (arg === '-v' || arg === '--version') {
    console.log(`v${process.versions.electron}`);
    process.exit(0);
  }
  if (arg === '-r' || arg === '--require') preloads.push(args.shift());
  else if (!arg.startsWith('-')) target = resolve(arg);
}
if (target === undefined) {
  console.error('usage: electron [-r MODULE]… FOLDER');
  process.exit(2);
}

// What a stock Electron tells an app that is not packaged; app.isPackaged and others look at it.
Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
Module._preloadModules(preloads);

const manifest = join(target, 'package.json');
const isFolder = existsSync(manifest);
if (isFolder) {
  const { version, productName, name, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  app.name = productName ?? name ?? app.name;
  app.setDesktopName(desktopName ?? `${app.name}.desktop`);
}
const entry = Module._resolveFilename(target, null, true);
app.setAppPath(isFolder ? target : dirname(entry));
await import(pathToFileURL(entry).href);
