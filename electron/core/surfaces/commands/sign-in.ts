import { Secret } from '../../base/secret.ts';
import { countdown } from '../../i18n/countdown.ts';
import { fill } from '../../i18n/say.ts';
import type { ProfileSettings } from '../../settings/settings.ts';
import { factsOf } from '../../sources/ways-in.ts';
import { isLiving, profileOf, viewOf } from './profile-of.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';
import { told } from './told.ts';

/**
 * Signs in with a code, given or from standard input, or without one where that takes none; with the browser, here or on
 * another device. Otherwise a person types the code into the popover, and this waits until all is written. A session that
 * is there already is left as it is.
 */
export const signIn: Command = {
  usage: '[PROFILE] [--code N | --code - | --remote | --answer -]',
  shape: { words: [0, 1], options: ['code', 'answer'], flags: ['remote'] },
  async run(call) {
    const { app, args, input } = call;
    const profile = profileOf(call, args.words[0] ?? null);
    const given = (name: string): Secret<string> | null => {
      const text = args.option(name);
      return text === null ? null : new Secret((text === '-' ? input : text).replace(/\s/g, ''));
    };
    const { answerOnLine } = call.messages.commands;
    if (![null, '-'].includes(args.option('answer'))) {
      throw new Refusal(2, answerOnLine, usageOf('sign-in', signIn, call.messages));
    }
    const [code, answer] = [given('code'), given('answer')];
    if (answer) await app.signIns.finishElsewhere(profile.id, answer);
    else if (args.flag('remote')) return beginElsewhere(call, profile);
    else if (code) await app.signIns.withCode(profile.id, code);
    else if (isLiving(viewOf(call, profile))) {
      const { alreadySignedIn, alreadyWithoutCode } = call.messages.commands;
      return { stdout: leftLine(call, profile, factsOf(profile).typesCode ? alreadySignedIn : alreadyWithoutCode) };
    } else await signInHere(call, profile);
    return { stdout: leftLine(call, profile, call.messages.commands.signedIn) };
  },
};

async function signInHere({ app, signal }: Call, profile: ProfileSettings): Promise<void> {
  if (!app.signIns.needsPerson(profile.id)) return app.signIns.withoutCode(profile.id);
  if (factsOf(profile).usesBrowser) {
    // Nobody is left waiting for a browser when the terminal has gone.
    const cancel = () => app.sessions.cancel(profile.id);
    signal.addEventListener('abort', cancel, { once: true });
    return app.signIns.anew(profile.id).finally(() => signal.removeEventListener('abort', cancel));
  }
  await app.serving.waitForSession(profile.id, signal);
  await app.sessions.delivered(profile.id);
}

/**
 * Shows where to go. On a terminal the script asks for the text that comes of it; otherwise it is given by `--answer -`.
 * Where a code is compared there, nothing comes back, and the script waits until the person says that it is done.
 */
async function beginElsewhere(call: Call, profile: ProfileSettings): Promise<Partial<CommandReply>> {
  const { app, messages } = call;
  const { notInBrowser, notInBrowserFix, openThere, pasteThen, pasteHere } = messages.commands;
  const names = { profile: profile.name };
  if (!factsOf(profile).usesBrowser) throw new Refusal(2, fill(notInBrowser, names), fill(notInBrowserFix, names));
  const waiting = await app.signIns.beginElsewhere(profile.id);
  if (!waiting) return { stdout: leftLine(call, profile, messages.commands.signedIn) };
  const { address = '', userCode: code = null } = waiting.elsewhere ?? {};
  if (code !== null) {
    const { compareThen, compareHere } = messages.commands;
    return {
      stdout: `${address}\n${code}\n`,
      stderr: told(openThere, fill(compareThen, { ...names, code })),
      read: fill(compareHere, { code }),
    };
  }
  return { stdout: `${address}\n`, stderr: told(openThere, fill(pasteThen, names)), read: pasteHere };
}

function leftLine(call: Call, profile: ProfileSettings, text: string): string {
  const { expiresAt } = viewOf(call, profile);
  const time = countdown(expiresAt === null ? 0 : expiresAt - call.app.now());
  return `${fill(text, { profile: profile.name, time })}\n`;
}
