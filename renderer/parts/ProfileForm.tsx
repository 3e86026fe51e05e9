/** The fields of a profile, and the two words that stand under them, in sight however long the form is. */
import type { ReactNode } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import type { PageMessages } from '../../electron/core/i18n/words.ts';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { formOf } from '../ways/way-forms.ts';
import { useDaypass } from './daypass-context.ts';
import { type Draft, deliveryOf, draftOf, flawsOf, wayOf } from './draft.ts';
import { FailureBox } from './FailureBox.tsx';
import { MoreFields } from './MoreFields.tsx';
import { NameField } from './NameField.tsx';
import { RegionField } from './RegionField.tsx';
import { SourceField } from './SourceField.tsx';
import type { Devices } from './use-devices.ts';
import type { useDraft } from './use-draft.ts';

/** There is one at a time. */
const FORM = 'profile';

interface Props {
  readonly profile: ReturnType<typeof useDraft>;
  readonly edited: ProfileSettings | null;
  readonly sources: readonly Source[];
  readonly devices: Devices;
  /** The source has just been named, and there is nothing to choose. */
  readonly isOnlySource: boolean;
  readonly onEnrol: () => void;
  /** Other ways than the sources. */
  readonly children: ReactNode;
}

export function ProfileForm(props: Props) {
  const { profile, edited, sources, devices, isOnlySource, onEnrol, children } = props;
  const { texts, view } = useDaypass();
  const { form, draft, errors, change, changeWay, begin, choose, find, save, submit } = profile;
  const facts = factsOf(wayOf(draft));
  const parent = view.profiles.find(({ id }) => id === facts.parent);
  const { Fields } = formOf(draft.way);
  const section = sources.find(({ name }) => name === draft.section);
  // What is wrong in the files is no news about a profile that was made from them before.
  const asks = !edited || draft.section !== draftOf(edited, view.profiles).section;
  const wrong = section && asks ? flawsOf(section) : [];
  const ownWay = section?.offer && factsOf(section.offer).parent === facts.parent;
  /** It is made from what AWS's files say, not begun with the browser alone. */
  const ofFiles = draft.section !== '' || !facts.usesBrowser;
  return (
    <form
      ref={form}
      id={FORM}
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {parent && <p className="note">{fill(texts.signIn.withoutCode, { profile: parent.name })}</p>}
      {ofFiles && sources.length > 0 && (!parent || ownWay) && !isOnlySource && (
        <SourceField sources={sources} chosen={draft.section} error={errors.section} onChoose={choose} />
      )}
      {children}
      {wrong.map((failure) => (
        <FailureBox key={String(failure.params.setting)} failure={failure} onTryAgain={find.run} />
      ))}
      {isChosen(draft, texts) && (
        <>
          <RegionField region={draft.region} error={errors.region} onChange={(region) => change({ region })} />
          <Fields
            draft={draft.way}
            devices={devices}
            errors={errors}
            edited={edited}
            onChange={changeWay}
            onEnrol={onEnrol}
            onWay={(way) => begin(way, draft.name)}
          />
          <NameField
            name={draft.name}
            delivery={deliveryOf(draft)}
            error={errors.name}
            onChange={(name) => change({ name })}
          />
          <MoreFields draft={draft} errors={errors} edited={edited} onChange={change} onWay={changeWay} />
        </>
      )}
      {save.failure && <FailureBox failure={save.failure} onTryAgain={() => submit()} />}
    </form>
  );
}

interface ActionsProps {
  readonly profile: ReturnType<typeof useDraft>;
  readonly onCancel: () => void;
}

/** For the foot of the page, where they cover no field. */
export function ProfileActions({ profile: { draft, save }, onCancel }: ActionsProps) {
  const { texts, view } = useDaypass();
  // A sign-in that waits has a word of its own to give it up.
  if (view.newProfile) return null;
  return (
    <footer className="form-actions">
      {isChosen(draft, texts) && (
        <button
          type="submit"
          form={FORM}
          className="button primary"
          data-busy={save.pending || undefined}
          disabled={save.pending}
        >
          {save.pending ? texts.setup.saving : texts.setup.save}
        </button>
      )}
      <button type="button" className="button" onClick={onCancel}>
        {texts.setup.cancel}
      </button>
    </footer>
  );
}

/** Whether there is something that can be filled in. */
const isChosen = ({ way }: Draft, texts: PageMessages) => formOf(way).errors(way, texts).section === undefined;
