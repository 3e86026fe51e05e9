/** While the person is on AWS's page in the browser of this computer. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { AddressField } from './AddressField.tsx';
import { useAtOnce } from './daypass-context.ts';

interface Props {
  readonly profile: Pick<ProfileView, 'id'>;
  readonly address: string;
  readonly notOpened: boolean;
}

export function BrowserHere({ profile, address, notOpened }: Props) {
  const { api, texts } = useAtOnce();
  return (
    <>
      <p className="state-line" role="status">
        {notOpened ? texts.browser.notOpened : texts.browser.finish}
      </p>
      {notOpened && <AddressField profile={profile} address={address} where="here" />}
      <button type="button" className="button wide" onClick={() => api.openBrowserAgain({ profile: profile.id })}>
        {texts.browser.again}
      </button>
    </>
  );
}
