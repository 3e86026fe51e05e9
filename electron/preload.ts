/** The contract as `window.daypass`: it forwards calls and views, and knows nothing else but where a file of the page lies. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { AppView } from './core/app/view.ts';
import {
  CALL_CHANNEL,
  type CallName,
  calls,
  type DaypassApi,
  VIEW_CHANNEL,
} from './core/surfaces/contract/contract.ts';

const forward = (name: CallName) => (input: unknown) => ipcRenderer.invoke(CALL_CHANNEL, name, input);

const onView: DaypassApi['onView'] = (heard) => {
  const listener = (_: unknown, view: AppView) => heard(view);
  ipcRenderer.on(VIEW_CHANNEL, listener);
  return () => ipcRenderer.off(VIEW_CHANNEL, listener);
};

/** One that was made in the page lies nowhere. */
const readKeyFile: DaypassApi['readKeyFile'] = async (file) =>
  forward('readKeyFile')({ path: webUtils.getPathForFile(file as File) });

const names = Object.keys(calls) as CallName[];
const api = { ...Object.fromEntries(names.map((name) => [name, forward(name)])), readKeyFile, onView };
contextBridge.exposeInMainWorld('daypass', api);
