// Guarantees: one page of a bucket's names as ListObjectsV2 gives it: sorted by bytes, cut at the delimiter.
import type { XmlTree } from './xml.ts';

export interface StoredObject {
  readonly body: Buffer;
  readonly etag: string;
  readonly type: string;
  readonly modified: Date;
}

interface Listed {
  readonly name: string;
  readonly objects: ReadonlyMap<string, StoredObject>;
}

/** The name itself, or the folder it falls into. */
function shownAs(key: string, prefix: string, delimiter: string): string {
  const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
  return cut < 0 ? key : key.slice(0, cut + delimiter.length);
}

export function listing({ name, objects }: Listed, query: URLSearchParams): XmlTree {
  const prefix = query.get('prefix') ?? '';
  const delimiter = query.get('delimiter') ?? '';
  const after = query.get('continuation-token') ?? query.get('start-after') ?? '';
  const most = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
  const coded = query.get('encoding-type') === 'url' ? encodeURIComponent : String;

  const names = [...objects.keys()]
    .filter((key) => key.startsWith(prefix))
    .sort((a, b) => Buffer.from(a).compare(Buffer.from(b)));
  const shown = [...new Set(names.map((key) => shownAs(key, prefix, delimiter)))].filter((key) => key > after);
  const page = shown.slice(0, most);
  const truncated = page.length < shown.length;
  return {
    Name: name,
    Prefix: coded(prefix),
    Delimiter: delimiter ? coded(delimiter) : undefined,
    EncodingType: query.get('encoding-type') ?? undefined,
    MaxKeys: most,
    KeyCount: page.length,
    IsTruncated: truncated,
    NextContinuationToken: truncated ? page.at(-1) : undefined,
    Contents: page.flatMap((key) => {
      const object = objects.get(key);
      if (!object) return [];
      const { body, etag, modified } = object;
      return [{ Key: coded(key), LastModified: modified, ETag: etag, Size: body.length, StorageClass: 'STANDARD' }];
    }),
    CommonPrefixes: page.filter((key) => !objects.has(key)).map((key) => ({ Prefix: coded(key) })),
  };
}
