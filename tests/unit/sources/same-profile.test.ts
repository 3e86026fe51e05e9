// One source, one profile: what the popover's form saves untouched is what `daypass add` makes.
import { expect, test } from 'vitest';
import { messagesIn } from '../../../electron/core/i18n/messages.ts';
import { choiceOf, EMPTY, errorsOf, withSection } from '../../../renderer/parts/draft.ts';
import { AppWorld, KEY_FILE } from '../../fakes/app-world.ts';

const SERIAL = 'arn:aws:iam::123456789012:mfa/ann';
const role = (name: string, source: string, more = '') =>
  `[profile ${name}]\nrole_arn = arn:aws:iam::210987654321:role/x\nsource_profile = ${source}\n${more}`;
const CONFIG = `
[profile work]
region = eu-west-1
mfa_serial = ${SERIAL}
${role('plain', 'work')}
${role('all', 'work', `region = us-east-1\nmfa_serial = ${SERIAL}2\nexternal_id = shared\nrole_session_name = ann\nduration_seconds = 7200\n`)}
${role('two words', 'work')}
${role('on-ours', 'day-mfa', 'duration_seconds = 7200\n')}
${role('profile.x', 'work')}
`;

test.each(['work', 'plain', 'all', 'two words', 'on-ours', 'profile.x'])('%s', async (name) => {
  const w = new AppWorld();
  w.files.texts = { credentials: KEY_FILE, config: CONFIG };
  await w.command('add', 'work', '--name', 'day-mfa');
  const { list } = await w.app.sources.list();
  const section = list.find((one) => one.name === name) ?? expect.fail();
  const draft = withSection(EMPTY, section, list, w.app.book.profiles);
  expect(errorsOf(draft, w.app.book.profiles, messagesIn('en'))).toEqual({});
  const byForm = choiceOf(draft);
  expect(await w.command('add', name)).toMatchObject({ status: 0 });
  const { id: _, dailyAt: __, ...byCommand } = w.app.book.profiles.at(-1) ?? expect.fail();
  expect(byForm).toEqual(byCommand);
});
