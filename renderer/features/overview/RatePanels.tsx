import { Link } from 'react-router';
import type { Overview } from '../../../electron/contract/overview.ts';
import type { RateRow } from '../../../electron/contract/status.ts';
import { periodTitle } from '../../parts/periods.ts';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';
import { rateText } from '../../words.ts';

/** The three rates against their target of 100 % (notice 一（一）), and the records with errors. */
export function RatePanels({ overview }: { readonly overview: Overview }) {
  const { rates } = overview;
  const title = periodTitle(overview.month);
  return (
    <div className="overview-rates">
      <ThreeRates title={title} total={rates?.total ?? null} />
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
  /** Null: nobody knows which weeks the month holds. */
  readonly total: RateRow | null;
}

function ThreeRates({ title, total }: ThreeRatesProps) {
  return (
    <>
      <RatePanel
        testId="rate-report"
        name={`${title}上报率`}
        rate={total?.reportRate ?? null}
        facts={total === null ? W.yearUnknown : `已报 ${total.met} / 应报 ${total.expected}，迟报 ${total.late}`}
      />
      <RatePanel
        testId="rate-compliance"
        name={`${title}合规率`}
        rate={total?.complianceRate ?? null}
        facts={total === null ? W.yearUnknown : `合规 ${total.compliant} / 收到 ${total.records} 条`}
      />
      <RatePanel
        testId="rate-timeliness"
        name={`${title}及时率`}
        rate={total?.timelinessRate ?? null}
        facts={timelinessFacts(total)}
      />
    </>
  );
}

function timelinessFacts(total: RateRow | null): string {
  if (total === null) return W.yearUnknown;
  return total.timely === null ? '没有计时的记录' : `及时 ${total.timely} / 计时 ${total.clocked} 条`;
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
