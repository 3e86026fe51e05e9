// @vitest-environment jsdom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import { readDigits } from '../../renderer/parts/read-digits.ts';
import { FORGET_AFTER_MS } from '../../renderer/parts/use-forget.ts';
import { show } from './show.tsx';

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'MFA code' });
const boxes = () => [...document.querySelectorAll('.code-box')].map((box) => box.textContent).join('');

describe('readDigits', () => {
  test.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    ['123-456\n', '123456'],
    ['Your code is 123456.', '123456'],
    ['１２３４５６', '123456'],
    ['一二三', ''],
    ['', ''],
  ])('%j → %j', (text, digits) => expect(readDigits(text)).toBe(digits));
});

describe('the code field', () => {
  test('has the focus and hands six typed digits up by itself, once', async () => {
    const { daypass, user } = await show();
    expect(document.activeElement).toBe(field());
    await user.keyboard('123456');
    expect(daypass.called('signIn')).toEqual([{ profile: 'p1', code: '123456' }]);
  });

  test('of a window that nobody has clicked in takes no digit, typed or pasted, and says so', async () => {
    const { daypass, user } = await show({ view: { takesKeys: false } });
    await user.keyboard('123456');
    await user.paste('123456');
    expect([field().value, daypass.called('signIn')]).toEqual(['', []]);
    expect(screen.getByText(/Click here before you type/)).toBeTruthy();
  });

  test('keeps nothing of a code that it has handed up', async () => {
    const { user } = await show({ slow: true });
    await user.keyboard('123456');
    expect(field().value).toBe('');
    expect(boxes()).toBe('');
    expect(document.body.innerHTML).not.toContain('123456');
  });

  test('takes digits only, and says so', async () => {
    const { daypass, user } = await show();
    await user.keyboard('12ㄅ');
    expect(screen.getByText(/Digits only/)).toBeTruthy();
    await user.keyboard('3');
    expect(screen.queryByText(/Digits only/)).toBeNull();
    expect(field().value).toBe('123');
    expect(boxes()).toBe('123');
    expect(daypass.called('signIn')).toEqual([]);
  });

  test.each(['654 321', 'code: 654-321', '６５４３２１'])('a pasted %j is a code', async (text) => {
    const { daypass, user } = await show();
    await user.keyboard('12');
    await user.paste(text);
    expect(daypass.called('signIn')).toEqual([{ profile: 'p1', code: '654321' }]);
  });

  test('more than six pasted digits are refused and said, never cut', async () => {
    const { daypass, user } = await show();
    await user.paste('1234567');
    expect(daypass.called('signIn')).toEqual([]);
    expect(field().value).toBe('');
    expect(screen.getByText(/more than six digits/)).toBeTruthy();
    await user.keyboard('1');
    expect(screen.queryByText(/more than six digits/)).toBeNull();
  });

  test('more than six filled in at once are refused too', async () => {
    const { daypass } = await show();
    fireEvent.input(field(), { target: { value: '1234567' } });
    expect(daypass.called('signIn')).toEqual([]);
    expect(field().value).toBe('');
  });

  test('a part of a code that is pasted is added to what was typed', async () => {
    const { daypass, user } = await show();
    await user.keyboard('123');
    await user.paste('456');
    expect(daypass.called('signIn')).toEqual([{ profile: 'p1', code: '123456' }]);
  });

  test('what an input method composes is taken when it is done', async () => {
    const { daypass } = await show();
    fireEvent.compositionStart(field());
    fireEvent.input(field(), { target: { value: '１２３４５６' }, isComposing: true });
    expect(daypass.called('signIn')).toEqual([]);
    fireEvent.compositionEnd(field());
    expect(daypass.called('signIn')).toEqual([{ profile: 'p1', code: '123456' }]);
  });

  test('Sign in with fewer than six digits says what a code is', async () => {
    const { daypass, user } = await show();
    await user.keyboard('123{Enter}');
    expect(screen.getByText('A code is six digits.')).toBeTruthy();
    expect(daypass.called('signIn')).toEqual([]);
    expect(field().value).toBe('123');
  });

  test('a refused code leaves it empty, shaken and focused', async () => {
    const { user } = await show();
    await user.keyboard('000111');
    await screen.findByText(/AWS didn’t accept the code/);
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
    expect(document.querySelector('.code-boxes[data-shaking]')).toBeTruthy();
  });

  test('while AWS is asked it is closed, and can be cancelled', async () => {
    const { daypass, user } = await show({ slow: true });
    await user.keyboard('123456');
    expect(field().disabled).toBe(true);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await screen.findByText('The sign-in was cancelled.');
    expect(daypass.called('cancelSignIn')).toEqual([{ profile: 'p1' }]);
    await waitFor(() => expect(document.activeElement).toBe(field()));
  });

  test('forgets what was typed when the window was left for a minute', async () => {
    const { user } = await show();
    await user.keyboard('123');
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      fireEvent.blur(window);
      act(() => vi.advanceTimersByTime(FORGET_AFTER_MS - 1));
      expect(field().value).toBe('123');
      act(() => vi.advanceTimersByTime(1));
      expect(field().value).toBe('');
      expect(boxes()).toBe('');
    } finally {
      vi.useRealTimers();
    }
  });
});
