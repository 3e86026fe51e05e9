/** Starts the page: the app on what the preload gives, and nothing else. */
import { createRoot } from 'react-dom/client';
import type { DaypassApi } from '../electron/core/surfaces/contract/contract.ts';
import { App } from './App.tsx';

declare global {
  interface Window {
    readonly daypass: DaypassApi;
  }
}

const root = document.getElementById('root');
if (root) createRoot(root).render(<App api={window.daypass} />);
