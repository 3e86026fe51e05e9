// Cancellation is the one thing core takes from its surroundings: Node and every browser have it, `lib: es2023` has not.
declare global {
  interface AbortSignal {
    readonly aborted: boolean;
    addEventListener(type: 'abort', heard: () => void, options?: { once?: boolean }): void;
    removeEventListener(type: 'abort', heard: () => void): void;
  }
  interface AbortController {
    readonly signal: AbortSignal;
    abort(): void;
  }
  var AbortController: { new (): AbortController };
}

export {};
