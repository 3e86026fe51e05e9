import { expect, test } from 'vitest';
import { placeIn } from '../../renderer/parts/place-in.ts';

test.each([
  ['#stale', { at: 'stale' }],
  ['#doctor', { at: 'doctor' }],
  ['#main', { at: 'main' }],
  ['#key:p1', { at: 'key', profile: 'p1' }],
  ['#setup:p1', { at: 'setup', profile: 'p1' }],
  ['#setup', { at: 'setup', profile: null }],
  ['#git', { at: 'git', change: 'set-up' }],
  ['#git:undo', { at: 'git', change: 'undo' }],
  ['#git:anything', { at: 'git', change: 'set-up' }],
  ['#mend:git-lines,nothing,git-set-up', { at: 'mend', names: ['git-set-up', 'git-lines'] }],
  ['#nowhere', null],
  ['', null],
])('the hash %j names %j', (hash, place) => {
  expect(placeIn(hash)).toEqual(place);
});
