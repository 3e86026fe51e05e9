/** Removes a profile, after it was said what goes with it and what stays. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { AskTwice } from './AskTwice.tsx';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

export function RemoveProfile({ profile }: { profile: ProfileView }) {
  const { api, texts, view } = useDaypass();
  const { settings, setup, newKey } = texts;
  const remove = useCall(api.removeProfile);
  const place = useCall(api.findKey);
  const { id, name, restsOn, serial } = profile;
  const others = view.profiles.filter((other) => other.id !== id);
  const isLast = restsOn !== null && !others.some((other) => other.restsOn === restsOn);
  const losesTotp = profile.storedTotp && !others.some((other) => other.serial === serial);
  return (
    <>
      <AskTwice
        label={settings.removeProfile}
        className="button wide"
        confirm={setup.remove}
        pending={remove.pending}
        onAsk={() => isLast && place.run({ profile: id })}
        onConfirm={() => remove.run({ profile: id })}
      >
        <p>{fill(settings.removeSure, { name })}</p>
        {losesTotp && <p>{settings.removeTotp}</p>}
        {place.value === 'keychain' && <p>{fill(newKey.staysSpare, { spare: newKey.spare })}</p>}
      </AskTwice>
      {remove.failure && <FailureBox failure={remove.failure} profile={id} />}
    </>
  );
}
