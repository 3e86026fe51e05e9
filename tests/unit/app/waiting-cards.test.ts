import { expect, test } from 'vitest';
import { waitingCards } from '../../../electron/core/app/view.ts';

const git = (id: number, repository: string, profile: string | null) => {
  return { id, repository, region: 'eu-west-1', profile, since: id };
};

test('what one sign-in lets go on is one card, by its oldest; each choice is one of its own', () => {
  const waiting = [git(1, 'a', 'p1'), git(2, 'b', null), git(3, 'c', 'p2'), git(4, 'd', 'p1'), git(5, 'e', null)];
  expect(waitingCards({ waiting })).toEqual([
    { ...git(1, 'a', 'p1'), repositories: ['a', 'd'] },
    { ...git(2, 'b', null), repositories: ['b'] },
    { ...git(3, 'c', 'p2'), repositories: ['c'] },
    { ...git(5, 'e', null), repositories: ['e'] },
  ]);
  expect(waitingCards({ waiting: [] })).toEqual([]);
});
