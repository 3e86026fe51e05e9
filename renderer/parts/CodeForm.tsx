/** Six boxes, and two lines beneath them in which the hint, what went wrong, and what is under way take turns. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import type { Failure } from '../../electron/core/base/failure.ts';
import { CodeInput } from './CodeInput.tsx';
import { useAtOnce } from './daypass-context.ts';
import { SigningIn } from './SigningIn.tsx';
import { useExplain, useSecondsLeft } from './use-explain.ts';
import { useNextCode } from './use-next-code.ts';
import type { SignIn } from './use-sign-in.ts';

/** What is said in the two lines: the next code mends it, by itself or after a while. */
export const isOfCode = ({ code }: Failure): boolean =>
  code === 'code.rejected' || code === 'code.used' || code === 'code.malformed' || code === 'device.cooling-down';

export function CodeForm({ profile, signIn }: { profile: ProfileView; signIn: SignIn }) {
  const { texts } = useAtOnce();
  const { code, busy, refusals, submit, setTyping } = signIn;
  const failure = signIn.failure && isOfCode(signIn.failure) ? signIn.failure : null;
  const rests = useSecondsLeft(failure?.code === 'device.cooling-down' ? failure : null) ?? 0;
  const spent = useNextCode(profile, 'waitForNext');
  return (
    <form
      className="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        code.current?.submit();
      }}
    >
      <CodeInput
        ref={code}
        disabled={busy || rests > 0}
        refusals={refusals}
        onCode={submit}
        beneath={
          busy ? (
            <SigningIn profile={profile} />
          ) : failure && (rests > 0 || failure.code !== 'device.cooling-down') ? (
            <OfCode failure={failure} />
          ) : (
            <>
              <span aria-live="off">
                {spent ?? (profile.expiresAt === null ? texts.signIn.codeHint : texts.signIn.renewHint)}
              </span>
              {profile.storedTotp && (
                <button type="button" className="link" onClick={() => setTyping(false)}>
                  {texts.signIn.useStored}
                </button>
              )}
            </>
          )
        }
      />
    </form>
  );
}

function OfCode({ failure }: { failure: Failure }) {
  const { cause, fix } = useExplain(failure);
  return (
    <>
      <span className="trouble" role="alert">
        {cause}
      </span>{' '}
      {/* Seconds that count down in it are not announced one by one. */}
      {'until' in failure.params && <span aria-live="off">{fix}</span>}
    </>
  );
}
