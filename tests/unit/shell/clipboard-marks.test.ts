import { expect, test } from 'vitest';
import { clipboardMarks } from '../../../electron/shell/clipboard-marks.ts';

const formatOf = (name: string) => /^electron application\/osclipboard;format="([\w.-]+)"$/.exec(name)?.[1];

test.each([
  ['linux', { 'x-kde-passwordManagerHint': 'secret' }],
  ['freebsd', { 'x-kde-passwordManagerHint': 'secret' }],
  ['darwin', { 'org.nspasteboard.ConcealedType': '1' }],
  [
    'win32',
    {
      ExcludeClipboardContentFromMonitorProcessing: '1',
      CanIncludeInClipboardHistory: '\0\0\0\0',
      CanUploadToCloudClipboard: '\0\0\0\0',
    },
  ],
] as const)('on %s what keeps a history of the clipboard is told to leave it out', async (platform, expected) => {
  const marks = Object.entries(clipboardMarks(platform));
  const told = marks.map(async ([name, value]) => [
    formatOf(name),
    typeof value === 'string' ? value : await value.text(),
  ]);
  expect(Object.fromEntries(await Promise.all(told))).toEqual(expected);
});
