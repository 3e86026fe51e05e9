/** Whether a profile signs in by itself every day, and when. */
import { useId } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Switch } from './Switch.tsx';
import { useCall } from './use-call.ts';

/** Before most people begin. */
const USUAL = '08:00';

export function DailySignIn({ profile }: { profile: ProfileView }) {
  const { api, texts } = useDaypass();
  const { totp } = texts;
  const hint = useId();
  const save = useCall(api.signInDaily);
  const isOn = profile.dailyAt !== null;
  const choose = (at: string | null) => save.run({ profile: profile.id, at });
  return (
    <section>
      <div className="card">
        <Switch label={totp.daily} on={isOn} onChange={(on) => choose(on ? USUAL : null)} />
        <label className="setting">
          <span>{totp.dailyAt}</span>
          <input
            key={String(isOn)}
            type="time"
            required
            aria-describedby={hint}
            disabled={!isOn}
            defaultValue={profile.dailyAt ?? USUAL}
            onChange={({ target }) => target.value && choose(target.value)}
          />
        </label>
      </div>
      <p id={hint} className="hint below">
        {totp.dailyHint}
      </p>
      {save.failure && <FailureBox failure={save.failure} profile={profile.id} />}
    </section>
  );
}
