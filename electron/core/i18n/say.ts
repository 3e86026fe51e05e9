/** Texts with their gaps filled, in the words that are handed in: whoever has one language loads no other. */
import type { Failure } from '../base/failure.ts';
import type { FailureText } from './failure-texts.ts';
import type { FirstMessages, PageMessages } from './words.ts';

/** `text` with each `{name}` replaced by that parameter; an unknown one stays as it is, so that it is seen. */
export const fill = (text: string, params: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name) => String(params[name] ?? whole));

/** A label and what it is for, with the colon of this language. */
export const sayNamed = (name: string, text: string, { app }: FirstMessages): string => fill(app.named, { name, text });

/** What went wrong and what to do about it. */
export function sayFailure({ code, params: given }: Failure, messages: PageMessages): FailureText {
  const { cause, fix } = messages.failures[code];
  const reasons: Record<string, string> = messages.reasons;
  const params: Record<string, string | number> = { ...given };
  if (typeof params.reason === 'string') params.reason = reasons[params.reason] ?? params.reason;
  if (typeof params.store === 'string') params.store = sayStore(params.store, messages);
  return { cause: fill(cause, params), fix: fill(fix, params) };
}

/** Where passwords are stored, as this language calls it; what has no words of its own is called as it calls itself. */
export const sayStore = (store: string, { stores }: PageMessages): string =>
  (stores as Record<string, string>)[store] ?? store;
