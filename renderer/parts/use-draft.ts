/** The form of a profile: what is filled in, what is wrong once one has tried to save it, and the saving. */
import { useEffect, useRef, useState } from 'react';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import type { Source } from '../../electron/core/sources/source.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { changed, type WayDraft } from '../ways/way-forms.ts';
import { useDaypass } from './daypass-context.ts';
import { choiceOf, type Draft, type DraftErrors, draftOf, EMPTY, errorsOf, withSection, withWay } from './draft.ts';
import { guessRegion } from './guess-region.ts';
import { useCall } from './use-call.ts';

export function useDraft(edited: ProfileSettings | null) {
  const { api, view, texts, place, drafts, go, back } = useDaypass();
  const [draft, setDraft] = useState<Draft>(
    () => drafts.get(place) ?? (edited ? draftOf(edited, view.profiles) : EMPTY),
  );
  const [tries, setTries] = useState(0);
  const form = useRef<HTMLFormElement>(null);
  const others = view.profiles.filter(({ id }) => id !== edited?.id);
  /** What is wrong or missing, whether or not anybody has tried. */
  const lacks: DraftErrors = errorsOf(draft, others, texts);
  const errors: DraftErrors = tries > 0 ? lacks : {};

  useEffect(() => {
    const wrong = tries > 0 && form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input');
    if (wrong) wrong.focus();
  }, [tries]);

  useEffect(() => void drafts.set(place, draft), [drafts, place, draft]);

  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const changeWay = (part: Partial<WayDraft>) => setDraft((old) => ({ ...old, way: changed(old.way, part) }));
  /** Another way in, with what can be had of the rest; under this name, where one is kept. */
  const begin = (way: Way, name = '') =>
    setDraft((old) => {
      const begun = withWay(old, way, find.last?.list ?? [], view.profiles);
      const region = begun.region || guessRegion(Intl.DateTimeFormat().resolvedOptions().timeZone);
      return { ...begun, region, name: name || begun.name };
    });
  const find = useCall(async () => {
    const answer = await api.findSources();
    if (answer.ok) preselect(answer.value.list);
    return answer;
  });
  const choose = (section: Source) =>
    setDraft((old) => withSection(old, section, find.last?.list ?? [], view.profiles));
  const preselect = (sources: readonly Source[]) => {
    const whole = sources.filter(({ offer }) => offer !== null);
    const unused = whole.filter(({ offer }) => others.every(({ name }) => name !== offer?.name));
    const able = unused.length > 0 ? unused : whole;
    // Most people have one key, or one that they use with MFA; the others are a click away.
    const likely = able.find(({ offer }) => offer && factsOf(offer).serial) ?? able[0];
    setDraft((old) => {
      if (!errorsOf(old, others, texts).section) return old;
      // What was refused may have been mended meanwhile.
      const chosen = old.section ? sources.find(({ name }) => name === old.section) : likely;
      return chosen ? withSection(old, chosen, sources, view.profiles) : old;
    });
  };

  /** Goes on with a key that has just been taken. */
  const adopt = async (source: string, region: string) => {
    const answer = await find.run();
    const sources = answer?.ok ? answer.value.list : [];
    const taken = sources.find(({ name }) => name === source);
    if (taken) setDraft((old) => ({ ...withSection(old, taken, sources, view.profiles), region }));
  };

  const save = useCall(async (from: Draft, then?: (id: string) => unknown) => {
    const choice = choiceOf(from);
    if (edited) return api.editProfile({ profile: edited.id, choice });
    const added = await api.addProfile(choice);
    // The page may have gone on to the new profile by now: this is no matter of what it shows.
    if (added.ok) {
      drafts.delete(place);
      then?.(added.value);
    }
    return added;
  });
  /** Saves it and signs in; null where no code is needed. What AWS says to that is the profile's own. */
  const signIn = (code: string | null) =>
    save.run(draft, (profile) => (code === null ? api.signInWithoutCode({ profile }) : api.signIn({ profile, code })));
  /** With what has just been learned. */
  const submit = async (part: Partial<Draft> = {}) => {
    const whole = { ...draft, ...part };
    change(part);
    setTries((n) => n + 1);
    if (Object.keys(errorsOf(whole, others, texts)).length > 0) return;
    const answer = await save.run(whole);
    if (!answer?.ok) return;
    if (edited) back();
    else go({ at: 'main' });
  };
  /** Says what is missing beside the fields. */
  const check = () => setTries((n) => n + 1);
  return { form, draft, lacks, errors, change, changeWay, begin, choose, adopt, find, save, submit, signIn, check };
}
