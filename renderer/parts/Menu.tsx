/** A button and the list that it opens under it. Its keys are those of a menu button in WAI-ARIA's patterns. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export interface MenuItem {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: IconName;
  /** Of several that exclude each other: whether it is the one. */
  readonly checked?: boolean;
  readonly run: () => void;
}

interface Props {
  /** What the button is called, where what it shows is no text. */
  readonly name?: string;
  /** What is listed, where that is not the button's name. */
  readonly listName?: string;
  readonly className: string;
  /** At which side of the button the list ends. */
  readonly side: 'start' | 'end';
  readonly items: readonly MenuItem[];
  readonly children: ReactNode;
}

const PLAIN = { role: 'menuitem' };

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Menu({ name, listName = name, className, side, items, children }: Props) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const list = useId();
  useEffect(() => {
    if (!open) return;
    const choices = () => [...(root.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    (choices().find((one) => one.ariaChecked === 'true') ?? choices()[0])?.focus();
    const pressed = ({ target }: PointerEvent) => {
      if (target instanceof Node && !root.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('pointerdown', pressed);
    return () => document.removeEventListener('pointerdown', pressed);
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
    const step = STEPS[event.key];
    // From there Tab goes on by itself.
    if (event.key === 'Tab') return close();
    if (event.key === 'Escape') close();
    else if (step) all[step(all.indexOf(document.activeElement as HTMLElement), all.length)]?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div ref={root} className="menu" data-side={side}>
      <button
        ref={button}
        type="button"
        className={`menu-button ${className}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? list : undefined}
        aria-label={name}
        title={name}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' || open) return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <div id={list} role="menu" aria-label={listName} className="menu-list" onKeyDown={move}>
          {items.map(({ key, label, icon, checked, run }) => (
            <button
              key={key}
              type="button"
              {...(checked === undefined ? PLAIN : { role: 'menuitemradio', 'aria-checked': checked })}
              tabIndex={-1}
              className="menu-item"
              onClick={() => {
                close();
                run();
              }}
            >
              {icon && <Icon name={icon} />}
              {label}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
