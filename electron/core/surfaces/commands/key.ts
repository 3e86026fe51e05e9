import type { RotationView } from '../../app/view.ts';
import { FailureError } from '../../base/failure.ts';
import { explain } from '../../i18n/messages.ts';
import { fill } from '../../i18n/say.ts';
import { sayKey } from '../../i18n/say-key.ts';
import type { KeyStatus } from '../../keys/rotation/key-status.ts';
import { ownKeyOf } from '../../sources/ways-in.ts';
import { profileOf } from './profile-of.ts';
import { type Call, type Command, type CommandReply, Refusal, usageOf } from './request.ts';
import { told } from './told.ts';

type Deed = (call: Call, source: string) => Promise<Partial<CommandReply>>;

/** The long-term key of a profile's source: how old it is, a new one in its place, and the way back. */
export const key: Command = {
  usage: 'status|rotate|undo|delete-old|delete-other [PROFILE] [--json]',
  shape: { words: [1, 2], flags: ['json'] },
  async run(call) {
    const { args, messages } = call;
    const [word = '', profile = null] = args.words;
    const deed = Object.hasOwn(DEEDS, word) ? DEEDS[word] : undefined;
    if (!deed || (args.flag('json') && word !== 'status')) {
      const wrong = deed ? '--json' : word;
      const { wordTooMany } = messages.commands.usage;
      throw new Refusal(2, fill(wordTooMany, { word: wrong }), usageOf('key', key, messages));
    }
    return deed(call, ownKeyOf(profileOf(call, profile)));
  },
};

const DEEDS: Readonly<Record<string, Deed>> = {
  async status(call, source) {
    const status = await call.app.rotations.status(source);
    const rotation = rotationOf(call, source);
    const stdout = call.args.flag('json')
      ? `${JSON.stringify({ source, ...status, rotation }, null, 2)}\n`
      : statusText(call, source, status, rotation);
    // What AWS could not be asked is known, and is no news.
    return { status: status.why && status.why.code !== 'rotation.signed-out' ? 1 : 0, stdout };
  },
  async rotate(call, source) {
    const before = rotationOf(call, source);
    await call.app.rotations.rotate(source, call.signal);
    const now = rotationOf(call, source);
    const { undone, deletedOld } = call.messages.rotation;
    // What it went on with was another word's.
    const ended = before?.step === 'undo' ? fill(undone, { source }) : deletedOld;
    return { stdout: `${now ? rotationText(call, now).join('\n') : ended}\n` };
  },
  async undo(call, source) {
    await call.app.rotations.undo(source, call.signal);
    return { stdout: `${fill(call.messages.rotation.undone, { source })}\n` };
  },
  async 'delete-old'(call, source) {
    await call.app.rotations.deleteOld(source, call.signal);
    return { stdout: `${call.messages.rotation.deletedOld}\n` };
  },
  async 'delete-other'({ app, messages }, source) {
    const { keys, why } = await app.rotations.status(source);
    const other = keys?.find(({ used }) => !used);
    if (why) throw FailureError.of(why);
    if (!other) return { status: 1, stderr: told(messages.rotation.noOther) };
    await app.rotations.changeOther(source, other.key, 'delete');
    return { stdout: `${fill(messages.rotation.deletedOther, { key: other.key })}\n` };
  },
};

const rotationOf = ({ app }: Call, source: string): RotationView | null =>
  app.view().rotations.find((rotation) => rotation.source === source) ?? null;

function statusText(call: Call, source: string, status: KeyStatus, rotation: RotationView | null): string {
  const { app, messages, language } = call;
  const { keys, why, place, gitCredentials, sshKeys } = status;
  const texts = messages.rotation;
  const known = (keys ?? []).map((one) => {
    const facts = [one.used ? texts.usedHere : texts.notUsedHere, ...sayKey(one, app.now(), messages, language)];
    return `${one.key}  ${facts.join(', ')}`;
  });
  const unknown = why ? Object.values(explain(why, language)).join(' ') : null;
  const without = [
    ...gitCredentials.map((name) => fill(texts.gitCredential, { name })),
    ...sshKeys.map((name) => fill(texts.sshKey, { name })),
  ];
  const lines = [
    fill(messages.key[place], { source }),
    ...(place === 'leaving' ? [messages.key.leavingWhat] : []),
    ...known,
    ...(unknown ? [unknown] : []),
    ...rotationText(call, rotation),
    ...(without.length > 0 ? [`${texts.oldWays}:`, ...without, texts.oldWaysBrief, texts.oldWaysWhat] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function rotationText({ messages, language }: Call, rotation: RotationView | null): readonly string[] {
  if (!rotation) return [];
  const { step, running, failure, oldKey, newKey, deleteAt } = rotation;
  const texts = messages.rotation;
  const why = failure ? [Object.values(explain(failure, language)).join(' ')] : [];
  if (deleteAt !== null) {
    const date = new Date(deleteAt).toISOString().slice(0, 10);
    return [`${fill(texts.rotated, { oldKey, newKey: newKey ?? '' })} ${fill(texts.deletedAt, { date })}`, ...why];
  }
  return [fill(running ? texts.underWay : texts.waits, { step: texts.steps[step] }), ...why];
}
