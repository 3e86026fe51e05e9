/** The sign-in of one profile: what is asked for now, what came of the last try, and what can be done. */
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { CodeInputHandle } from './CodeInput.tsx';
import { useAtOnce } from './daypass-context.ts';
import { useCall } from './use-call.ts';

export type SignIn = ReturnType<typeof useSignIn>;

export function useSignIn(profile: ProfileView) {
  const { api } = useAtOnce();
  const { pending, failure, run, reset } = useCall(async (code: string | null) =>
    code === null ? api.signInWithoutCode({ profile: profile.id }) : api.signIn({ profile: profile.id, code }),
  );
  const [refusals, setRefusals] = useState(0);
  const [renewOpen, setRenewOpen] = useState(false);
  const [typing, setTyping] = useState(false);
  const code = useRef<CodeInputHandle>(null);
  // A new session, or another profile's, begins afresh: nothing of the sign-in before it stays.
  const session = `${profile.id} ${profile.expiresAt}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: that is what `session` is for
  useLayoutEffect(() => {
    reset();
    setRefusals(0);
    setRenewOpen(false);
    setTyping(false);
    code.current?.begin();
  }, [session, reset]);

  // The field is there only now.
  useEffect(() => {
    if (renewOpen || typing) code.current?.focus();
  }, [renewOpen, typing]);

  const lives = profile.expiresAt !== null;
  /** The stored authenticator is to make the code. */
  const stored = profile.storedTotp && profile.typesCode && !typing;
  /** A person types it, into the six boxes. */
  const needsCode = profile.typesCode && !stored;
  const busy = pending || profile.phase === 'signingIn' || profile.renewing;
  // A role on another session is renewed by itself; nothing is asked for it.
  const byItself = profile.parent !== null;
  // Nor while its keys are renewed before a sign-in ends that goes on.
  const begun = profile.usesBrowser ? pending || profile.browser !== null : busy;
  const asks = !lives || (!byItself && (begun || renewOpen || profile.phase === 'expiring'));
  const why = busy ? null : (profile.failure ?? failure);

  const submit = async (typed: string | null) => {
    const answer = await run(typed);
    if (answer && !answer.ok) setRefusals((n) => n + 1);
  };
  const wantCode = () => {
    setRenewOpen(true);
    setTyping(true);
    // It may be open already.
    code.current?.focus();
  };
  return {
    code,
    refusals,
    stored,
    needsCode,
    busy,
    asks,
    failure: why?.code === 'sign-in.busy' ? null : why,
    submit,
    /** Whether a code is to be typed although an authenticator is stored. */
    setTyping,
    /** After a failure, or before the end. */
    again: needsCode ? wantCode : () => void submit(null),
    /** Where a code is what is missing, one that a person types. */
    newCode: profile.typesCode ? wantCode : () => void submit(null),
    canRenew: lives && !asks && !byItself,
  };
}
