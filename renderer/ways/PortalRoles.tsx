/** Signs in once, and lets account and role be chosen from what one may have there. */
import { useEffect } from 'react';
import { NEW_PROFILE } from '../../electron/core/app/view.ts';
import type { WayOf } from '../../electron/core/settings/way.ts';
import { BrowserElsewhere } from '../parts/BrowserElsewhere.tsx';
import { BrowserHere } from '../parts/BrowserHere.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { FilteredChoices } from '../parts/FilteredChoices.tsx';
import { useCall } from '../parts/use-call.ts';
import type { WayFieldsProps } from './way-form.ts';

type Props = Pick<WayFieldsProps<WayOf<'identity-center'>>, 'draft' | 'errors' | 'onChange'>;

export function PortalRoles({ draft, errors, onChange }: Props) {
  const { api, texts } = useDaypass();
  const signIn = useCall(api.signInToPortal);
  const accounts = useCall(api.findAccounts);
  const roles = useCall(api.findRoles);
  const { session, startUrl, ssoRegion, account } = draft;
  const portal = { session, startUrl, ssoRegion };
  // Nobody is left waiting for a person who has gone elsewhere.
  useEffect(() => () => void api.cancelPortal(), [api]);

  const chooseAccount = async (id: string) => {
    onChange({ account: id, role: '' });
    const answer = await roles.run({ portal, account: id });
    const [only, ...more] = answer?.ok ? answer.value : [];
    if (only && more.length === 0) onChange({ account: id, role: only });
  };
  const begin = async () => {
    const signedIn = await signIn.run(portal);
    if (!signedIn?.ok) return;
    const answer = await accounts.run(portal);
    const [only, ...more] = answer?.ok ? answer.value : [];
    if (only && more.length === 0) await chooseAccount(only.id);
  };
  const failure = signIn.failure ?? accounts.failure ?? roles.failure;
  const busy = signIn.pending || accounts.pending || roles.pending;

  return (
    <>
      {!accounts.value && (
        <div className="field">
          <button type="button" className="button wide" disabled={busy} onClick={begin}>
            {busy ? texts.signIn.signingIn : texts.portal.signIn}
          </button>
          {errors.account && !busy && (
            <p className="hint" data-trouble aria-live="polite">
              {errors.account}
            </p>
          )}
        </div>
      )}
      <Waiting />
      {failure && failure.code !== 'sign-in.cancelled' && <FailureBox failure={failure} onTryAgain={begin} />}
      {accounts.value && (
        <FilteredChoices
          label={texts.portal.account}
          error={errors.account}
          choices={accounts.value.map(({ id, name }) => ({ value: id, label: name || id, about: id }))}
          chosen={account}
          onChoose={chooseAccount}
        />
      )}
      {roles.value && (
        <FilteredChoices
          label={texts.portal.role}
          error={errors.role}
          choices={roles.value.map((role) => ({ value: role, label: role }))}
          chosen={draft.role}
          onChoose={(role) => onChange({ account, role })}
        />
      )}
    </>
  );
}

/** What the person has to do in the browser meanwhile. */
function Waiting() {
  const { api, texts, view } = useDaypass();
  const wait = view.newProfile;
  if (!wait) return null;
  const { here, notOpened, elsewhere } = wait;
  return (
    <div className="sign-in">
      {here && <BrowserHere profile={{ id: NEW_PROFILE }} address={here} notOpened={notOpened} />}
      {elsewhere && <BrowserElsewhere profile={{ id: NEW_PROFILE }} {...elsewhere} />}
      <div className="beneath">
        {!elsewhere && (
          <button type="button" className="button quiet" onClick={() => api.signInElsewhere({ profile: NEW_PROFILE })}>
            {texts.browser.elsewhere}
          </button>
        )}
        <button type="button" className="button quiet" onClick={() => api.cancelPortal()}>
          {texts.signIn.cancel}
        </button>
      </div>
    </div>
  );
}
