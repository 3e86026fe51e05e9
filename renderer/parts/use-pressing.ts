/** That a button did something is seen, although what it stands beside stays. What only leads elsewhere is seen there. */
import { useState } from 'react';

export function usePressing() {
  const [state, setState] = useState<{ busy: boolean; endedAt: number | null }>({ busy: false, endedAt: null });
  const press = async (run: () => unknown) => {
    const work = run();
    if (!(work instanceof Promise)) return;
    setState({ busy: true, endedAt: null });
    await work;
    setState({ busy: false, endedAt: Date.now() });
  };
  return { ...state, press };
}
