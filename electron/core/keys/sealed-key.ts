/** A long-term key as it is sealed, and as it is opened again. */
import type { LongTermKey } from '../aws/credentials.ts';
import { FailureError, failureOf } from '../base/failure.ts';
import { object, text } from '../base/parse.ts';
import { Secret } from '../base/secret.ts';
import type { SealedSecrets } from '../kept/sealed-secrets.ts';

const record = object({ accessKeyId: text(128), secretAccessKey: text(256) });

export const sealable = ({ accessKeyId, secretAccessKey }: LongTermKey): Secret<string> =>
  new Secret(JSON.stringify({ accessKeyId, secretAccessKey: secretAccessKey.reveal() }));

/** Null where nothing is kept under this name. Rejects with FailureError key.box-unavailable, key.unreadable or kept.other-key. */
export async function openKey(
  kept: Pick<SealedSecrets, 'get'>,
  name: string,
  source: string,
): Promise<LongTermKey | null> {
  const opened = await kept.get(name).catch((thrown) => {
    const { code } = failureOf(thrown);
    if (code === 'kept.other-key') throw thrown;
    const told = code === 'kept.unreadable' ? 'key.unreadable' : 'key.box-unavailable';
    throw new FailureError(told, { profile: source }, { cause: thrown });
  });
  return opened && parse(opened, source);
}

function parse(opened: Secret<string>, source: string): LongTermKey {
  try {
    const { accessKeyId, secretAccessKey } = record(JSON.parse(opened.reveal()));
    return { accessKeyId, secretAccessKey: new Secret(secretAccessKey) };
  } catch {
    // Not with its cause: the error of a parser quotes what it could not read.
    throw new FailureError('key.unreadable', { profile: source });
  }
}

export const sameKey = (one: LongTermKey, other: LongTermKey): boolean =>
  one.accessKeyId === other.accessKeyId && one.secretAccessKey.reveal() === other.secretAccessKey.reveal();
