import { beforeEach, describe, expect, test } from 'vitest';
import { failureOf } from '../../../electron/core/base/failure.ts';
import { AppWorld, drained } from '../../fakes/app-world.ts';
import { wayBack } from '../../fakes/browser-sign-in.ts';

const AT = { session: 'acme', startUrl: 'https://acme.awsapps.com/start', ssoRegion: 'eu-central-1' };

let w: AppWorld;
beforeEach(() => {
  w = new AppWorld();
});
const back = () => w.redirects.answer?.(wayBack(w.browser.opened.at(-1) ?? ''));
const waiting = () => w.app.view().newProfile;

test('the config file’s sessions are listed, but for those that do not say where', async () => {
  w.files.texts.config = `
[sso-session acme]
sso_start_url = ${AT.startUrl}
sso_region = ${AT.ssoRegion}
[sso-session no-region]
sso_start_url = ${AT.startUrl}
[sso-session odd]
sso_start_url = ftp://acme
sso_region = eu-central-1
`;
  expect(await w.app.portals.list()).toEqual([AT]);
});

describe('before there is a profile', () => {
  test('one signs in, and is shown what may be chosen', async () => {
    const done = w.app.portals.signIn(AT);
    await drained();
    expect(waiting()).toMatchObject({ here: w.browser.opened[0], elsewhere: null });
    back();
    await done;
    expect(waiting()).toBeNull();
    expect(await w.app.portals.accounts(AT)).toEqual(w.center.accounts_);
    expect(await w.app.portals.roles(AT, '123456789012')).toEqual(['Admin', 'ReadOnly']);
  });

  test('another device is added as for a profile', async () => {
    w.center.deviceAnswers = 1_000;
    const done = w.app.portals.signIn(AT).catch(failureOf);
    await drained();
    await w.app.signIns.elsewhere('new-profile');
    expect(waiting()?.elsewhere?.userCode).toBe('ABCD-EFGH');
    w.app.portals.cancel();
    expect(await done).toMatchObject({ code: 'sign-in.cancelled' });
    expect([waiting(), w.redirects.answer]).toEqual([null, null]);
  });

  test('nothing listens any more when Daypass ends', async () => {
    const done = w.app.portals.signIn(AT).catch(failureOf);
    await drained();
    w.app.stop();
    expect(await done).toMatchObject({ code: 'sign-in.cancelled' });
    expect([waiting(), w.redirects.answer]).toEqual([null, null]);
  });

  test('who begins again waits for the new one alone', async () => {
    const first = w.app.portals.signIn(AT).catch(failureOf);
    await drained();
    const second = w.app.portals.signIn({ ...AT, session: null });
    await drained();
    expect(await first).toMatchObject({ code: 'sign-in.cancelled' });
    expect(waiting()?.here).toBe(w.browser.opened[1]);
    back();
    await second;
    expect([...w.ssoCache.files.keys()]).toContain(AT.startUrl);
  });
});
