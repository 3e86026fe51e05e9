/** The whole page on a fake Daypass, and the hands and eyes of a person on it. */
import { act, cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { App } from '../../renderer/App.tsx';
import { FakeDaypass } from '../fakes/daypass-api.ts';

afterEach(cleanup);

export async function show(world?: ConstructorParameters<typeof FakeDaypass>[0]) {
  const daypass = new FakeDaypass(world);
  const user = userEvent.setup();
  await act(async () => {
    render(<App api={daypass.api} />);
  });
  return { daypass, user };
}
