/** The sign-in of one profile: what is asked for now, what came of the last try, and what can be done. */
import { useRef, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import type { CodeInputHandle } from './CodeInput.tsx';
import { useDaypass } from './daypass-context.ts';
import { useCall } from './use-call.ts';

export type SignIn = ReturnType<typeof useSignIn>;

export function useSignIn(profile: ProfileView) {
  const { api } = useDaypass();
  const call = useCall(async (code: string | null) =>
    code === null ? api.signInWithoutCode({ profile: profile.id }) : api.signIn({ profile: profile.id, code }),
  );
  const [refusals, setRefusals] = useState(0);
  const [renewOpen, setRenewOpen] = useState(false);
  const [typing, setTyping] = useState(false);
  const code = useRef<CodeInputHandle>(null);

  const lives = profile.expiresAt !== null;
  /** The stored authenticator is to make the code. */
  const stored = profile.storedTotp && profile.typesCode && !typing;
  const withoutCode = stored || !profile.typesCode;
  const busy = call.pending || profile.phase === 'signingIn' || profile.renewing;
  // A role on another session is renewed by itself; nothing is asked for it.
  const byItself = profile.parent !== null;
  // Nor while its keys are renewed before a sign-in ends that goes on.
  const begun = profile.usesBrowser ? call.pending || profile.browser !== null : busy;
  const asks = !lives || (!byItself && (begun || renewOpen || profile.phase === 'expiring'));
  const failure: Failure | null = busy ? null : (profile.failure ?? call.failure);

  const submit = async (typed: string | null) => {
    const answer = await call.run(typed);
    if (answer && !answer.ok) setRefusals((n) => n + 1);
  };
  const wantCode = () => {
    setRenewOpen(true);
    setTyping(true);
    code.current?.focus();
  };
  return {
    code,
    refusals,
    stored,
    busy,
    asks,
    failure: failure?.code === 'sign-in.busy' ? null : failure,
    submit,
    /** Whether a code is to be typed although an authenticator is stored. */
    setTyping,
    /** What signs in once more, after a failure or before the end. */
    again: withoutCode ? () => void submit(null) : wantCode,
    newCode: profile.typesCode ? wantCode : () => void submit(null),
    canRenew: lives && !asks && !byItself,
  };
}
