/** What is lived through on each desktop, in this order, in one home: by hand, but for what is the same on all of them. */
import { until } from './daypass-life.ts';
import type { DesktopLife } from './desktop-life.ts';
import { type Scene, told } from './scene.ts';

type Window = Awaited<ReturnType<DesktopLife['window']>>;

/** For a person to judge beside the picture. */
const placeOf = (window: Window) =>
  window ? `${window.width} × ${window.height} at ${window.x}, ${window.y}` : 'nowhere';

/** The first click shows the popover, whatever was there before it. */
const clicksWork = async (life: DesktopLife): Promise<boolean> => {
  for (const visible of [true, false, true]) {
    await life.clickIcon();
    if (!(await life.windowIs(visible))) return false;
  }
  return true;
};

const late: Scene<DesktopLife> = {
  name: 'started before the panel, which then comes',
  async play(life, picture) {
    await life.launch();
    const meanwhile = await life.windowIs(true);
    const pictures = [await picture('no panel')];
    await life.desktop.startPanel();
    const icon = await life.hasIcon();
    pictures.push(await picture('panel'));
    const clicked = await clicksWork(life);
    pictures.push(await picture('clicked'));
    const facts = {
      'a window meanwhile': meanwhile,
      'the icon comes with the panel': icon,
      'clicks open the popover, close it, and open it': clicked,
    };
    return told(facts, placeOf(await life.window()), pictures);
  },
};

const session: Scene<DesktopLife> = {
  name: 'set up, signed in, cloned, signed out',
  async play(life, picture) {
    await life.setUp();
    const pictures = [await picture('signed in')];
    // Written the moment after.
    const there = await until(async () => life.sessionThere(), 5_000);
    await life.person.daypass(['git', 'setup', '--yes']);
    const cloned = await life.person.git(['clone', life.person.repositoryUrl('hello')]);
    await life.signOut();
    const gone = await until(async () => !life.sessionThere(), 5_000);
    const facts = {
      'the session is in the file': there,
      'git is answered': cloned.status === 0,
      'and it is gone': gone,
    };
    return told(facts, '', pictures);
  },
};

const push: Scene<DesktopLife> = {
  name: 'a push while signed out, and digits typed in a terminal at that moment',
  async play(life, picture) {
    const { hands, notification } = life.desktop;
    const page = await life.page();
    await life.close();
    const codes = life.codesSent();
    const pictures: string[] = [];
    const { pushed, arrived } = await life.pushWhileTyping(async () => pictures.push(await picture('git waits')));
    const field = page.getByRole('textbox', { name: 'MFA code' });
    const unheard = (await field.inputValue()) === '' && life.codesSent() === codes;
    const window = await life.window();
    const box = window?.visible ? await field.boundingBox() : null;
    if (window && box) await hands.clickAt({ x: window.x + box.x + 20, y: window.y + box.y + 20 });
    else if (notification) await hands.clickAt(notification);
    else await life.clickIcon();
    const focused = await life.windowIs(true);
    pictures.push(await picture('clicked'));
    const notified = (await page.getByText('The system doesn’t show notifications').count()) === 0;
    await hands.type(await life.person.aws.freshCode());
    const signedIn = await until(async () => life.sessionThere(), 20_000);
    const goesOn = signedIn && (await pushed).status === 0;
    if (signedIn) await life.signOut();
    const facts = {
      'a notification comes': notified,
      'every digit is in the terminal': arrived,
      'none in Daypass, and no code at AWS': unheard,
      'after a click the window has the keyboard': focused,
      'with a code that is typed there the push goes on': goesOn,
    };
    const came = box ? `opened by itself, ${placeOf(window)}` : 'no window by itself';
    return told(facts, notification || box ? came : `${came}, the icon was clicked`, pictures);
  },
};

const gone: Scene<DesktopLife> = {
  name: 'the panel goes, and comes back',
  async play(life, picture) {
    await life.page();
    await life.close();
    await life.desktop.endPanel();
    const window = await life.windowIs(true, false);
    const pictures = [await picture('panel gone')];
    await life.desktop.startPanel();
    const icon = await life.hasIcon();
    const goes = await life.windowIs(false);
    const clicked = await clicksWork(life);
    pictures.push(await picture('panel back'));
    const facts = { 'the icon is back': icon && goes, 'clicks are heard': clicked };
    return told(facts, window ? 'a window meanwhile' : 'no window meanwhile', pictures);
  },
};

const there: Scene<DesktopLife> = {
  name: 'started with the panel there',
  async play(life, picture) {
    await life.quit();
    await life.launch();
    await life.icon();
    const clicked = await clicksWork(life);
    return told({ 'clicks are heard': clicked }, '', [await picture('clicked')]);
  },
};

export const DESKTOP_SCENES: readonly Scene<DesktopLife>[] = [late, session, push, gone, there];
