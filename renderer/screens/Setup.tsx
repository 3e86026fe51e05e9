/** The first run, and adding or editing a profile: the same form, that asks only for what it cannot find. */
import { useEffect, useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { TakenKey } from '../../electron/core/keys/new-key.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import type { Offer } from '../../electron/core/sources/source.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { deliveryOf, draftOf, wayOf } from '../parts/draft.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Icon } from '../parts/Icon.tsx';
import { MainHeader } from '../parts/MainHeader.tsx';
import { MoreFields } from '../parts/MoreFields.tsx';
import { NameField } from '../parts/NameField.tsx';
import { NewKey } from '../parts/NewKey.tsx';
import { Notices } from '../parts/Notices.tsx';
import { Page } from '../parts/Page.tsx';
import { RegionField } from '../parts/RegionField.tsx';
import { NoSources, SourceField } from '../parts/SourceField.tsx';
import { TakenKeyNote } from '../parts/TakenKeyNote.tsx';
import { useDraft } from '../parts/use-draft.ts';
import { WayChoice } from '../ways/WayChoice.tsx';
import { changed, formOf } from '../ways/way-forms.ts';

export function Setup({ edited }: { edited: ProfileSettings | null }) {
  const { texts, view } = useDaypass();
  const { setup } = texts;
  const { form, draft, errors, change, changeWay, begin, choose, adopt, find, save, submit } = useDraft(edited);
  const firstRun = view.profiles.length === 0;
  const title = edited ? fill(setup.editTitle, { name: edited.name }) : setup.add;
  const facts = factsOf(wayOf(draft));
  const parent = view.profiles.find(({ id }) => id === facts.parent);
  const { Fields, errors: wayErrors } = formOf(draft.way);
  const isChosen = wayErrors(draft.way, texts).section === undefined;
  const section = find.value?.list.find(({ name }) => name === draft.section);
  // What is wrong in the files is no news about a profile that was made from them before.
  const asks = !edited || draft.section !== draftOf(edited, view.profiles).section;
  const wrong = section && asks ? (section.refusal ? [section.refusal] : flawsOf(section.offer)) : [];
  const ownWay = section?.offer && factsOf(section.offer).parent === facts.parent;
  /** It is made from what AWS's files say, not begun with the browser alone. */
  const ofFiles = draft.section !== '' || !facts.usesBrowser;
  /** A new key is being handed over, or was. */
  const [newKey, setNewKey] = useState<'asked' | TakenKey | null>(null);
  const [dropped, setDropped] = useState<File | null>(null);
  const sources = find.value?.list ?? [];
  const isEmpty = !edited && find.value !== null && sources.length === 0;
  /** Nor does it help that a section says where its key would be. */
  const nothingFound = sources.every(({ refusal }) => refusal?.code === 'key.missing');
  /** Whether a person is asked what they sign in with; null before they have said. */
  const [asked, setAsked] = useState<boolean | null>(null);
  const asksWay = !edited && newKey === null && (asked ?? nothingFound);
  const hasKeys = sources.some(({ offer }) => offer && factsOf(offer).portal === null);
  const takeWay = (way: Way) => {
    setAsked(false);
    begin(way);
    if (!factsOf({ way }).usesBrowser && !hasKeys && !isEmpty) setNewKey('asked');
  };
  const canAsk = !edited && facts.parent === null && (newKey === null || newKey === 'asked');
  const otherWay = canAsk && (
    <button
      type="button"
      className="link"
      onClick={() => {
        setNewKey(null);
        setDropped(null);
        setAsked(true);
      }}
    >
      {texts.browser.otherWay}
    </button>
  );
  const givesKey = !facts.usesBrowser && (newKey === 'asked' || isEmpty);
  /** It was named a moment ago, and there is nothing to choose. */
  const isOnlyTaken = find.value?.list.length === 1 && newKey !== 'asked' && newKey?.source === draft.section;
  useEffect(() => {
    find.run();
  }, [find.run]);

  return (
    <Page {...(firstRun ? { header: <MainHeader profile={null} /> } : { title })}>
      {firstRun && <Welcome />}
      {firstRun && <Notices profile={null} />}
      {find.failure && <FailureBox failure={find.failure} onTryAgain={find.run} />}
      {find.pending && <p className="busy">{setup.finding}</p>}
      {find.value && asksWay && (
        <WayChoice
          onWay={takeWay}
          onKeyFile={(file) => {
            setDropped(file);
            setAsked(false);
            setNewKey('asked');
          }}
          onCancel={nothingFound ? null : () => setAsked(false)}
        />
      )}
      {find.value && givesKey && !asksWay && (
        <NewKey
          dropped={dropped}
          onTaken={(taken, region) => {
            setNewKey(taken);
            adopt(taken.source, region);
          }}
        >
          {isEmpty ? (
            <NoSources file={find.value.file} onLookAgain={find.run} />
          ) : (
            <button type="button" className="link" onClick={() => setNewKey(null)}>
              {texts.newKey.cancel}
            </button>
          )}
          {otherWay}
        </NewKey>
      )}
      {newKey && newKey !== 'asked' && <TakenKeyNote taken={newKey} />}
      {find.value && !givesKey && !asksWay && (
        <form
          ref={form}
          className="form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          {parent && <p className="note">{fill(texts.signIn.withoutCode, { profile: parent.name })}</p>}
          {ofFiles && (!parent || ownWay) && !isOnlyTaken && (
            <SourceField
              found={find.value}
              chosen={draft.section}
              error={errors.section}
              onChoose={choose}
              onLookAgain={find.run}
            />
          )}
          {!edited && !newKey && ofFiles && (
            <button type="button" className="link" onClick={() => setNewKey('asked')}>
              {texts.newKey.link}
            </button>
          )}
          {otherWay}
          {wrong.map((failure) => (
            <FailureBox key={String(failure.params.setting)} failure={failure} onTryAgain={find.run} />
          ))}
          {isChosen && (
            <>
              <RegionField region={draft.region} error={errors.region} onChange={(region) => change({ region })} />
              <Fields
                draft={draft.way}
                region={draft.region}
                errors={errors}
                edited={edited}
                onChange={changeWay}
                onWay={(way) => begin(way, draft.name)}
                onComplete={(part) => submit({ way: changed(draft.way, part) })}
              />
              <NameField
                name={draft.name}
                delivery={deliveryOf(draft)}
                error={errors.name}
                onChange={(name) => change({ name })}
              />
              <MoreFields draft={draft} errors={errors} edited={edited} onChange={change} onWay={changeWay} />
              {save.failure && <FailureBox failure={save.failure} onTryAgain={() => submit()} />}
              <button type="submit" className="button primary wide" disabled={save.pending}>
                {save.pending ? setup.saving : setup.save}
              </button>
            </>
          )}
        </form>
      )}
    </Page>
  );
}

const flawsOf = ({ flaws }: Offer) => flaws.map(({ failure }) => failure);

function Welcome() {
  const { texts } = useDaypass();
  return (
    <header className="welcome">
      <span className="emblem">
        <Icon name="pass" />
      </span>
      <h1>{texts.setup.welcome}</h1>
      <p>{texts.setup.intro}</p>
    </header>
  );
}
