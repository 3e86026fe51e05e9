/** Where the key lies with which Daypass seals: one item of a keyring, told by an id that every sealed text carries. */

export interface SealingKey {
  readonly id: string;
  /** 32 bytes. */
  readonly bytes: Buffer;
}

/** Each method but `unlock` answers within seconds and shows no window. All reject with FailureError kept.*. */
export interface KeyItems {
  /** Resolves where keys can be read and made without anybody being asked. */
  ready(): Promise<void>;
  /** Lets the keyring ask the person for what `ready` and `find` lack. */
  unlock(): Promise<void>;
  /** The key of this id, of null any of ours; null where the keyring holds none such. */
  find(id: string | null): Promise<SealingKey | null>;
  /** Lets go of the keyring; the next call asks it anew. */
  close(): void;
  /** Adds a key; one that is there already is never replaced. */
  add(key: SealingKey): Promise<void>;
}
