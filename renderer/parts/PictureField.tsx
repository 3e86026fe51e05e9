/** Takes a picture by dropping, by pasting, or as a file that is chosen; meanwhile the popover waits for it. */
import { useEffect, useRef, useState } from 'react';
import { LARGEST_PICTURE } from '../../electron/core/surfaces/contract/authenticator-calls.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';

interface Props {
  readonly disabled: boolean;
  readonly onPicture: (picture: Uint8Array) => void;
}

export function PictureField({ disabled, onPicture }: Props) {
  const { texts } = useDaypass();
  const chooser = useRef<HTMLInputElement>(null);
  const [tooLarge, setTooLarge] = useState(false);

  const take = async (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (!file || disabled) return;
    setTooLarge(file.size > LARGEST_PICTURE);
    if (file.size <= LARGEST_PICTURE) onPicture(new Uint8Array(await file.arrayBuffer()));
  };
  const over = useDroppedFiles(take);
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      latest.current(event.clipboardData.files);
    };
    document.addEventListener('paste', pasted);
    return () => document.removeEventListener('paste', pasted);
  }, []);

  return (
    <div className="picture-field" data-over={over || undefined}>
      <Icon name="picture" />
      <p className="hint" data-trouble={tooLarge || undefined} aria-live="polite">
        {tooLarge ? texts.totp.tooLarge : texts.totp.picture}
      </p>
      <button type="button" className="button small" disabled={disabled} onClick={() => chooser.current?.click()}>
        {texts.totp.choose}
      </button>
      <input
        ref={chooser}
        type="file"
        accept="image/png,image/jpeg"
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
