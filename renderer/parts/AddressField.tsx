/** An address that a person opens themselves: to be seen, and to be copied. */
import { useState } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { useAtOnce } from './daypass-context.ts';
import { Field } from './Field.tsx';

interface Props {
  readonly profile: Pick<ProfileView, 'id'>;
  readonly address: string;
  readonly where: 'here' | 'elsewhere';
}

export function AddressField({ profile, address, where }: Props) {
  const { api, texts } = useAtOnce();
  const [copied, setCopied] = useState(false);
  const copy = async () => setCopied((await api.copyAddress({ profile: profile.id, where })).ok);
  return (
    <>
      <Field label={texts.browser.address}>
        {(ids) => <textarea {...ids} className="address" readOnly rows={3} spellCheck={false} value={address} />}
      </Field>
      <button type="button" className="button small" onClick={copy}>
        {copied ? texts.browser.copiedAddress : texts.browser.copyAddress}
      </button>
    </>
  );
}
