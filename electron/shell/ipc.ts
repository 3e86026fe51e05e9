/** Answers the renderer: the sender is checked, the input parsed, and what comes back is a Result, never an exception. */
import { ipcMain, type WebContents, type WebFrameMain } from 'electron';
import type { AppView } from '../core/app/view.ts';
import { FailureError, failureOf, type Result } from '../core/base/failure.ts';
import {
  CALL_CHANNEL,
  type CallName,
  calls,
  type InputOf,
  type OutputOf,
  VIEW_CHANNEL,
} from '../core/surfaces/contract/contract.ts';
import { isOurPage } from './app-scheme.ts';

export type Handlers = { readonly [N in CallName]: (input: InputOf<N>) => OutputOf<N> | Promise<OutputOf<N>> };

/** Only the main frame of our own page may call. */
const trusted = (frame: WebFrameMain | null): boolean =>
  frame !== null && frame.parent === null && isOurPage(frame.url);

export interface Around {
  /** Hears of each call that was refused. */
  failed(call: string, thrown: unknown): void;
  /** Run before a call is answered: a page that acts on the answer must know what has changed by it. */
  answering(): void;
}

export function answerCalls(handlers: Handlers, { failed, answering }: Around): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    try {
      if (!trusted(event.senderFrame)) throw new FailureError('input.invalid', { at: 'sender' });
      if (typeof name !== 'string' || !Object.hasOwn(calls, name))
        throw new FailureError('input.invalid', { at: 'name' });
      const call = name as CallName;
      const handle = handlers[call] as (input: unknown) => unknown;
      return { ok: true, value: await handle(calls[call].parse(input, call)) };
    } catch (thrown) {
      failed(String(name).slice(0, 40), thrown);
      return { ok: false, failure: failureOf(thrown) };
    } finally {
      answering();
    }
  });
}

export const sendView = (to: WebContents, view: AppView): void => to.send(VIEW_CHANNEL, view);
