/** The policy that denies all but MFA: made for a user or a bucket, and checked where one is pasted. */
import { CheckPolicy } from '../parts/CheckPolicy.tsx';
import { useDaypass } from '../parts/daypass-context.ts';
import { MakePolicy } from '../parts/MakePolicy.tsx';
import { Page } from '../parts/Page.tsx';

export function Policy() {
  const { policy } = useDaypass().texts;
  return (
    <Page title={policy.title}>
      <p>{policy.about}</p>
      <CheckPolicy />
      <MakePolicy />
    </Page>
  );
}
