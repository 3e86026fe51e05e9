/** What was seen in each scene, as rows of a table in a page, and as pictures. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DaypassLife } from './daypass-life.ts';
import type { Hands } from './hands.ts';
import type { Scene, Told } from './scene.ts';

interface Subject {
  readonly name: string;
  version(): string;
}

export class Seen {
  readonly rows: string[] = [];
  failed = 0;
  readonly #pictures: string;

  constructor(pictures: string) {
    this.#pictures = pictures;
  }

  /** Plays it, and says on the terminal what came of it. */
  async play<Life extends DaypassLife>(subject: Subject, scene: Scene<Life>, life: Life, eyes: Pick<Hands, 'picture'>) {
    const picture = async (what: string) => {
      const file = `${subject.name} ${scene.name} ${what}.png`.replace(/[^\w.]+/g, '-');
      await eyes.picture(join(this.#pictures, file));
      return file;
    };
    const told: Told = await scene.play(life, picture).catch(async (thrown) => {
      const seen = String(thrown).split('\n', 1)[0] ?? '';
      const pictures = [await picture('failed')];
      await life.quit();
      return { ok: false, seen, pictures };
    });
    if (!told.ok) this.failed++;
    const cells = [`${subject.name} ${subject.version()}`, scene.name, told.ok ? 'yes' : '**no**', told.seen];
    this.rows.push(`| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`);
    console.log([told.ok ? 'ok ' : 'NOT', `${subject.name}: ${scene.name}: ${told.seen}`, ...told.pictures].join(' '));
  }

  /** Between the page's marks of that name. What was seen of those that did not run now stays. */
  write(page: string, mark: string, subjects: readonly Subject[]): void {
    const region = new RegExp(`(<!-- ${mark} -->\n)([\\s\\S]*?)(<!-- end -->)`);
    const text = readFileSync(page, 'utf8');
    const before = region.exec(text)?.[2]?.split('\n') ?? [];
    const rows = subjects.flatMap(({ name }) => {
      const of = (list: readonly string[]) => list.filter((row) => row.startsWith(`| ${name} `));
      return of(this.rows).length > 0 ? of(this.rows) : of(before);
    });
    const table = ['| with | what was lived through | | seen |', '|---|---|---|---|', ...rows].join('\n');
    writeFileSync(
      page,
      text.replace(region, (_, open, __, close) => `${open}${table}\n${close}`),
    );
  }
}
