/** What of a profile is asked next: it follows from what was found, or from what a person wanted in its place. */
import { useEffect, useRef, useState } from 'react';
import type { ProfileSettings } from '../../electron/core/settings/settings.ts';
import type { Way } from '../../electron/core/settings/way.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import type { WayDraft } from '../ways/way-forms.ts';
import { useDaypass } from './daypass-context.ts';
import { type Draft, flawsOf, wayOf } from './draft.ts';
import { useDevices } from './use-devices.ts';
import { useDraft } from './use-draft.ts';

/** Nothing but a code, what a person signs in with, a key, or all of the profile. */
type Step = 'proposal' | 'way' | 'key' | 'form';

export function useSetup(edited: ProfileSettings | null) {
  const { view } = useDaypass();
  const profile = useDraft(edited);
  const { draft, lacks, change, changeWay, begin, find } = profile;
  const firstRun = view.profiles.length === 0;
  const facts = factsOf(wayOf(draft));
  const sources = find.last?.list ?? [];
  const section = sources.find(({ name }) => name === draft.section);
  /** Nor does it help that a section says where its key would be. */
  const nothingFound = sources.every(({ refusal }) => refusal?.code === 'key.missing');
  const isWhole =
    Object.keys(lacks).every((field) => field === 'serial') && (!section || flawsOf(section).length === 0);

  /** Null: what follows from what was found. */
  const [asked, setAsked] = useState<Step | null>(null);
  const byItself: Step = edited ? 'form' : nothingFound ? 'way' : firstRun && isWhole ? 'proposal' : 'form';
  const step = asked ?? byItself;
  /** What was chosen before something else was tried. */
  const left = useRef<Draft | null>(null);
  const leaveFor = (next: Step) => {
    if (asked === null) left.current = draft;
    setAsked(next);
  };
  const comeBack = () => {
    if (left.current) change(left.current);
    setAsked(null);
  };
  const takeWay = (way: Way) => {
    if (factsOf({ way }).usesBrowser) {
      begin(way);
      leaveFor('form');
    } else if (sources.some(({ offer }) => offer && factsOf(offer).portal === null)) comeBack();
    else leaveFor('key');
  };
  useEffect(() => {
    find.run();
  }, [find.run]);
  // A key has come into the file by itself.
  useEffect(() => {
    if (!nothingFound) setAsked((old) => (old === 'way' || old === 'key' ? null : old));
  }, [nothingFound]);

  /** A device that AWS did not name was typed, and is meant. */
  const [isMeant, setMeant] = useState(false);
  const devices = useDevices(
    {
      source: step === 'way' || step === 'key' ? null : facts.key,
      region: draft.region,
      serial: facts.serial,
      guesses: firstRun,
    },
    (serial) => changeWay({ serial } as Partial<WayDraft>),
  );
  const named = [section?.offer && factsOf(section.offer).serial, ...devices.list.map(({ serial }) => serial)];
  const isLooking = devices.pending && !devices.trouble;
  return {
    profile,
    firstRun,
    facts,
    sources,
    nothingFound,
    step,
    /** Nothing was wanted that does not follow by itself. */
    isByItself: asked === null,
    leaveFor,
    comeBack,
    goOn: () => setAsked(null),
    takeWay,
    devices,
    isLooking,
    needsDevice: facts.typesCode && !isLooking && !isMeant && !named.includes(facts.serial),
    meanDevice: () => setMeant(true),
  };
}
