// A person whose browser is a program on the PATH that walks the stand-in's page over HTTP, and writes down what it was given.
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Person } from '../world/person.ts';
import { test as base } from './fixture.ts';

/** Touches the key at once, unless the person takes their time. */
const XDG_OPEN = `#!/bin/sh
printf '%s\\n' "$1" >>"$HOME/opened"
[ -e "$HOME/slow" ] || exec curl -q -s -L --noproxy '*' -d answer=touch "$1" >>"$HOME/pages"
`;

export const test = base.extend({
  person: async ({ person }, use) => {
    const bin = join(person.home, 'bin');
    mkdirSync(bin);
    writeFileSync(join(bin, 'xdg-open'), XDG_OPEN);
    chmodSync(join(bin, 'xdg-open'), 0o755);
    person.env.PATH = `${bin}${delimiter}${person.env.PATH}`;
    await use(person);
  },
});

/** From now on they take their time, and never come back by themselves. */
export const slowly = (person: Person) => writeFileSync(join(person.home, 'slow'), '');

/** The addresses that their browser was given. */
export const opened = (person: Person) => lines(person, 'opened');

/** What it has shown them. */
export const pages = (person: Person) => lines(person, 'pages').join('\n');

function lines(person: Person, name: string): readonly string[] {
  const file = join(person.home, name);
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean) : [];
}

export const button = (page: Page) => page.getByRole('button', { name: 'Sign in with the browser' });
