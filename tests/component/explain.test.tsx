// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { FORGET_AFTER_MS } from '../../renderer/parts/use-forget.ts';
import { someProfile } from '../fakes/daypass-samples.ts';
import { goTo, show } from './show.tsx';

const FORBIDDEN =
  "fatal: unable to access 'https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/app/': The requested URL returned error: 403";
const EXPIRED =
  'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired.';
const field = () => screen.getByLabelText<HTMLTextAreaElement>('Error message');

async function open(world?: Parameters<typeof show>[0]) {
  const shown = await show(world);
  await goTo(shown.user, 'doctor');
  await shown.user.click(screen.getByRole('button', { name: 'Explain an error message' }));
  const paste = async (text: string) => {
    await shown.user.click(field());
    await shown.user.paste(text);
  };
  return { ...shown, paste };
}

describe('an error message', () => {
  test('is explained as it is pasted, with its words', async () => {
    const { paste } = await open();
    await paste(`$ git pull\n${FORBIDDEN}\n`);
    expect(screen.getByRole('status').textContent).toBe('Known messages: 1');
    const card = screen.getByRole('article', { name: FORBIDDEN });
    expect(card.textContent).toContain('Repository: app · Region: eu-west-1');
    expect(card.textContent).toContain('What it means');
    expect(card.textContent).toContain('CodeCommit refused git’s password');
  });

  test('what this computer shows of it stands first, and its button mends it', async () => {
    const stale = {
      store: 'libsecret',
      host: 'h',
      path: null,
      user: 'ASIA…',
      kind: 'temporary',
      outcome: 'found',
      storedAt: null,
    } as const;
    const { paste, user } = await open({ stale: [stale] });
    await paste(FORBIDDEN);
    const texts = screen.getAllByRole('alert').map((box) => box.textContent);
    expect(texts[0]).toContain('Expired CodeCommit passwords are stored where git looks for them: 1.');
    expect(texts.at(-1)).toContain('CodeCommit refused git’s password');
    const [button] = screen.getAllByRole('button', { name: 'Clear keychain entries' });
    await user.click(button as HTMLElement);
    expect(screen.getByRole('heading', { name: 'Clear keychain entries' })).toBeTruthy();
  });

  test('an ended session leads to the code field, by the keyboard alone', async () => {
    const { paste, user } = await open({ view: { profiles: [someProfile({ name: 'work-mfa' })] } });
    await paste(EXPIRED);
    expect(screen.getByText('Profile work-mfa isn’t signed in.')).toBeTruthy();
    await user.tab();
    expect(document.activeElement?.textContent).toBe('Sign in');
    await user.keyboard('{Enter}');
    expect(screen.queryByLabelText('Error message')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'MFA code' }));
  });

  test('several are several cards, and an emptied field has none', async () => {
    const { paste, user } = await open();
    await paste(`${EXPIRED}\n${FORBIDDEN}`);
    expect(screen.getAllByRole('article')).toHaveLength(2);
    await user.clear(field());
    expect(screen.queryByRole('article')).toBeNull();
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('that nobody knows is said to be unknown, and comes back without its secrets', async () => {
    const { paste } = await open();
    await paste('lp0 on fire\npassword=hunter2');
    expect(screen.getByRole('status').textContent).toBe('Daypass doesn’t know this message.');
    expect(screen.getByLabelText<HTMLTextAreaElement>('Text without secrets').value).toBe('lp0 on fire\npassword=…');
  });

  test('of a megabyte and more the end is looked through', async () => {
    const { daypass } = await open();
    const text = `${'x'.repeat(1_048_576)}\n${EXPIRED}`;
    fireEvent.change(field(), { target: { value: text } });
    await waitFor(() => screen.getByRole('article'));
    expect((daypass.called('explainError').at(-1) as { text: string }).text).toHaveLength(1_048_576);
  });
});

describe('nothing of it stays', () => {
  test('once the screen was left', async () => {
    const { paste, user } = await open();
    await paste(`password=hunter2 ${EXPIRED}`);
    await user.click(screen.getByRole('button', { name: 'Back' }));
    expect(document.body.innerHTML).not.toContain('hunter2');
    await user.click(screen.getByRole('button', { name: 'Explain an error message' }));
    expect([field().value, screen.queryByRole('article')]).toEqual(['', null]);
  });

  test('once the window has been without the focus for a minute', async () => {
    const { paste } = await open();
    await paste(EXPIRED);
    vi.useFakeTimers();
    try {
      window.dispatchEvent(new Event('blur'));
      await act(async () => vi.advanceTimersByTime(FORGET_AFTER_MS));
    } finally {
      vi.useRealTimers();
    }
    expect([field().value, screen.queryByRole('article')]).toEqual(['', null]);
  });
});
