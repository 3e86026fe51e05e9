/** The real credentials of a Windows, as git's helpers write them there. */
import { spawnSync } from 'node:child_process';
import { credentialApi } from '../../electron/adapters/keychain/windows/credential-api.ts';
import { loadKoffi } from '../../electron/adapters/keychain/windows/load-koffi.ts';

/** Why nothing may be planted among them here, or null. */
export function missingWindowsCredentials(): string | null {
  if (process.platform !== 'win32') return 'skipped: not Windows';
  const theirs = credentialApi().enumerate('git:');
  return theirs.length === 0 ? null : 'skipped: this user has credentials of git that are to stay';
}

export interface Login {
  readonly host: string;
  readonly path?: string;
  readonly user: string;
  readonly password: string;
}

/** By git's own helper, which Git for Windows brings along. */
export function storeWithWincred({ host, path, user, password }: Login): void {
  const lines = ['protocol=https', `host=${host}`, ...(path ? [`path=${path}`] : []), `username=${user}`];
  const helper = process.env.DAYPASS_WINCRED;
  const [program, args] = helper ? [helper, ['store']] : ['git', ['credential-wincred', 'store']];
  const input = `${[...lines, `password=${password}`].join('\n')}\n\n`;
  const { status, stderr } = spawnSync(program, args, { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`wincred ended with ${status}: ${stderr}`);
}

/** As Git Credential Manager does: the user in the target only where another of the same host is there already. */
export function storeAsGcm({ host, path, user, password }: Login): void {
  const plain = `git:https://${host}${path ? `/${path}` : ''}`;
  const isTaken = credentialApi()
    .enumerate(plain)
    .some(({ target }) => target === plain);
  writeCredential(isTaken ? plain.replace('//', `//${encodeURIComponent(user)}@`) : plain, user, password);
}

/** Throws where Windows does not take it. */
export function writeCredential(target: string, user: string, password: string, type = 1): void {
  const koffi = loadKoffi();
  const pointer = koffi.pointer('void');
  const credential = koffi.struct({
    Flags: 'uint32',
    Type: 'uint32',
    TargetName: 'str16',
    Comment: pointer,
    LastWritten: 'uint64',
    CredentialBlobSize: 'uint32',
    CredentialBlob: pointer,
    Persist: 'uint32',
    AttributeCount: 'uint32',
    Attributes: pointer,
    TargetAlias: pointer,
    UserName: 'str16',
  });
  const write = koffi
    .load('advapi32.dll')
    .func('__stdcall', 'CredWriteW', 'int', [koffi.pointer(credential), 'uint32']);
  const blob = Buffer.from(password, 'utf16le');
  const written = write(
    {
      Flags: 0,
      Type: type,
      TargetName: target,
      Comment: null,
      LastWritten: 0,
      CredentialBlobSize: blob.length,
      CredentialBlob: blob,
      Persist: LOCAL_MACHINE,
      AttributeCount: 0,
      Attributes: null,
      TargetAlias: null,
      UserName: user,
    },
    0,
  );
  if (!written) throw new Error(`CredWriteW does not take ${target.length} signs`);
}

const LOCAL_MACHINE = 2;
