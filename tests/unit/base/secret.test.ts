import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { Secret } from '../../../electron/core/base/secret.ts';

const VALUE = 'planted-value';
const secret = new Secret(VALUE);

test('only reveal gives the value', () => {
  expect(secret.reveal()).toBe(VALUE);
});

test('what prints it shows a mark in its place', () => {
  expect([`${secret}`, JSON.stringify(secret), inspect(secret)]).toEqual(['[secret]', '"[secret]"', '[secret]']);
});

const clone = (value: object): string => {
  // As Electron's IPC and a worker would send it.
  const copy: unknown = structuredClone(value);
  return `${inspect(copy, { showHidden: true, depth: 9 })} ${JSON.stringify(copy)}`;
};

test.each<[string, () => string]>([
  ['String', () => String(secret)],
  ['a template', () => `${secret}`],
  ['concatenation', () => `${secret}x`],
  ['JSON', () => JSON.stringify({ a: [secret] })],
  ['inspect', () => inspect({ a: [secret] }, { showHidden: true, depth: 9, showProxy: true })],
  ['the keys', () => JSON.stringify([Object.entries(secret), Reflect.ownKeys(secret)])],
  ['spreading', () => JSON.stringify({ ...secret })],
  ['structured clone', () => clone({ a: secret })],
  ['an error that carries it', () => inspect(new Error(`with ${secret}`, { cause: secret }))],
])('%s does not', (_, print) => {
  expect(print()).not.toContain(VALUE);
});
