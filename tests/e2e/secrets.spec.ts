// No secret where it must not be: looked for in every command line, environment, output and in the renderer's memory
// while Daypass signs in and git clones.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, openPopover, setUpAndSignIn, setUpGit, test } from './fixture.ts';
import { watchProcesses } from './watch-processes.ts';

test('command lines, environments, outputs and the renderer hold no secret', async ({ person, desktop, app }) => {
  const output: string[] = [];
  app.electron.process().stdout?.on('data', (chunk) => output.push(String(chunk)));
  app.electron.process().stderr?.on('data', (chunk) => output.push(String(chunk)));
  const watching = watchProcesses();
  const page = await openPopover(desktop, app);
  await setUpAndSignIn(page, person);
  await setUpGit(page);
  const clone = await person.git(['clone', person.repositoryUrl('hello')]);
  expect(clone.status).toBe(0);
  await person.daypass(['status']);
  const processes = watching.stop();

  const written = person.readCredentials();
  const value = (key: string) => new RegExp(`\\[work-mfa\\][^[]*${key} = (\\S+)`).exec(written)?.[1] as string;
  const secrets = [
    person.aws.user.secretAccessKey,
    value('aws_secret_access_key'),
    value('aws_session_token'),
    /Bearer (\S+?)"/.exec(readFileSync(join(person.home, '.daypass/agent.curl'), 'utf8'))?.[1] as string,
  ];
  const session = await page.context().newCDPSession(page);
  const heap: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => heap.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot');
  const places = { processes, output: output.join(''), git: clone.stderr + clone.stdout, heap: heap.join('') };
  expect(places.heap.length).toBeGreaterThan(100_000);
  for (const [place, text] of Object.entries(places)) {
    for (const [i, secret] of secrets.entries()) {
      expect(secret, `secret ${i} was found to look for`).toBeTruthy();
      expect(text.includes(secret), `secret ${i} in ${place}`).toBe(false);
    }
  }
});

test('a page that is not ours cannot call', async ({ desktop, app }) => {
  const page = await openPopover(desktop, app);
  await page.evaluate(() => {
    location.href = 'https://example.com/';
  });
  expect(page.url()).toMatch(/^app:\/\/daypass\//);
  expect(await page.evaluate(() => 'require' in window || 'process' in window)).toBe(false);
  const refused = await page.evaluate(() =>
    (window as never as { daypass: { signIn(input: unknown): Promise<unknown> } }).daypass.signIn({ profile: 7 }),
  );
  expect(refused).toMatchObject({ ok: false, failure: { code: 'input.invalid' } });
});
