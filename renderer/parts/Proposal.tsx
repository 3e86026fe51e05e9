/** What was found, in one sentence. The first code saves it and signs in with it; only a device that nobody names is asked for. */
import { type FormEvent, useRef, useState } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { span } from '../../electron/core/i18n/times.ts';
import { factsOf } from '../../electron/core/sources/ways-in.ts';
import { formOf } from '../ways/way-forms.ts';
import { CodeInput, type CodeInputHandle } from './CodeInput.tsx';
import { useDaypass } from './daypass-context.ts';
import { type Draft, wayOf } from './draft.ts';
import { FailureBox } from './FailureBox.tsx';
import type { useSetup } from './use-setup.ts';

interface Props {
  readonly setup: ReturnType<typeof useSetup>;
  readonly onEnrol: () => void;
}

export function Proposal({ setup: { profile, facts, devices, isLooking, needsDevice, ...setup }, onEnrol }: Props) {
  const { texts } = useDaypass();
  const { signIn } = texts;
  const { form, draft, lacks, errors, changeWay, begin, save } = profile;
  const { Fields } = formOf(draft.way);
  const code = useRef<CodeInputHandle>(null);
  const [refusals, setRefusals] = useState(0);
  const busy = save.pending;

  const take = async (typed: string | null) => {
    const answer = await profile.signIn(typed);
    if (answer && !answer.ok) setRefusals((n) => n + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (needsDevice) lacks.serial ? profile.check() : setup.meanDevice();
    else if (facts.typesCode) code.current?.submit();
    else take(null);
  };
  return (
    <>
      <form
        ref={form}
        className="pass proposal"
        data-phase="signedOut"
        aria-label={texts.setup.foundLabel}
        noValidate
        onSubmit={submit}
      >
        <p className="found">
          <Found draft={draft} />
          <button type="button" className="link" onClick={() => setup.leaveFor('form')}>
            {texts.setup.change}
          </button>
        </p>
        {needsDevice && (
          <Fields
            draft={draft.way}
            devices={devices}
            errors={errors}
            edited={null}
            onChange={changeWay}
            onEnrol={onEnrol}
            onWay={(way) => {
              begin(way, draft.name);
              setup.leaveFor('form');
            }}
          />
        )}
        {needsDevice || !facts.typesCode ? (
          <button
            type="submit"
            className="button primary wide"
            data-first
            data-busy={busy || undefined}
            disabled={busy}
          >
            {needsDevice ? texts.setup.goOn : signIn.submit}
          </button>
        ) : (
          <CodeInput
            ref={code}
            disabled={busy || isLooking}
            refusals={refusals}
            onCode={take}
            beneath={
              isLooking || busy ? (
                <span className="busy">{isLooking ? texts.setup.finding : signIn.signingIn}</span>
              ) : (
                signIn.codeHint
              )
            }
          />
        )}
      </form>
      {save.failure && <FailureBox failure={save.failure} />}
    </>
  );
}

function Found({ draft }: { readonly draft: Draft }) {
  const { texts, view } = useDaypass();
  const { section, region, name } = draft;
  const { serial, portal, durationSeconds, role, usesBrowser } = factsOf(wayOf(draft));
  const where = (texts.regions as Record<string, string>)[region] ?? region;
  const short = (arn: string | null) => arn?.slice(arn.lastIndexOf('/') + 1);
  const found = [section, where, portal, short(role), short(serial)].filter(Boolean).join(' · ');
  const duration = span(durationSeconds * 1_000, view.language);
  // AWS alone knows how long a browser is signed in.
  const made = usesBrowser ? `→ ${name}` : fill(texts.setup.found, { name, duration });
  return (
    <>
      <span>{found}</span>
      <span>{made}</span>
    </>
  );
}
