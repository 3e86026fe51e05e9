/** The digests that sign a CodeCommit password. */

export interface Digest {
  sha256Hex(text: string): string;
  /** HMAC-SHA256; a key is text (as UTF-8) or the bytes of an earlier HMAC. */
  hmacSha256(key: string | Uint8Array, text: string): Uint8Array;
}
