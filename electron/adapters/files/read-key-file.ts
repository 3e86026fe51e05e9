/** Reads a file in which a person says that their access key is: an ordinary one, and no larger than such a file is. */
import { Secret } from '../../core/base/secret.ts';
import { LARGEST_KEY_TEXT } from '../../core/surfaces/contract/new-key-calls.ts';
import { readRegular } from './read-regular.ts';
import { fileFailure } from './replace-file.ts';

/** Rejects with FailureError file.*. */
export async function readKeyFile(path: string): Promise<Secret<string>> {
  const bytes = await readRegular(path, LARGEST_KEY_TEXT).catch((thrown) => {
    throw fileFailure(thrown, path, 'read');
  });
  // Some spreadsheets save so.
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new Secret(bytes.toString(isUtf16 ? 'utf16le' : 'utf8'));
}
