/** A long-term key and six digits, which a person types or a stored authenticator makes. */
import { DURATION, ROLE_DURATION } from '../aws/names.ts';
import { sixDigits } from './six-digits.ts';
import { storedAuthenticator } from './stored-authenticator.ts';
import { ANY_DELIVERY, type WayKind } from './way-kind.ts';

export const keyWay: WayKind<'key'> = {
  facts: ({ source, serial, durationSeconds, role }) => ({
    key: source,
    serial,
    parent: null,
    role: role?.arn ?? null,
    typesCode: true,
    usesBrowser: false,
    portal: null,
    canStoreTotp: true,
    durationSeconds,
    shortest: DURATION.min,
    longest: role ? ROLE_DURATION.max : DURATION.max,
    deliveries: ANY_DELIVERY,
  }),
  wayIn: (way, { id }, world) => (world.totp.has(id) ? storedAuthenticator(world, way) : sixDigits(world, way, null)),
  withCode: (way, code, world) => sixDigits(world, way, code),
};
