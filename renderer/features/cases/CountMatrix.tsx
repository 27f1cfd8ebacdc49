import type { CaseCounts } from '../../../electron/contract/cases.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { periodHolding, periodShort, startOfPeriod, stepPeriod } from '../../parts/periods.ts';
import { CASE_WORDS as W } from '../../words/cases.ts';

interface CountMatrixProps {
  readonly counts: CaseCounts;
  readonly unitName: (id: string) => string;
  readonly onSquare: (unit: string, month: Period) => void;
}

/** Month × unit: how many each handed in, what is over and short marked by colour and sign. */
export function CountMatrix({ counts, unitName, onSquare }: CountMatrixProps) {
  const { months, units, totals, year } = counts;
  if (units.length === 0) return <EmptyState title={W.noUnits} next={W.noUnitsHint} />;
  const sum = totals.reduce((all, count) => all + count, 0);
  const hasQuota = units.some(({ quota }) => quota !== null);
  const shortUnits = units.filter(({ short }) => short.length > 0).length;
  return (
    <>
      <div className="row muted small">
        <span>
          {year} 年共 {sum} 件，{units.length} 个单位
          {shortUnits > 0 ? `，${shortUnits} 个单位有不足` : ''}
        </span>
        {hasQuota ? (
          <span>
            <b className="case-short-sign">{W.short}</b> {W.shortHint}
          </span>
        ) : null}
        <span>{W.countHint}</span>
      </div>
      <div className="fill case-matrix" data-testid="case-counts">
        <table>
          <thead>
            <tr>
              <th className="case-unit">单位</th>
              {months.map((month) => (
                <th key={month}>{periodShort(month)}</th>
              ))}
              <th>全年</th>
              {hasQuota ? (
                <>
                  <th>每期应报</th>
                  <th>不足</th>
                </>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {units.map(({ unit, counts: own, total, quota, short }) => {
              const shortMonths = new Set(short.map(lastMonth));
              return (
                <tr key={unit}>
                  <th className="case-unit" scope="row">
                    {unitName(unit)}
                  </th>
                  {months.map((month, index) => (
                    <Square
                      key={month}
                      count={own[index] ?? 0}
                      isShort={shortMonths.has(month)}
                      label={`${unitName(unit)} ${periodShort(month)}`}
                      onOpen={() => onSquare(unit, month)}
                    />
                  ))}
                  <td className="case-sum">{total}</td>
                  {hasQuota ? (
                    <>
                      <td>{quota ?? '—'}</td>
                      <td className={short.length > 0 ? 'case-short' : ''}>
                        {short.length > 0 ? `${W.short} ${short.length} 期` : ''}
                      </td>
                    </>
                  ) : null}
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th className="case-unit">合计</th>
              {months.map((month, index) => (
                <td key={month}>{totals[index]}</td>
              ))}
              <td className="case-sum">{sum}</td>
              {hasQuota ? (
                <>
                  <td />
                  <td>{shortUnits > 0 ? `${shortUnits} 个单位` : ''}</td>
                </>
              ) : null}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

interface SquareProps {
  readonly count: number;
  readonly isShort: boolean;
  readonly label: string;
  readonly onOpen: () => void;
}

function Square({ count, isShort, label, onOpen }: SquareProps) {
  const text = isShort ? `${W.short}${count > 0 ? ` ${count}` : ''}` : count > 0 ? String(count) : '';
  if (text === '') return <td />;
  return (
    <td className={isShort ? 'case-short' : 'case-some'}>
      <button type="button" aria-label={`${label}：${count} 件${isShort ? '，不足' : ''}`} onClick={onOpen}>
        {text}
      </button>
    </td>
  );
}

/** The month in which a period ends, under which the matrix has it. */
function lastMonth(period: Period): Period {
  return periodHolding('month', startOfPeriod(stepPeriod(period, 1)).subtract(1, 'day'));
}
