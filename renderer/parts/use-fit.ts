/** Tells the window how high the page is, whenever that changes; while it is hidden too, so that it opens as it stays. */
import { useEffect, useRef } from 'react';
import { useAtOnce } from './daypass-context.ts';

export function useFit() {
  const { api } = useAtOnce();
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    let told = 0;
    const measure = () => {
      // All above it, and what stands under it, is as high as it is.
      const screen = element.parentElement;
      const foot = screen?.nextElementSibling?.getBoundingClientRect().height ?? 0;
      const height = Math.ceil(element.getBoundingClientRect().height + (screen?.offsetTop ?? 0) + foot);
      if (height === told) return;
      told = height;
      void api.fitPage({ height });
    };
    // A hidden page is laid out for nobody, so no ResizeObserver hears of it there.
    const changes = new MutationObserver(measure);
    changes.observe(element, { subtree: true, childList: true, characterData: true, attributes: true });
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    measure();
    return () => {
      changes.disconnect();
      sizes.disconnect();
    };
  }, [api]);
  return content;
}
