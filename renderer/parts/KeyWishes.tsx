/** Puts onto the clipboard what a user needs to look after their own keys, for whoever runs the account. */
import { useState } from 'react';
import { useDaypass } from './daypass-context.ts';
import { useCall } from './use-call.ts';

export function KeyWishes() {
  const { api, texts } = useDaypass();
  const copy = useCall(api.copyKeyWishes);
  const [isCopied, setCopied] = useState(false);
  const run = async () => setCopied((await copy.run())?.ok === true);
  return (
    <button type="button" className="button wide" onClick={run}>
      {isCopied ? texts.rotation.copied : texts.rotation.copyWishes}
    </button>
  );
}
