/** The gits that wait: for which repositories, what they wait for, and the way to stop them. */

import { type ProfileView, type WaitingCard, waitingCards } from '../../electron/core/app/view.ts';
import type { WentOnView } from '../../electron/core/git/credential/went-on.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useAtOnce } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { Icon } from './Icon.tsx';
import { ProfileLine } from './ProfileLine.tsx';
import { useCall } from './use-call.ts';

export function WaitingList({ shown }: { shown: ProfileView }) {
  const { view } = useAtOnce();
  if (view.waiting.length === 0) return view.wentOn && <WentOn {...view.wentOn} />;
  return (
    <ul className="waiting-list">
      {waitingCards(view).map((waiting) => (
        <WaitingItem key={waiting.id} waiting={waiting} shown={shown} />
      ))}
    </ul>
  );
}

/** The moment in which a push that has waited goes on. */
function WentOn({ repositories, outcome }: WentOnView) {
  const { texts } = useAtOnce();
  return (
    <p className="waiting waiting-line" data-outcome={outcome} role="status">
      <Icon name={outcome === 'taken' ? 'check' : outcome === 'refused' ? 'warning' : 'branch'} />
      <span className="waiting-title">
        {fill(texts.waiting[outcome ?? 'goesOn'], { repositories: repositories.join(', ') })}
      </span>
    </p>
  );
}

function WaitingItem({ waiting, shown }: { waiting: WaitingCard; shown: ProfileView }) {
  const { api, texts, view } = useAtOnce();
  const stop = useCall(api.cancelWaiting);
  const { id, repository, repositories, profile } = waiting;
  const n = repositories.length;
  const wanted = view.profiles.find((candidate) => candidate.id === profile);
  return (
    <li className="waiting">
      <div className="waiting-line">
        <Icon name="branch" />
        <p className="waiting-title" role="status" title={repositories.join(', ')}>
          {!wanted && fill(texts.waiting.choose, { repository })}
          {wanted && (n > 1 ? fill(texts.waiting.several, { n }) : fill(texts.waiting.title, { repository }))}
        </p>
        {wanted && wanted.id !== shown.id && (
          <button type="button" className="button small" onClick={() => api.showProfile({ profile: wanted.id })}>
            {fill(texts.waiting.switchTo, { profile: wanted.name })}
          </button>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={texts.waiting.cancel}
          title={texts.waiting.cancel}
          disabled={stop.pending}
          onClick={() => stop.run({ id })}
        >
          <Icon name="close" />
        </button>
      </div>
      {!wanted && <WaitingChoice id={id} />}
      {stop.failure && <FailureBox failure={stop.failure} onTryAgain={() => stop.run({ id })} />}
    </li>
  );
}

function WaitingChoice({ id }: { id: number }) {
  const { api, view } = useAtOnce();
  const choose = useCall(api.chooseForWaiting);
  return (
    <>
      <ul className="choices">
        {view.profiles.map((profile, i) => (
          <li key={profile.id}>
            <button
              type="button"
              className="profile-item"
              data-first={i === 0 || undefined}
              disabled={choose.pending}
              onClick={() => choose.run({ id, profile: profile.id })}
            >
              <ProfileLine profile={profile} />
            </button>
          </li>
        ))}
      </ul>
      {choose.failure && <FailureBox failure={choose.failure} />}
    </>
  );
}
