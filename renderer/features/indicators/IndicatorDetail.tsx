import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { IndicatorEntry, IndicatorYear } from '../../../electron/contract/indicators.ts';
import { INDICATOR_CADENCES, INDICATOR_WORDS as W } from '../../words/indicators.ts';
import { IndicatorChart } from './IndicatorChart.tsx';
import { ValueTable } from './ValueTable.tsx';

interface IndicatorDetailProps {
  readonly year: IndicatorYear;
  readonly dutyTitle: (id: string) => string;
  readonly onEnter: (entry: IndicatorEntry) => void;
  readonly onEdit: () => void;
}

/** One indicator: what it is, its year as a chart, and every period's numbers to fill in. */
export function IndicatorDetail({ year, dutyTitle, onEnter, onEdit }: IndicatorDetailProps) {
  const { indicator, targetText } = year;
  const { numerator, denominator, duty, source, note, cadence } = indicator;
  const originOf = ({ from }: { readonly from: string }) => (from === 'typed' ? W.typed : W.counted);
  return (
    <div className="indicator-detail" data-testid="indicator-detail">
      <div className="panel" style={{ padding: '10px 12px' }}>
        <div className="row spread">
          <h3 style={{ margin: 0 }}>{indicator.title}</h3>
          <Button size="small" icon={<EditOutlined />} onClick={onEdit}>
            {W.edit}
          </Button>
        </div>
        <div>
          {W.target} <b>{targetText}</b>，{INDICATOR_CADENCES[cadence]}　{W.numerator}：{numerator.title}（
          {originOf(numerator)}）
          {denominator ? `　${W.denominator}：${denominator.title}（${originOf(denominator)}）` : ''}
        </div>
        <div className="muted">
          {W.source} {source}
          {duty ? `　${dutyTitle(duty)}` : ''}
          {note ? `　${note}` : ''}
        </div>
      </div>
      <IndicatorChart year={year} />
      <ValueTable year={year} onEnter={onEnter} />
    </div>
  );
}
