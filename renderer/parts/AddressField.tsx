/** An address that a person opens themselves: to be seen, and to be copied. */
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useAtOnce } from './daypass-context.ts';
import { Field } from './Field.tsx';
import { useCopy } from './use-copy.ts';

interface Props {
  readonly profile: Pick<ProfileView, 'id'>;
  readonly address: string;
  readonly where: 'here' | 'elsewhere';
}

export function AddressField({ profile, address, where }: Props) {
  const { api, texts } = useAtOnce();
  const { copy, copied } = useCopy(api.copyAddress);
  return (
    <>
      <Field label={texts.browser.address}>
        {(ids) => <textarea {...ids} className="address" readOnly rows={3} spellCheck={false} value={address} />}
      </Field>
      <button type="button" className="button small" onClick={() => copy({ profile: profile.id, where })}>
        {copied ? texts.browser.copiedAddress : texts.browser.copyAddress}
      </button>
    </>
  );
}
