/** A sign-in with the browser: the one button, and what is shown while the person is on AWS's page, here or elsewhere. */
import { useEffect, useRef } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { BrowserElsewhere } from './BrowserElsewhere.tsx';
import { BrowserHere } from './BrowserHere.tsx';
import { useAtOnce } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

interface Props {
  readonly profile: ProfileView;
  readonly busy: boolean;
  readonly onOpen: () => void;
}

export function BrowserSignIn({ profile, busy, onOpen }: Props) {
  const { api, texts } = useAtOnce();
  const elsewhere = useCall(api.signInElsewhere);
  const button = useRef<HTMLButtonElement>(null);
  const input = { profile: profile.id };
  const { browser, portal } = profile;
  // Whoever has signed in for another profile, or with the AWS CLI, is not asked again.
  const free = profile.needs === 'nothing' && profile.expiresAt === null;
  const hint = portal === null ? texts.browser.openHint : fill(texts.browser.openPortalHint, { portal });
  useEffect(() => {
    const used = document.activeElement;
    // It is what one comes for; but what is being used elsewhere on the page is not interrupted.
    if (!busy && (!used || used === document.body)) button.current?.focus();
  }, [busy]);
  return (
    <div className="sign-in">
      {browser?.here && !browser.elsewhere ? (
        <BrowserHere profile={profile} address={browser.here} notOpened={browser.notOpened} />
      ) : (
        !browser && (
          // It stays in place while busy, so that a click meant for it never meets another button.
          <button
            ref={button}
            type="button"
            className="button primary wide"
            data-first
            disabled={busy}
            data-busy={busy || undefined}
            onClick={onOpen}
          >
            {busy ? texts.signIn.signingIn : free ? texts.signIn.submit : texts.browser.open}
          </button>
        )
      )}
      {browser?.elsewhere && <BrowserElsewhere profile={profile} {...browser.elsewhere} />}
      {elsewhere.failure && !busy && !profile.failure && (
        <FailureBox failure={elsewhere.failure} profile={profile.id} />
      )}
      <div className="beneath">
        {!free && !busy && <span>{hint}</span>}
        {!free && !browser?.elsewhere && (!busy || browser) && (
          <button type="button" className="link" onClick={() => elsewhere.run(input)}>
            {texts.browser.elsewhere}
          </button>
        )}
        {busy && (
          <button type="button" className="link" onClick={() => api.cancelSignIn(input)}>
            {texts.signIn.cancel}
          </button>
        )}
      </div>
    </div>
  );
}
