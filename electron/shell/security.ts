/** Takes from every page what no page of ours needs: permissions, the network, downloads, navigation, windows. */
import { app, type Session } from 'electron';
import { isOurPage } from './app-scheme.ts';

export function lockDown(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  // Chromium would fetch a dictionary for its spell checker, past the handler below.
  session.setSpellCheckerLanguages([]);
  // The page talks to the main process alone; should it ever be made to load something else, nothing goes out.
  session.webRequest.onBeforeRequest((request, decide) => {
    decide({ cancel: !/^(app|devtools|data):/.test(request.url) });
  });
}

export function lockDownPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
  });
  app.on('session-created', (session) => session.on('will-download', (event) => event.preventDefault()));
}
