/** Takes a picture by dropping, by pasting, or as a file that is chosen; meanwhile the popover waits for it. */
import { useEffect, useRef, useState } from 'react';
import { LARGEST_PICTURE } from '../../electron/core/surfaces/contract/authenticator-calls.ts';
import { useDaypass } from './daypass-context.ts';
import { Icon } from './Icon.tsx';

interface Props {
  readonly disabled: boolean;
  readonly onPicture: (picture: Uint8Array) => void;
}

export function PictureField({ disabled, onPicture }: Props) {
  const { api, texts } = useDaypass();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [tooLarge, setTooLarge] = useState(false);

  const take = async (files: FileList | null | undefined) => {
    const [file] = files ?? [];
    if (!file || disabled) return;
    setTooLarge(file.size > LARGEST_PICTURE);
    if (file.size <= LARGEST_PICTURE) onPicture(new Uint8Array(await file.arrayBuffer()));
  };
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });

  useEffect(() => {
    // The file comes from another window, and the popover closes when another one is in front.
    api.stayOpen({ stay: true });
    return () => void api.stayOpen({ stay: false });
  }, [api]);
  useEffect(() => {
    const pasted = (event: ClipboardEvent) => {
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      latest.current(event.clipboardData.files);
    };
    const dragged = (event: DragEvent) => {
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop') latest.current(event.dataTransfer?.files);
    };
    document.addEventListener('paste', pasted);
    for (const type of ['dragover', 'dragleave', 'drop'] as const) document.addEventListener(type, dragged);
    return () => {
      document.removeEventListener('paste', pasted);
      for (const type of ['dragover', 'dragleave', 'drop'] as const) document.removeEventListener(type, dragged);
    };
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
