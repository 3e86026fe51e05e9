/** A profile's long-term key: where it is, how old, and a new one in its place. What AWS has yet to say comes last, so that nothing moves. */
import { useEffect } from 'react';
import type { ProfileView } from '../../electron/core/app/view.ts';
import { fill } from '../../electron/core/i18n/say.ts';
import { useDaypass } from '../parts/daypass-context.ts';
import { FailureBox } from '../parts/FailureBox.tsx';
import { KeyPlace } from '../parts/KeyPlace.tsx';
import { OwnKeys } from '../parts/OwnKeys.tsx';
import { Page } from '../parts/Page.tsx';
import { useCall } from '../parts/use-call.ts';

export function AccessKey({ profile }: { profile: ProfileView }) {
  const { api, texts, view } = useDaypass();
  const find = useCall(api.findKey);
  const { id } = profile;
  const source = profile.key ?? '';
  const look = () => find.run({ profile: id });
  // biome-ignore lint/correctness/useExhaustiveDependencies: looks once for each key
  useEffect(() => {
    look();
  }, [source]);
  const rotation = view.rotations.find((one) => one.source === source) ?? null;
  const isAtRest = !rotation || rotation.deleteAt !== null;
  // Also while it is looked for anew.
  const place = find.last;

  return (
    <Page title={fill(texts.key.titleOf, { source })}>
      {find.failure && <FailureBox failure={find.failure} profile={id} onTryAgain={look} />}
      {isAtRest && !find.failure && <KeyPlace place={place} profile={profile} onMoved={look} />}
      {place && place !== 'nowhere' && <OwnKeys profile={profile} rotation={rotation} />}
    </Page>
  );
}
