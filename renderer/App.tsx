/** The whole page: the newest view, in its language, on the screen that is open. */
import { Suspense, useEffect } from 'react';
import { languageOf } from '../electron/core/i18n/language-of.ts';
import type { DaypassApi } from '../electron/core/surfaces/contract/contract.ts';
import { DaypassContext } from './parts/daypass-context.ts';
import { ErrorBoundary } from './parts/ErrorBoundary.tsx';
import { Loading } from './parts/Loading.tsx';
import { Unreachable } from './parts/Unreachable.tsx';
import { useNavigation } from './parts/use-navigation.ts';
import { useSinglePress } from './parts/use-single-press.ts';
import { useTexts } from './parts/use-texts.ts';
import { useView } from './parts/use-view.ts';
import { Screen } from './screens/Screen.tsx';

export function App({ api }: { api: DaypassApi }) {
  const { view, failure, refresh } = useView(api);
  const navigation = useNavigation(api, view);
  useSinglePress();
  const language = view?.language ?? (failure && languageOf(navigator.languages));
  const texts = useTexts(language);
  useEffect(() => {
    if (language) document.documentElement.lang = language;
  }, [language]);

  if (!texts || !view) {
    return (
      <>
        <Title />
        <Suspense fallback={<Loading />}>
          {texts && failure ? <Unreachable failure={failure} texts={texts} onTryAgain={refresh} /> : <Loading />}
        </Suspense>
      </>
    );
  }
  return (
    <DaypassContext value={{ api, view, texts, refresh, ...navigation }}>
      <Suspense
        fallback={
          <>
            <Title />
            <Loading />
          </>
        }
      >
        <ErrorBoundary texts={texts}>
          <Screen />
        </ErrorBoundary>
      </Suspense>
    </DaypassContext>
  );
}

const Title = () => (
  <header className="header">
    <h1>Daypass</h1>
  </header>
);
