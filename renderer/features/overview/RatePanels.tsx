import { Link } from 'react-router';
import type { Overview } from '../../../electron/contract/overview.ts';
import type { RateRow, Rates } from '../../../electron/contract/status.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { periodTitle } from '../../parts/periods.ts';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';
import { rateText } from '../../words.ts';

interface RatePanelsProps {
  readonly overview: Pick<Overview, 'records' | 'recordsWithErrors'>;
  readonly month: Period;
  /** Null: nobody knows which weeks the month holds; undefined: on their way. */
  readonly rates: Rates | null | undefined;
}

/** The three rates against their target of 100 % (notice 一（一）), and the records with errors. */
export function RatePanels({ overview, month, rates }: RatePanelsProps) {
  const title = periodTitle(month);
  return (
    <div className="overview-rates">
      <ThreeRates title={title} total={rates === null ? null : rates?.total} />
      <section className="panel" data-testid="overview-records">
        <div className="muted">{W.records}</div>
        <div className="overview-figure">{overview.records}</div>
        <div className="row spread small">
          <span className={overview.recordsWithErrors > 0 ? 'overview-bad' : 'muted'}>
            {overview.recordsWithErrors > 0 ? `${overview.recordsWithErrors} 条有错误` : '没有错误'}
          </span>
          {overview.recordsWithErrors > 0 && <Link to="/records?compliant=no&all=1">{W.toRecords}</Link>}
        </div>
      </section>
    </div>
  );
}

interface ThreeRatesProps {
  readonly title: string;
  /** As the rates. */
  readonly total: RateRow | null | undefined;
}

function ThreeRates({ title, total }: ThreeRatesProps) {
  return (
    <>
      <RatePanel
        testId="rate-report"
        name={`${title}上报率`}
        rate={total?.reportRate ?? null}
        facts={factsOf(total, ({ met, expected, late }) => `已报 ${met} / 应报 ${expected}，迟报 ${late}`)}
      />
      <RatePanel
        testId="rate-compliance"
        name={`${title}合规率`}
        rate={total?.complianceRate ?? null}
        facts={factsOf(total, ({ compliant, records }) => `合规 ${compliant} / 收到 ${records} 条`)}
      />
      <RatePanel
        testId="rate-timeliness"
        name={`${title}及时率`}
        rate={total?.timelinessRate ?? null}
        facts={factsOf(total, timelinessFacts)}
      />
    </>
  );
}

function factsOf(total: ThreeRatesProps['total'], facts: (total: RateRow) => string): string {
  if (total === undefined) return W.counting;
  return total === null ? W.yearUnknown : facts(total);
}

function timelinessFacts({ timely, clocked }: RateRow): string {
  return timely === null ? '没有计时的记录' : `及时 ${timely} / 计时 ${clocked} 条`;
}

interface RatePanelProps {
  readonly testId: string;
  readonly name: string;
  readonly rate: number | null;
  readonly facts: string;
}

function RatePanel({ testId, name, rate, facts }: RatePanelProps) {
  const full = rate === 100;
  return (
    <section className="panel" data-testid={testId}>
      <div className="row spread">
        <span className="muted">{name}</span>
        <span className="muted small" title="与 100% 相差">
          {rate === null ? '' : full ? '✓ 达到 100%' : `差 ${(100 - rate).toFixed(2)} 个百分点`}
        </span>
      </div>
      <div className="row spread overview-rate">
        <span className={full || rate === null ? 'overview-figure' : 'overview-figure overview-bad'}>
          {rateText(rate)}
        </span>
        <span className="muted small">{facts}</span>
      </div>
      <div className="overview-track" aria-hidden>
        <div className={full ? 'full' : ''} style={{ width: `${rate ?? 0}%` }} />
      </div>
    </section>
  );
}
