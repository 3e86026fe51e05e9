/** koffi's native module of this processor: in a package beside the asar, else where npm has put it. Windows has it alone. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export type Koffi = typeof import('koffi');

/** Throws where it is not there, or not of this processor. */
export function loadKoffi(): Koffi {
  const { resourcesPath = '' } = process as { readonly resourcesPath?: string };
  const packed = join(resourcesPath, 'koffi', 'koffi.node');
  // The native module by itself: its wrapper in JavaScript looks for it outside the package too.
  return createRequire(import.meta.url)(existsSync(packed) ? packed : `@koromix/koffi-win32-${process.arch}`);
}
