import { profileOf, sessionOf } from './profile-of.ts';
import type { Command } from './request.ts';

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html */
export const credentials: Command = {
  usage: 'PROFILE [--wait]',
  shape: { words: [1, 1], flags: ['wait'] },
  async run(call) {
    const profile = profileOf(call, call.args.words[0] ?? null);
    const session = await sessionOf(call, profile, 'credential_process', profile.name);
    const { accessKeyId, secretAccessKey, sessionToken } = session.credentials.reveal();
    return {
      stdout: `${JSON.stringify({
        Version: 1,
        AccessKeyId: accessKeyId,
        SecretAccessKey: secretAccessKey,
        SessionToken: sessionToken,
        Expiration: `${new Date(session.expiresAt).toISOString().slice(0, 19)}Z`,
      })}\n`,
    };
  },
};
