import type { ProfileView } from '../../app/view.ts';
import { countdown } from '../../i18n/countdown.ts';
import { explain } from '../../i18n/messages.ts';
import { fill } from '../../i18n/say.ts';
import type { Call, Command } from './request.ts';

/** The profiles and the time that is left, for people, for programs (`--json`) or names alone (`--names`). */
export const status: Command = {
  usage: '[--json | --names]',
  shape: { words: [0, 0], flags: ['json', 'names'] },
  async run(call) {
    const { profiles } = call.app.view();
    if (call.args.flag('json')) return { stdout: `${JSON.stringify(statusJson(call), null, 2)}\n` };
    if (call.args.flag('names')) return { stdout: profiles.map(({ name }) => `${name}\n`).join('') };
    return { stdout: statusText(call) };
  },
};

const iso = (time: number): string => new Date(time).toISOString();

function statusJson({ app }: Call) {
  const { profiles, shown, waiting } = app.view();
  const now = app.now();
  const nameOf = (id: string | null) => profiles.find((profile) => profile.id === id)?.name ?? null;
  return {
    profiles: profiles.map(({ name, restsOn, region, phase, renewing, expiresAt, identity, failure }) => ({
      name,
      source: restsOn,
      region,
      phase,
      renewing,
      expiresAt: expiresAt === null ? null : iso(expiresAt),
      secondsLeft: expiresAt === null ? 0 : Math.max(0, Math.floor((expiresAt - now) / 1000)),
      account: identity?.account ?? null,
      arn: identity?.arn ?? null,
      failure: failure?.code ?? null,
    })),
    shown: nameOf(shown),
    waiting: waiting.map(({ repository, region, profile, since }) => {
      return { repository, region, profile: nameOf(profile), since: iso(since) };
    }),
  };
}

function statusText({ app, messages, language }: Call): string {
  const { profiles, waiting } = app.view();
  if (profiles.length === 0) return `${messages.commands.noProfiles}\n${messages.commands.addOne}\n`;
  const now = app.now();
  const width = Math.max(...profiles.map(({ name }) => name.length));
  const line = ({ name, phase, expiresAt, identity, failure }: ProfileView) => {
    const left =
      expiresAt !== null && expiresAt > now ? fill(messages.app.left, { time: countdown(expiresAt - now) }) : '';
    const account = identity ? fill(messages.signIn.account, { account: identity.account }) : '';
    const facts = [messages.app[phase], left, account].filter(Boolean).join(' · ');
    const { cause, fix } = failure ? explain(failure, language) : { cause: '', fix: '' };
    return `${name.padEnd(width)}  ${facts}\n${failure ? `${' '.repeat(width)}  ${cause} ${fix}\n` : ''}`;
  };
  const waits = waiting.map(({ repository }) => `${fill(messages.waiting.title, { repository })}\n`);
  return [...profiles.map(line), ...waits].join('');
}
