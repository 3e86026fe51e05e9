/** What Node cannot do to a file on Windows: hold it open without sharing, and hide it. */
import { loadKoffi } from '../../electron/adapters/keychain/windows/load-koffi.ts';

const [GENERIC_READ, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL] = [0x8000_0000, 3, 0x80] as const;
const INVALID_HANDLE = 0xffff_ffff_ffff_ffffn;

/** FILE_SHARE_*: what others may do while it is open. */
export const SHARED = {
  /** As Python's `open` has it. */
  readingAndWriting: 1 | 2,
  /** As a scanner may have it. */
  reading: 1,
  nothing: 0,
} as const;

const kernel32 = () => loadKoffi().load('kernel32.dll');

/** Opens it for reading, until the returned function is called. */
export function holdOpen(path: string, share: number): () => void {
  const dword = 'uint32';
  const create = kernel32().func('__stdcall', 'CreateFileW', 'uint64', [
    'str16',
    dword,
    dword,
    'void *',
    dword,
    dword,
    'void *',
  ]);
  const close = kernel32().func('__stdcall', 'CloseHandle', 'int', ['uint64']);
  const handle = create(path, GENERIC_READ, share, null, OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, null);
  if (BigInt(handle) === INVALID_HANDLE) throw new Error(`${path} cannot be opened`);
  return () => close(handle);
}

const HIDDEN = 2;

export function hide(path: string): void {
  const set = kernel32().func('__stdcall', 'SetFileAttributesW', 'int', ['str16', 'uint32']);
  if (!set(path, HIDDEN)) throw new Error(`${path} cannot be hidden`);
}
