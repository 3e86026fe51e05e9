/** Whose session is shown; with several profiles, a list of all with each one's state. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { ProfileState } from './ProfileState.tsx';

export function ProfileSwitcher({ shown }: { shown: ProfileView }) {
  const { texts, view } = useDaypass();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  if (view.profiles.length < 2) {
    return (
      <header className="header profile-header">
        <ProfileTitle profile={shown} />
      </header>
    );
  }
  return (
    <header className="header profile-header">
      <button
        ref={button}
        type="button"
        className="switcher"
        aria-expanded={open}
        aria-controls={list}
        aria-label={`${texts.signIn.profile}: ${shown.name}`}
        onClick={() => setOpen(!open)}
      >
        <ProfileTitle profile={shown} />
        <Icon name="down" />
      </button>
      {open && <ProfileList id={list} shown={shown} onChoose={() => setOpen(false)} onClose={close} />}
    </header>
  );
}

function ProfileTitle({ profile }: { profile: ProfileView }) {
  const { texts } = useDaypass();
  const account = profile.identity ? ` · ${profile.identity.account}` : '';
  return (
    <span className="profile-title">
      <h1 title={profile.name}>{profile.name}</h1>
      <span className="profile-about" title={profile.identity?.arn}>
        <span className="dot" data-phase={profile.phase} />
        {texts.app[profile.phase]}
        {` · ${profile.region}${account}`}
      </span>
    </span>
  );
}

interface ListProps {
  readonly id: string;
  readonly shown: ProfileView;
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

function ProfileList({ id, shown, onChoose, onClose }: ListProps) {
  const { api, texts, view } = useDaypass();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus();
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Node && !list.current?.parentElement?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, [onClose]);

  const move = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll('button') ?? [])];
    const step = STEPS[event.key];
    if (event.key === 'Escape') onClose();
    else if (step)
      items.at((items.indexOf(document.activeElement as HTMLButtonElement) + step) % items.length)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} id={id} className="profile-list" aria-label={texts.settings.profiles} onKeyDown={move}>
      {view.profiles.map((profile) => (
        <li key={profile.id}>
          <button
            type="button"
            className="profile-item"
            aria-current={profile.id === shown.id}
            onClick={() => {
              onChoose();
              api.showProfile({ profile: profile.id });
            }}
          >
            <span className="dot" data-phase={profile.phase} />
            <span className="profile-name">{profile.name}</span> <ProfileState profile={profile} />
          </button>
        </li>
      ))}
    </ul>
  );
}
