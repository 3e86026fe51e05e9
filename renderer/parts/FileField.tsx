/** Takes one file that is dropped anywhere on the page, chosen, or handed on by another part; one that is too large is said. */
import { useRef, useState } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { useDroppedFiles } from './use-dropped-files.ts';

interface Given {
  readonly disabled: boolean;
  /** Bytes. */
  readonly largest: number;
  readonly onFile: (file: File) => void;
}

interface Taking {
  readonly take: (files: Iterable<File> | null | undefined) => void;
  /** The last one was. */
  readonly tooLarge: boolean;
  /** A file is over the page now. */
  readonly over: boolean;
}

export function useFile({ disabled, largest, onFile }: Given): Taking {
  const [tooLarge, setTooLarge] = useState(false);
  const take: Taking['take'] = (files) => {
    const [file] = files ?? [];
    if (!file || disabled) return;
    setTooLarge(file.size > largest);
    if (file.size <= largest) onFile(file);
  };
  return { take, tooLarge, over: useDroppedFiles(take) };
}

interface Props {
  readonly icon: IconName;
  readonly hint: string;
  readonly choose: string;
  readonly accept: string;
  readonly disabled: boolean;
  readonly file: Taking;
  /** Said in place of the hint. */
  readonly tooLarge: string;
}

export function FileField({ icon, hint, choose, accept, disabled, file, tooLarge }: Props) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <div className="picture-field" data-over={file.over || undefined}>
      <Icon name={icon} />
      <p className="hint" data-trouble={file.tooLarge || undefined} aria-live="polite">
        {file.tooLarge ? tooLarge : hint}
      </p>
      <button type="button" className="button small" disabled={disabled} onClick={() => chooser.current?.click()}>
        {choose}
      </button>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        hidden
        onChange={({ currentTarget }) => {
          file.take(currentTarget.files);
          currentTarget.value = '';
        }}
      />
    </div>
  );
}
