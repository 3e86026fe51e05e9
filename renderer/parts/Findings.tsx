/** Lines of git's configuration that stand in the way: why, what to do, and where they are. */
import type { Finding } from '../../electron/core/git/config/config-findings.ts';
import { useDaypass } from './daypass-context.ts';

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { texts } = useDaypass();
  return (
    <section>
      <h2>{texts.doctor.inTheWay}</h2>
      <ul className="findings">
        {findings.map(({ code, origin, value }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same line can stand in a file twice
          <li key={i} className="finding">
            <p className="finding-cause">{texts.findings[code].cause}</p>
            <p>{texts.findings[code].fix}</p>
            <code>{value}</code>
            <span className="row-hint">{origin.replace(/^file:/, '')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
