/** The page's own pictures, drawn in the text's colour. They say nothing that text beside them does not. */
const PATHS = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  down: 'm5.5 8 4.5 4.5L14.5 8',
  check: 'm4.5 10.5 3.5 3.5 7.5-8',
  close: 'm5.5 5.5 9 9m0-9-9 9',
  more: 'M5 10h.1M10 10h.1M15 10h.1',
  plus: 'M10 4.5v11M4.5 10h11',
  copy: 'M7.5 7.5h8v8h-8zM12.5 7.5v-3h-8v8h3',
  renew: 'M15.5 8.5A6 6 0 0 0 5 6.6L4 8m.5 3.5A6 6 0 0 0 15 13.4l1-1.4M4 4.5V8h3.5M16 15.5V12h-3.5',
  leave: 'M8.5 4.5h-4v11h4M12.5 6.5 16 10l-3.5 3.5M15.5 10h-8',
  broom: 'm15.5 4.5-5 5.5M7.5 8.5l4 3.5c0 2-1.5 3.5-4 3.5h-3c1.5-1.5 1.5-5 3-7Z',
  branch:
    'M6 7v6m0-2.5c6 0 8-.5 8-3.5M6 7a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm0 9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Zm8-9a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z',
  terminal: 'M3.5 5h13v10h-13zM6 8l2.5 2L6 12M10 12.5h3.5',
  key: 'M9.5 10.5a3 3 0 1 0-4.2 4.2 3 3 0 0 0 4.2-4.2Zm0 0 6-6M13 7l2 2',
  clock: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM10 6.5V10l2.5 1.5',
  info: 'M10 16.5a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM10 9.5v4M10 6.8v.1',
  error: 'M7.2 3.5h5.6l3.7 3.7v5.6l-3.7 3.7H7.2l-3.7-3.7V7.2ZM7.8 7.8l4.4 4.4m0-4.4-4.4 4.4',
  warning: 'M10 3.8 17 16H3l7-12.2ZM10 8.5V12M10 13.9v.1',
  picture: 'M3.5 4.5h13v11h-13zM7.4 9a1.2 1.2 0 1 0 0-2.4 1.2 1.2 0 0 0 0 2.4ZM4 14l3.5-3 2.5 2 3-3.5 3.5 4',
  pass: 'M3.5 6.5h13v2.2a1.4 1.4 0 0 0 0 2.6v2.2h-13v-2.2a1.4 1.4 0 0 0 0-2.6V6.5ZM12 6.5v1.2m0 1.7v1.2m0 1.7v1.2',
  doctor: 'M3.5 10.5h3l2-5 3 9 2-4h3',
  settings:
    'M4 6h6m4 0h2M4 14h2m4 0h6M12 6m-1.8 0a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0M8 14m-1.8 0a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
