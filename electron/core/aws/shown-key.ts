/** An access key as it may be shown: its kind and last four characters. What has not the form of one may be a secret, and is not shown at all. */
export function shownKey(value: string): string {
  const [, kind, end] = /^(AKIA|ASIA)(?:[A-Z0-9]{8,}|…)([A-Z0-9]{4})$/.exec(value) ?? [];
  return kind && end ? `${kind}…${end}` : '…';
}
