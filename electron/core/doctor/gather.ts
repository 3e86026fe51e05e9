import { failure, failureOf } from '../base/failure.ts';
import type { Timer } from '../base/time.ts';
import type { Fact, Facts, Probes, Terminal } from './facts.ts';

/** Longer than any probe takes that answers at all: a keyring that is being unlocked, a git on a cold disk. */
const LIMIT_MS = 10_000;

/**
 * Asks all probes at once, each for as long as the limit at most. `heard` gets what is known so far: at first nothing, then
 * more after each answer. Never rejects.
 */
export async function gather(
  probes: Probes,
  timer: Timer,
  heard: (facts: Facts) => void = () => {},
  terminal: Terminal = null,
): Promise<Facts> {
  const names = Object.keys(probes) as (keyof Probes)[];
  const asking: Fact<never> = { known: false, why: failure('doctor.asking') };
  let facts = Object.fromEntries(names.map((name) => [name, asking])) as unknown as Facts;
  heard(facts);
  const one = async (name: keyof Probes) => {
    const fact = await limited<unknown>(() => probes[name](terminal), timer);
    facts = { ...facts, [name]: fact };
    heard(facts);
  };
  await Promise.all(names.map(one));
  return facts;
}

function limited<T>(probe: () => Promise<T>, timer: Timer): Promise<Fact<T>> {
  return new Promise((resolve) => {
    const late = failure('doctor.no-answer', { seconds: LIMIT_MS / 1_000 });
    const stop = timer.after(LIMIT_MS, () => resolve({ known: false, why: late }));
    const end = (fact: Fact<T>) => {
      stop();
      resolve(fact);
    };
    // A probe that throws at once is as unknown as one that rejects.
    new Promise<T>((answer) => answer(probe())).then(
      (value) => end({ known: true, value }),
      (thrown) => end({ known: false, why: failureOf(thrown) }),
    );
  });
}
