import { Button } from 'antd';
import type { SchemeVersion } from '../../../electron/contract/assessment.ts';
import { momentText } from '../../parts/periods.ts';
import { SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import type { SchemeChoice } from './useSchemes.ts';

interface VersionListProps {
  readonly versions: readonly SchemeVersion[];
  readonly year: number;
  readonly onLook: (choice: SchemeChoice) => void;
}

/** Who saved which version of the year's scheme, when and why. */
export function VersionList({ versions, year, onLook }: VersionListProps) {
  // Without an own version the one in force stands in its place, from an earlier year or the program.
  const own = versions.filter((one) => one.year === year && one.version > 0);
  return (
    <section className="panel scheme-log" aria-label={W.log}>
      <b>{W.log}</b>
      {own.length === 0 ? <p className="muted">{W.logNone}</p> : null}
      <ol data-testid="scheme-versions">
        {own.map(({ version, scheme, by, at, reason }, place) => (
          <li key={version}>
            <Button type="link" size="small" className="unit-link" onClick={() => onLook(`version ${version}`)}>
              第 {version} 版{place === 0 ? `（${W.inForce}）` : ''}
            </Button>
            <div className="small">{scheme.title}</div>
            <div className="muted small">
              {by} {momentText(at)}
            </div>
            <div>{reason}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
