/** The keys in the keychain that no profile uses: to be put into the file, or deleted after a second word. */
import { useEffect } from 'react';
import { fill } from '../../electron/core/i18n/say.ts';
import { AskTwice } from './AskTwice.tsx';
import { useDaypass } from './daypass-context.ts';
import { FailureBox } from './FailureBox.tsx';
import { useCall } from './use-call.ts';

export function SpareKeys() {
  const { api, texts, view } = useDaypass();
  const find = useCall(api.findSpareKeys);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when a profile has come or gone
  useEffect(() => {
    find.run();
  }, [find.run, view.profiles.length]);
  if (find.failure) return <FailureBox failure={find.failure} onTryAgain={find.run} />;
  if (!find.last?.length) return null;
  return (
    <section>
      <h2>{texts.newKey.spare}</h2>
      <ul className="card">
        {find.last.map((source) => (
          <SpareKey key={source} source={source} onGone={find.run} />
        ))}
      </ul>
    </section>
  );
}

function SpareKey({ source, onGone }: { readonly source: string; readonly onGone: () => void }) {
  const { api, texts } = useDaypass();
  const { newKey } = texts;
  const putBack = useCall(api.putSpareKeyBack);
  const remove = useCall(api.removeSpareKey);
  const failure = putBack.failure ?? remove.failure;
  const run = async (call: typeof putBack) => {
    if ((await call.run({ source }))?.ok) onGone();
  };
  return (
    <li className="profile-settings">
      <div className="profile-line">
        <span className="row-text">
          <span className="profile-name" title={source}>
            {source}
          </span>
          <span className="row-hint">{newKey.spareHint}</span>
        </span>
        <button type="button" className="button small" disabled={putBack.pending} onClick={() => run(putBack)}>
          {newKey.putBack}
        </button>
        <AskTwice
          label={newKey.remove}
          className="button small"
          confirm={newKey.remove}
          pending={remove.pending}
          onConfirm={() => run(remove)}
        >
          <p>{fill(newKey.removeSure, { source })}</p>
        </AskTwice>
      </div>
      {failure && <FailureBox failure={failure} onTryAgain={onGone} />}
    </li>
  );
}
