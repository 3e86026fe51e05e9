/** The whole page: the newest view, in its language, on the screen that is open. */
import { useEffect } from 'react';
import { messagesIn } from '../electron/core/i18n/messages.ts';
import type { DaypassApi } from '../electron/core/surfaces/contract/contract.ts';
import { DaypassContext } from './parts/daypass-context.ts';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Unreachable } from './parts/Unreachable.tsx';
import { useNavigation } from './parts/use-navigation.ts';
import { useView } from './parts/use-view.ts';
import { Screen } from './screens/Screen.tsx';

export function App({ api }: { api: DaypassApi }) {
  const { view, failure, refresh } = useView(api);
  const navigation = useNavigation(api, view);
  const language = view?.language ?? 'en';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  if (!view) return failure ? <Unreachable failure={failure} onTryAgain={refresh} /> : null;
  return (
    <DaypassContext value={{ api, view, texts: messagesIn(language), refresh, ...navigation }}>
      <ErrorBoundary language={language}>
        <Screen />
      </ErrorBoundary>
    </DaypassContext>
  );
}
