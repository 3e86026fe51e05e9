/** Takes an error message of another program, and says what it means and what this computer shows of it. Keeps nothing of it. */
import { useEffect, useRef } from 'react';
import { LONGEST_PASTED } from '../../electron/core/explain/recognition.ts';
import { withFacts } from '../../electron/core/explain/with-facts.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { ExplainedMessage } from '../parts/ExplainedMessage.tsx';
import { FailureBox } from '../parts/FailureBox.tsx';
import { Field } from '../parts/Field.tsx';
import { Page } from '../parts/Page.tsx';
import { useCall } from '../parts/use-call.ts';
import { useForget } from '../parts/use-forget.ts';

export function Explain() {
  const { api, texts, view } = useDaypass();
  const field = useRef<HTMLTextAreaElement>(null);
  const doctor = useCall(api.runDoctor);
  const explain = useCall(api.explainError);
  useEffect(() => {
    void doctor.run();
  }, [doctor.run]);
  useForget(() => {
    if (field.current) field.current.value = '';
    explain.reset();
  });

  const read = (text: string) => {
    if (text.trim() === '') explain.reset();
    else void explain.run({ text: text.slice(-LONGEST_PASTED) });
  };
  const recognition = explain.value ?? (explain.pending ? explain.last : null);
  const seen = view.profiles.map(({ name, phase }) => ({ name, living: phase === 'active' || phase === 'expiring' }));
  const explained = recognition && withFacts(recognition.found, view.doctor, seen);
  return (
    <Page title={texts.explain.title}>
      <Field label={texts.explain.paste} hint={texts.explain.hint}>
        {(ids) => (
          <textarea
            {...ids}
            ref={field}
            rows={5}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => read(event.target.value)}
          />
        )}
      </Field>
      <p className="summary" role="status">
        {explained &&
          (explained.length > 0 ? fill(texts.explain.found, { n: explained.length }) : texts.explain.unknown)}
      </p>
      {explain.failure && <FailureBox failure={explain.failure} />}
      {explained?.map((one) => (
        <ExplainedMessage key={one.failure.code} explained={one} />
      ))}
      {recognition?.found.length === 0 && <Unknown copy={recognition.copy} />}
    </Page>
  );
}

/** What nobody here knows goes to somebody else, without its secrets. */
function Unknown({ copy }: { copy: string }) {
  const { explain } = useDaypass().texts;
  return (
    <section className="explained">
      <p>{explain.sendOn}</p>
      <textarea
        className="quote"
        aria-label={explain.copy}
        readOnly
        rows={4}
        value={copy}
        onFocus={(event) => event.target.select()}
      />
    </section>
  );
}
