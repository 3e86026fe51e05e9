import { expect, test } from 'vitest';
import { REGION } from '../../electron/core/aws/names.ts';
import { messagesIn } from '../../electron/core/i18n/messages.ts';
import { guessRegion } from '../../renderer/parts/guess-region.ts';
import { regionsLike } from '../../renderer/parts/regions-like.ts';

test.each([
  ['Europe/Dublin', 'eu-west-1'],
  ['Europe/London', 'eu-west-2'],
  ['Europe/Vienna', 'eu-central-1'],
  ['Asia/Taipei', 'ap-northeast-1'],
  ['Asia/Singapore', 'ap-southeast-1'],
  ['Australia/Perth', 'ap-southeast-2'],
  ['America/New_York', 'us-east-1'],
  ['America/Argentina/Cordoba', 'sa-east-1'],
  ['UTC', 'us-east-1'],
  ['', 'us-east-1'],
])('in %s one begins with %s', (zone, region) => {
  expect(guessRegion(zone)).toBe(region);
});

/** In each of them AWS answers every account. */
const ALWAYS_ON =
  /^(ap-(northeast-[123]|south-1|southeast-[12])|ca-central-1|eu-(central-1|north-1|west-[123])|sa-east-1|us-(east|west)-[12])$/;

test('no place in the world begins with a region that has to be turned on first', () => {
  for (const zone of Intl.supportedValuesOf('timeZone')) expect(guessRegion(zone)).toMatch(ALWAYS_ON);
});

test.each(['en', 'zh-TW'] as const)('in %s every region has a name of its own, by which it is found', (language) => {
  const { regions } = messagesIn(language);
  expect(new Set(Object.values(regions)).size).toBe(Object.keys(regions).length);
  for (const [code, name] of Object.entries(regions)) {
    expect(code).toMatch(REGION);
    expect(regionsLike(name, regions)).toEqual([code]);
    expect(regionsLike(code, regions)).toContain(code);
  }
  expect(regionsLike('', regions)).toEqual(Object.keys(regions));
  expect(regionsLike('nowhere', regions)).toEqual([]);
});

test.each([
  ['愛爾', ['eu-west-1']],
  ['台北', ['ap-east-2']],
  ['美國西部', ['us-gov-west-1', 'us-west-1', 'us-west-2']],
])('%s finds %j', (typed, found) => {
  expect(regionsLike(typed, messagesIn('zh-TW').regions)).toEqual(found);
});
