/** How Daypass looks in the tray, and how large it is drawn: lines of a card. */
import type { Preferences } from '../../electron/core/settings/settings.ts';
import { ZOOMS } from '../../electron/core/settings/zoom.ts';
import { useDaypass } from './daypass-context.ts';
import { Switch } from './Switch.tsx';
import type { Preferred } from './use-preferences.ts';

const INKS: readonly Preferences['trayIcon'][] = ['colour', 'light', 'dark'];

export function AppearanceSettings({ preferences, prefer }: Pick<Preferred, 'preferences' | 'prefer'>) {
  const { texts, view } = useDaypass();
  const { appearance } = texts;
  const { language } = view;
  // macOS colours the icon itself, and has a place for the time beside it.
  const isMac = navigator.platform.startsWith('Mac');
  const percent = new Intl.NumberFormat(language, { style: 'percent' });
  const zooms = [...new Set([...ZOOMS, preferences.zoom])].sort((a, b) => a - b);
  return (
    <>
      <label className="setting">
        <span>{appearance.zoom}</span>
        <select value={preferences.zoom} onChange={({ target }) => prefer({ zoom: Number(target.value) })}>
          {zooms.map((zoom) => (
            <option key={zoom} value={zoom}>
              {percent.format(zoom / 100)}
            </option>
          ))}
        </select>
      </label>
      {isMac ? (
        <Switch
          label={appearance.menuBarTime}
          on={preferences.menuBarTime}
          onChange={(menuBarTime) => prefer({ menuBarTime })}
        />
      ) : (
        <label className="setting">
          <span>{appearance.trayIcon}</span>
          <select
            value={preferences.trayIcon}
            onChange={({ target }) => prefer({ trayIcon: target.value as Preferences['trayIcon'] })}
          >
            {INKS.map((ink) => (
              <option key={ink} value={ink}>
                {appearance.inks[ink]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
