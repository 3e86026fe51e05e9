/** What stands on the clipboard beside a secret, so that programs which keep a history of the clipboard leave it out. */

/** The system's own format of this name, in the words of Electron's ClipboardItem. */
const raw = (format: string): string => `electron application/osclipboard;format="${format}"`;

/** A DWORD of Windows that is zero. */
const NO = new Uint8Array(4);

/** By the format's name for Electron. */
export function clipboardMarks(platform: NodeJS.Platform): Readonly<Record<string, string | Blob>> {
  switch (platform) {
    // https://nspasteboard.org
    case 'darwin':
      return { [raw('org.nspasteboard.ConcealedType')]: '1' };
    // https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats (cloud clipboard and clipboard history formats)
    case 'win32':
      return {
        [raw('ExcludeClipboardContentFromMonitorProcessing')]: '1',
        [raw('CanIncludeInClipboardHistory')]: new Blob([NO]),
        [raw('CanUploadToCloudClipboard')]: new Blob([NO]),
      };
    // Klipper's, which others follow.
    default:
      return { [raw('x-kde-passwordManagerHint')]: 'secret' };
  }
}
