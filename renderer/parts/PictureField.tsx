/** Takes a picture by dropping, by pasting, or as a file that is chosen; meanwhile the popover waits for it. */
import { useEffect, useRef } from 'react';
import { LARGEST_PICTURE } from '../../electron/core/surfaces/contract/authenticator-calls.ts';
import { useDaypass } from './daypass-context.ts';
import { FileField, useFile } from './FileField.tsx';

interface Props {
  readonly disabled: boolean;
  readonly onPicture: (picture: Uint8Array) => void;
}

export function PictureField({ disabled, onPicture }: Props) {
  const { totp } = useDaypass().texts;
  const onFile = async (file: File) => onPicture(new Uint8Array(await file.arrayBuffer()));
  const file = useFile({ disabled, largest: LARGEST_PICTURE, onFile });
  const latest = useRef(file.take);
  useEffect(() => {
    latest.current = file.take;
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
    <FileField
      icon="picture"
      hint={totp.picture}
      choose={totp.choose}
      accept="image/png,image/jpeg"
      disabled={disabled}
      file={file}
      tooLarge={totp.tooLarge}
    />
  );
}
