/** What a person does before a screen, and sees on it. */
export interface Hands {
  /** Types into the window that has the keyboard. */
  type(text: string): Promise<void>;
  press(...keys: readonly string[]): Promise<void>;
  clickAt(place: Place, times?: number): Promise<void>;
  picture(file: string): Promise<void>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}
