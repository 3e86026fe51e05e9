/**
 * Windows' own functions for stored credentials, called in this process. The library that calls them is loaded at the first
 * call. No password is copied out of Windows' memory.
 */
import type { EpochMs } from '../../../core/base/time.ts';
import { type Koffi, loadKoffi } from './load-koffi.ts';

export interface WindowsCredential {
  readonly target: string;
  /** One of CRED_TYPE_*; a target can be there once of each type. */
  readonly type: number;
  readonly user: string | null;
  readonly writtenAt: EpochMs;
}

/** Both throw a WindowsError, or whatever hinders the library from being loaded. */
export interface CredentialApi {
  /** Those of all types whose target begins so. */
  enumerate(beginning: string): readonly WindowsCredential[];
  /** Does not mind one that has gone. */
  remove(target: string, type: number): void;
}

export class WindowsError extends Error {
  readonly call: string;
  /** https://learn.microsoft.com/windows/win32/debug/system-error-codes */
  readonly code: number;

  constructor(call: string, code: number) {
    super(`${call} ${code}`);
    this.call = call;
    this.code = code;
  }
}

const ERROR_NOT_FOUND = 1168;

export function credentialApi(): CredentialApi {
  let functions: ReturnType<typeof declared> | undefined;
  const call = () => {
    functions ??= declared(loadKoffi());
    return functions;
  };
  return {
    enumerate(beginning) {
      const { credEnumerate, credFree, lastError, credentials } = call();
      const [count, list] = [[0], [null]];
      if (!credEnumerate(`${beginning}*`, 0, count, list)) {
        const code = lastError();
        if (code === ERROR_NOT_FOUND) return [];
        throw new WindowsError('CredEnumerateW', code);
      }
      try {
        return credentials(list[0], count[0] ?? 0).map(copied);
      } finally {
        credFree(list[0]);
      }
    },
    remove(target, type) {
      const { credDelete, lastError } = call();
      if (credDelete(target, type, 0)) return;
      const code = lastError();
      if (code !== ERROR_NOT_FOUND) throw new WindowsError('CredDeleteW', code);
    },
  };
}

/** As wincred.h declares them. Anonymous types, since koffi keeps the names of others for the whole process. */
function declared(koffi: Koffi) {
  const dword = 'uint32';
  const pointer = koffi.pointer('void');
  const credential = koffi.struct({
    Flags: dword,
    Type: dword,
    TargetName: 'str16',
    Comment: pointer,
    LastWritten: koffi.struct({ dwLowDateTime: dword, dwHighDateTime: dword }),
    CredentialBlobSize: dword,
    CredentialBlob: pointer,
    Persist: dword,
    AttributeCount: dword,
    Attributes: pointer,
    TargetAlias: pointer,
    UserName: 'str16',
  });
  const advapi32 = koffi.load('advapi32.dll');
  const kernel32 = koffi.load('kernel32.dll');
  const [outDword, outPointer] = [koffi.out(koffi.pointer(dword)), koffi.out(koffi.pointer(pointer))];
  return {
    credEnumerate: advapi32.func('__stdcall', 'CredEnumerateW', 'int', ['str16', dword, outDword, outPointer]),
    credDelete: advapi32.func('__stdcall', 'CredDeleteW', 'int', ['str16', dword, dword]),
    credFree: advapi32.func('__stdcall', 'CredFree', 'void', [pointer]),
    lastError: kernel32.func('__stdcall', 'GetLastError', dword, []) as () => number,
    credentials: (list: unknown, count: number): readonly Credential[] =>
      koffi
        .decode(list, koffi.array(pointer, count))
        .map((each: unknown): Credential => koffi.decode(each, credential)),
  };
}

interface Credential {
  readonly Type: number;
  readonly TargetName: string;
  readonly LastWritten: { readonly dwLowDateTime: number; readonly dwHighDateTime: number };
  readonly UserName: string | null;
}

const copied = ({ Type, TargetName, LastWritten, UserName }: Credential): WindowsCredential => ({
  target: TargetName,
  type: Type,
  user: UserName,
  writtenAt: timeOf(LastWritten),
});

/** A FILETIME counts tenths of microseconds since 1601. */
const SINCE_1601_MS = 11_644_473_600_000;
const timeOf = ({ dwLowDateTime, dwHighDateTime }: Credential['LastWritten']): EpochMs =>
  Math.floor((dwHighDateTime * 2 ** 32 + dwLowDateTime) / 10_000) - SINCE_1601_MS;
