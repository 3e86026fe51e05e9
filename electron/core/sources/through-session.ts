/** A role that is assumed with the living session of another profile: it needs no code. */
import type { SessionCredentials } from '../aws/credentials.ts';
import type { Sts } from '../aws/port.ts';
import { FailureError } from '../base/failure.ts';
import type { Secret } from '../base/secret.ts';
import type { WayIn } from '../session/way-in.ts';
import type { RoleSettings } from '../settings/settings.ts';
import { roleIdentity, roleRequest } from './role-request.ts';

/** `parent`: the credentials of that session, null while there is none. */
export const throughSession = (
  sts: Sts,
  role: RoleSettings,
  parent: () => Secret<SessionCredentials> | null,
): WayIn => ({
  needs: 'nothing',
  renews: parent() !== null,
  async open({ region, source, durationSeconds }, signal) {
    try {
      const caller = parent();
      if (!caller) throw new FailureError('session.none');
      const request = roleRequest(role, durationSeconds);
      return { granted: await sts.assumeRole(caller, region, request, null, signal), identity: roleIdentity(request) };
    } catch (thrown) {
      if (!(thrown instanceof FailureError)) throw thrown;
      throw FailureError.of(thrown.failure, { profile: source }, thrown);
    }
  },
});
