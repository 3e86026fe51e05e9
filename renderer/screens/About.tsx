/** What Daypass is, where its files are, and the texts about it. */
import { useEffect } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { CopyReport } from '../parts/CopyReport.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Page } from '../parts/Page.tsx';
import { Row } from '../parts/Row.tsx';
import { useCall } from '../parts/use-call.ts';

export function About() {
  const { api, texts } = useDaypass();
  const { about } = texts;
  const { run, value } = useCall(api.about);
  const guide = useCall(api.openGuide);
  const licences = useCall(api.showLicences);
  useEffect(() => {
    void run();
  }, [run]);
  const failure = guide.failure ?? licences.failure;
  return (
    <Page title={about.title}>
      <div className="about">
        <p>{about.what}</p>
        {/* Its line is kept while it is asked for. */}
        <p className="hint">
          {value ? fill(about.version, { version: value.version, runtime: value.runtime }) : '\u00a0'}
        </p>
      </div>
      {failure && <FailureBox failure={failure} />}
      <section>
        <h2>{about.places}</h2>
        <dl className="places">
          {value?.places.map(({ what, path }) => (
            <div key={what}>
              <dt>{about.place[what]}</dt>
              <dd>{path}</dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="rows">
        <Row icon="info" label={about.guide} onOpen={() => guide.run()} />
        <Row icon="copy" label={about.licences} onOpen={() => licences.run()} />
        <button type="button" className="row" onClick={() => api.quit()}>
          <Icon name="leave" />
          {texts.menu.quit}
        </button>
      </div>
      <CopyReport />
    </Page>
  );
}
