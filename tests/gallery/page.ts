/**
 * In place of the preload script: the page finds a Daypass in the scene that its address names, in the language that it
 * names, at a time that stands still.
 */
import type { Language } from '../../electron/core/i18n/words.ts';
import { FakeDaypass } from '../fakes/daypass-api.ts';
import { NOW } from './scene.ts';
import { SCENES } from './scenes.ts';

globalThis.Date = new Proxy(Date, {
  construct: (of, given) => (given.length > 0 ? Reflect.construct(of, given) : new of(NOW)),
  get: (of, key) => (key === 'now' ? () => NOW : Reflect.get(of, key)),
});

const wanted = new URLSearchParams(location.search);
const language = wanted.get('language') as Language;
const scene = SCENES.find(({ name }) => name === wanted.get('scene'));
if (scene) {
  // It counts while there is no view.
  Object.defineProperty(navigator, 'languages', { value: [language] });
  const { world = {} } = scene;
  const daypass = new FakeDaypass({ ...world, view: { ...world.view, language } });
  scene.before?.(daypass);
  /** The height that the page has asked for last. */
  const asked = () => {
    const last = daypass.calls.findLast(({ name }) => name === 'fitPage')?.input as { height: number } | undefined;
    return last?.height ?? null;
  };
  Object.assign(window, { daypass: daypass.api, asked });
}
