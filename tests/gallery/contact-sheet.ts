/** All pictures on one page of HTML, which is complete in its folder: a row a scene, a column a language and a theme. */
import { LANGUAGES, THEMES } from './gallery.ts';
import type { Scene } from './scene.ts';

export const pictureOf = (scene: Scene, language: string, theme: string) => `${scene.name}-${language}-${theme}.png`;

export function contactSheet(scenes: readonly Scene[]): string {
  const columns = LANGUAGES.flatMap((language) => THEMES.map((theme) => [language, theme] as const));
  const head = columns.map((column) => `<th>${column.join(' · ')}</th>`).join('');
  const rows = scenes.map((scene) => {
    const cells = columns.map(([language, theme]) => {
      const file = pictureOf(scene, language, theme);
      return `<td><a href="${file}"><img src="${file}" width="270" loading="lazy" alt="${scene.name}, ${language}, ${theme}"></a></td>`;
    });
    return `<tr id="${scene.name}"><th>${scene.name}</th>${cells.join('')}</tr>`;
  });
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Daypass: every scene</title>
<style>
  body { margin: 16px; font: 13px system-ui; background: #808080 }
  th, td { padding: 8px; vertical-align: top; text-align: left }
  thead th { position: sticky; top: 0; background: #808080 }
  img { display: block }
</style>
<table><thead><tr><th></th>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
`;
}
