import { LeftOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { INDICATOR_WORDS as W } from '../../words/indicators.ts';
import { IndicatorDetail } from './IndicatorDetail.tsx';
import { IndicatorDrawer } from './IndicatorDrawer.tsx';
import { IndicatorList } from './IndicatorList.tsx';
import { useIndicators } from './useIndicators.ts';
import './indicators.css';

/** 指标: each target of the notice with its numbers of a year, what is met and what is missing. */
export function IndicatorsPage() {
  const page = useIndicators();
  const { answer, years, shown, year, edited } = page;
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={W.hint} />
      <div className="panel row spread" style={{ padding: '8px 12px' }}>
        <div className="row">
          <Button aria-label={W.earlier} icon={<LeftOutlined />} onClick={() => page.setYear(year - 1)} />
          <b data-testid="indicator-year">{year}年</b>
          <Button aria-label={W.later} icon={<RightOutlined />} onClick={() => page.setYear(year + 1)} />
        </div>
        <Button icon={<PlusOutlined />} onClick={() => page.edit('new')} data-testid="add-indicator">
          {W.add}
        </Button>
      </div>
      <ErrorNotice error={answer.error} onRetry={answer.reload} />
      <ErrorNotice error={page.entering.error} onClose={page.entering.clearError} />
      {!answer.data && !answer.error ? <Waiting /> : null}
      {answer.data && years.length === 0 ? <EmptyState title={W.none} next={W.noneHint} /> : null}
      {shown ? (
        <div className="fill indicator-columns">
          <IndicatorList years={years} shown={shown.indicator.id} onShow={page.show} />
          <IndicatorDetail
            key={`${shown.indicator.id} ${year}`}
            year={shown}
            dutyTitle={page.directory.dutyTitle}
            onEnter={page.enter}
            onEdit={() => page.edit(shown.indicator)}
          />
        </div>
      ) : null}
      {edited ? (
        <IndicatorDrawer
          indicator={edited === 'new' ? null : edited}
          taken={years.map(({ indicator }) => indicator.id)}
          duties={page.directory.duties}
          templates={page.directory.templates}
          busy={page.saving.busy}
          error={page.saving.error}
          onSave={page.save}
          onClose={() => page.edit(null)}
        />
      ) : null}
    </div>
  );
}
