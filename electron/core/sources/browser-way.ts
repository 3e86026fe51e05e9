/** A sign-in to AWS in the person's browser, whose keys of a quarter of an hour are renewed for half a day. */
import { FailureError, failure } from '../base/failure.ts';
import type { WayKind } from './way-kind.ts';

const LASTS = 12 * 3_600;

export const browserWay: WayKind<'browser'> = {
  facts: () => ({
    key: null,
    serial: null,
    parent: null,
    role: null,
    typesCode: false,
    canStoreTotp: false,
    durationSeconds: LASTS,
    shortest: LASTS,
    longest: LASTS,
    // A program that has read the file holds the keys past their end.
    deliveries: { file: failure('profile.short-lived'), process: null },
  }),
  open: () => ({
    needs: 'browser',
    renews: false,
    async open() {
      throw new FailureError('command.unsupported', { what: 'browser' });
    },
  }),
};
