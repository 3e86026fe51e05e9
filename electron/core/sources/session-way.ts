/** A role that is assumed with the living session of another profile: it needs no code. */
import { DURATION, ROLE_DURATION } from '../aws/names.ts';
import { FailureError } from '../base/failure.ts';
import { roleIdentity, roleRequest } from './role-request.ts';
import { ANY_DELIVERY, type WayKind } from './way-kind.ts';

export const sessionWay: WayKind<'session'> = {
  facts: ({ parent, arn, durationSeconds }) => ({
    key: null,
    serial: null,
    parent,
    role: arn,
    typesCode: false,
    usesBrowser: false,
    portal: null,
    canStoreTotp: false,
    durationSeconds,
    shortest: DURATION.min,
    longest: ROLE_DURATION.chained,
    deliveries: ANY_DELIVERY,
  }),
  wayIn: (way, _profile, { sts, credentialsOf, nameOf }) => {
    const { parent } = way;
    return {
      needs: 'nothing',
      renews: credentialsOf(parent) !== null,
      async open({ region }, signal) {
        try {
          const caller = credentialsOf(parent);
          if (!caller) throw new FailureError('session.none');
          const request = roleRequest(way, way.durationSeconds);
          const granted = await sts.assumeRole(caller, region, request, null, signal);
          return { granted, identity: roleIdentity(request), until: null };
        } catch (thrown) {
          if (!(thrown instanceof FailureError)) throw thrown;
          throw FailureError.of(thrown.failure, { profile: nameOf(parent) }, thrown);
        }
      },
    };
  },
};
