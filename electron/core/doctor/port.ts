/** What only the system can say to the doctor. */

export interface DesktopState {
  /** Whether it shows tray icons. */
  readonly tray: boolean;
  /** 'silent': it takes them and shows none, as a person has told it. */
  readonly notifications: 'shown' | 'silent' | 'no-answer' | 'none';
}

export interface Desktop {
  /** Never rejects. */
  state(): Promise<DesktopState>;
}
