/** Puts onto the clipboard what a user needs to look after their own keys, for whoever runs the account. */
import { useDaypass } from './daypass-context.ts';
import { useCopy } from './use-copy.ts';

export function KeyWishes() {
  const { api, texts } = useDaypass();
  const { copy, copied } = useCopy(api.copyKeyWishes);
  return (
    <button type="button" className="button wide" onClick={() => copy()}>
      {copied ? texts.rotation.copied : texts.rotation.copyWishes}
    </button>
  );
}
