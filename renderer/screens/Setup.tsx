/** The first run, and adding or editing a profile: what was found is proposed, and only what is missing is asked for. */
import { useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { TakenKey } from '../../electron/core/keys/new-key.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { Enrol } from '../parts/Enrol.tsx';
import { FailureBox } from '../parts/FailureBox.tsx';
import { MainHeader } from '../parts/MainHeader.tsx';
import { NewKey } from '../parts/NewKey.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { ProfileActions, ProfileForm } from '../parts/ProfileForm.tsx';
import { Proposal } from '../parts/Proposal.tsx';
import { TakenKeyNote } from '../parts/TakenKeyNote.tsx';
import { useSetup } from '../parts/use-setup.ts';
import { WatchedFile } from '../parts/WatchedFile.tsx';
import { WayChoice } from '../ways/WayChoice.tsx';
import { changed, type WayDraft } from '../ways/way-forms.ts';

export function Setup({ edited }: { edited: ProfileSettings | null }) {
  const { texts, back } = useDaypass();
  const setup = useSetup(edited);
  const { profile, firstRun, facts, sources, nothingFound, step, leaveFor, comeBack, goOn, devices, needsDevice } =
    setup;
  const { draft, find } = profile;
  const [taken, setTaken] = useState<TakenKey | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const [enrolling, setEnrolling] = useState(false);
  const enrol = () => setEnrolling(true);

  if (enrolling && facts.key !== null) {
    const enrolled = (serial: string) => {
      setEnrolling(false);
      // That there is none is no longer so.
      devices.reset();
      profile.submit({ way: changed(draft.way, { serial } as Partial<WayDraft>) });
    };
    return (
      <Page title={texts.enrol.title}>
        <Enrol source={facts.key} region={draft.region} onEnrolled={enrolled} onCancel={() => setEnrolling(false)} />
      </Page>
    );
  }
  const otherWay = !edited && (
    <button type="button" className="link" onClick={() => leaveFor('way')}>
      {texts.browser.otherWay}
    </button>
  );
  const watched = nothingFound && find.last && <WatchedFile file={find.last.file} onLook={find.run} />;
  const cancel = !firstRun ? back : setup.isByItself ? () => leaveFor('way') : comeBack;
  const greets = firstRun && !taken && (step === 'way' || (step === 'proposal' && !needsDevice));
  const head = firstRun
    ? { header: <MainHeader profile={null} /> }
    : { title: edited ? fill(texts.setup.editTitle, { name: edited.name }) : texts.setup.add };
  return (
    <Page {...head} foot={find.last && step === 'form' && <ProfileActions profile={profile} onCancel={cancel} />}>
      {greets && <Welcome />}
      {firstRun && <Notices profile={null} />}
      {find.failure && <FailureBox failure={find.failure} onTryAgain={find.run} />}
      {find.pending && !find.last && !find.failure && <p className="busy">{texts.setup.finding}</p>}
      {taken && <TakenKeyNote taken={taken} />}
      {find.last && step === 'way' && (
        <>
          <WayChoice
            onWay={setup.takeWay}
            onKeyFile={(file) => {
              setDropped(file);
              leaveFor('key');
            }}
            onCancel={nothingFound ? null : comeBack}
          />
          {watched}
        </>
      )}
      {find.last && step === 'key' && (
        <NewKey
          dropped={dropped}
          onTaken={(key, region) => {
            setTaken(key);
            setDropped(null);
            profile.adopt(key.source, region).then(goOn);
          }}
        >
          {watched || (
            <button type="button" className="link" onClick={comeBack}>
              {texts.newKey.cancel}
            </button>
          )}
          {otherWay}
        </NewKey>
      )}
      {find.last && step === 'proposal' && (
        <>
          <Proposal setup={setup} onEnrol={enrol} />
          {otherWay}
        </>
      )}
      {find.last && step === 'form' && (
        <ProfileForm
          profile={profile}
          edited={edited}
          sources={sources}
          devices={devices}
          isOnlySource={sources.length === 1 && taken?.source === draft.section}
          onEnrol={enrol}
        >
          {!edited && facts.parent === null && (
            <p className="links">
              {!taken && (draft.section !== '' || !facts.usesBrowser) && (
                <button type="button" className="link" onClick={() => leaveFor('key')}>
                  {texts.newKey.link}
                </button>
              )}
              {otherWay}
            </p>
          )}
        </ProfileForm>
      )}
    </Page>
  );
}

function Welcome() {
  const { texts } = useDaypass();
  return (
    <div className="welcome">
      <h2>{texts.setup.welcome}</h2>
      <p>{texts.setup.intro}</p>
    </div>
  );
}
