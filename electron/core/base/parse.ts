/** Turns `unknown` into typed values. The same parsers guard IPC calls, the stored settings and the kept sessions. */
import { FailureError } from './failure.ts';
import { Secret } from './secret.ts';

/** Returns the value, checked, or throws FailureError('input.invalid') with the place at which it is wrong. */
export type Parser<T> = (value: unknown, at?: string) => T;
export type Parsed<P> = P extends Parser<infer T> ? T : never;

const refuse = (at: string): never => {
  throw new FailureError('input.invalid', { at });
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nothing: Parser<undefined> = (value, at = 'value') => (value === undefined ? undefined : refuse(at));

export const flag: Parser<boolean> = (value, at = 'value') => (typeof value === 'boolean' ? value : refuse(at));

export const text =
  (max: number, pattern?: RegExp): Parser<string> =>
  (value, at = 'value') =>
    typeof value === 'string' && value.length <= max && (!pattern || pattern.test(value)) ? value : refuse(at);

/** Text that is a secret from here on. */
export const secretText =
  (max: number): Parser<Secret<string>> =>
  (value, at) =>
    new Secret(text(max)(value, at));

/** Any finite number, as a point in time. */
export const time: Parser<number> = (value, at = 'value') =>
  typeof value === 'number' && Number.isFinite(value) ? value : refuse(at);

export const integer =
  (min: number, max: number): Parser<number> =>
  (value, at = 'value') =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max ? value : refuse(at);

/** The bytes of a file. */
export const bytes =
  (max: number): Parser<Uint8Array> =>
  (value, at = 'value') =>
    value instanceof Uint8Array && value.length > 0 && value.length <= max ? value : refuse(at);

export const oneOf =
  <const T extends readonly string[]>(...words: T): Parser<T[number]> =>
  (value, at = 'value') =>
    words.find((word) => word === value) ?? refuse(at);

export const nullable =
  <T>(of: Parser<T>): Parser<T | null> =>
  (value, at) =>
    value === null ? null : of(value, at);

/** What is absent becomes `fallback`, so that a newer version can add a setting. */
export const optional =
  <T>(of: Parser<T>, fallback: T): Parser<T> =>
  (value, at) =>
    value === undefined ? fallback : of(value, at);

export const list =
  <T>(of: Parser<T>, max: number): Parser<readonly T[]> =>
  (value, at = 'value') =>
    // Not value.map, which would pass over holes.
    Array.isArray(value) && value.length <= max ? Array.from(value, (item, i) => of(item, `${at}[${i}]`)) : refuse(at);

export const record =
  <T>(of: Parser<T>, max: number): Parser<Readonly<Record<string, T>>> =>
  (value, at = 'value') =>
    isObject(value) && Object.keys(value).length <= max
      ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, of(item, `${at}.${key}`)]))
      : refuse(at);

/** An object of just these fields; unknown ones are dropped. */
export const object =
  <F extends Record<string, Parser<unknown>>>(fields: F): Parser<{ readonly [K in keyof F]: Parsed<F[K]> }> =>
  (value, at = 'value') =>
    isObject(value)
      ? (Object.fromEntries(Object.entries(fields).map(([key, of]) => [key, of(value[key], `${at}.${key}`)])) as {
          readonly [K in keyof F]: Parsed<F[K]>;
        })
      : refuse(at);

type OneShape<By extends string, Shapes extends Record<string, Parser<object>>> = {
  readonly [Name in keyof Shapes]: { readonly [K in By]: Name } & Parsed<Shapes[Name]>;
}[keyof Shapes];

/** An object of one of several shapes; its field `by` says of which. */
export const oneShapeOf =
  <By extends string, Shapes extends Record<string, Parser<object>>>(
    by: By,
    shapes: Shapes,
  ): Parser<OneShape<By, Shapes>> =>
  (value, at = 'value') => {
    const name = isObject(value) ? oneOf(...Object.keys(shapes))(value[by], `${at}.${by}`) : refuse(at);
    return { [by]: name, ...shapes[name]?.(value, at) } as OneShape<By, Shapes>;
  };
