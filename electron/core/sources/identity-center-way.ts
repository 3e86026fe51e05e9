/** A role of IAM Identity Center, whose sign-in in the browser serves all roles of its start page. */
import { FailureError } from '../base/failure.ts';
import { ANY_DELIVERY, type WayKind } from './way-kind.ts';

const LASTS = 8 * 3_600;

export const identityCenterWay: WayKind<'identity-center'> = {
  facts: () => ({
    key: null,
    serial: null,
    parent: null,
    role: null,
    typesCode: false,
    usesBrowser: true,
    canStoreTotp: false,
    durationSeconds: LASTS,
    shortest: LASTS,
    longest: LASTS,
    deliveries: ANY_DELIVERY,
  }),
  open: () => ({
    needs: 'browser',
    renews: false,
    async open() {
      throw new FailureError('command.unsupported', { what: 'IAM Identity Center' });
    },
  }),
};
