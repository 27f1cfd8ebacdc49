import type { AssessmentScheme } from '../../../electron/contract/assessment.ts';
import { DEDUCTION_SOURCE_WORDS, NOT_APPLICABLE_WORDS, SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import { sumOf } from './resultRows.ts';
import { schemeTotal } from './schemeEdit.ts';
import { type SourceNames, sourceSentence } from './schemeSources.ts';

interface SchemeTableProps {
  readonly scheme: AssessmentScheme;
  readonly names: SourceNames;
}

/** A scheme as the table that an office would print. */
export function SchemeTable({ scheme, names }: SchemeTableProps) {
  const { groups, bonus, bonusMax, deductions, bands, notApplicable } = scheme;
  const total = schemeTotal(scheme);
  return (
    <section className="panel scheme-sheet" aria-label={scheme.title} data-testid="scheme-table">
      <h2>{scheme.title}</h2>
      <p className="muted small">
        {W.source}：{scheme.source === '' ? '（未写）' : scheme.source}
      </p>
      <table className="score-lines">
        <thead>
          <tr>
            <th scope="col">{W.group}</th>
            <th scope="col">{W.item}</th>
            <th scope="col" className="score-points">
              {W.points}
            </th>
            <th scope="col">{W.basis}</th>
            <th scope="col">{W.counting}</th>
          </tr>
        </thead>
        {groups.map(({ id, title, items }) => (
          <tbody key={id}>
            {items.map((item, place) => (
              <tr key={item.id}>
                {place === 0 ? (
                  <th scope="rowgroup" rowSpan={items.length} className="scheme-group">
                    {title}
                    <div className="muted small">{sumOf(items.map(({ points }) => points))} 分</div>
                  </th>
                ) : null}
                <th scope="row">{item.title}</th>
                <td className="score-points">{item.points}</td>
                <td>{item.basis}</td>
                <td>{sourceSentence(item.source, names)}</td>
              </tr>
            ))}
          </tbody>
        ))}
        <tbody>
          <tr className="score-group">
            <th scope="row" colSpan={2}>
              {W.total}
            </th>
            <td className="score-points">{total}</td>
            <td colSpan={2}>{total === 100 ? '' : '折算成 100 分'}</td>
          </tr>
        </tbody>
      </table>
      <dl className="scheme-rules">
        <dt>{W.bonus}</dt>
        <dd>
          {bonus.length === 0
            ? '无'
            : `${bonus.map(({ title, each, max }) => `${title}（${each === null ? '' : `每件 ${each} 分，`}最多 ${max} 分）`).join('；')}。合计最多 ${bonusMax} 分，须有佐证。`}
        </dd>
        <dt>{W.deductions}</dt>
        <dd>
          {deductions.length === 0
            ? '无'
            : `${deductions.map(({ title, each, max, source }) => `${title}（每次 ${each} 分${max === null ? '' : `，最多 ${max} 分`}，${DEDUCTION_SOURCE_WORDS[source.from]}）`).join('；')}。`}
        </dd>
        <dt>{W.notApplicable}</dt>
        <dd>{NOT_APPLICABLE_WORDS[notApplicable]}</dd>
        <dt>{W.bands}</dt>
        <dd>{bands.map(({ title, atLeast }) => `${title} ${atLeast} 分以上`).join('；')}</dd>
      </dl>
    </section>
  );
}
