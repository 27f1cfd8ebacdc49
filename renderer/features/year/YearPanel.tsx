import { LeftOutlined, PrinterOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented, Select, Space } from 'antd';
import { Link } from 'react-router';
import type { GridCell } from '../../../electron/contract/status.ts';
import { printPage } from '../../api/files.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { yearLink } from '../../parts/links.ts';
import { RefusedNotice } from '../../parts/RefusedNotice.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { YEAR_VIEW_WORDS as W } from '../../words/year.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import type { YearView } from './useYear.ts';
import { YearMatrix } from './YearMatrix.tsx';

interface YearPanelProps {
  readonly view: YearView;
  readonly onOpen: (cell: GridCell) => void;
}

/** 全年: one unit's duties or one duty's units over the twelve months, with the ways to the month, the unit and the duty. */
export function YearPanel({ view, onOpen }: YearPanelProps) {
  const { model, subject, id, year } = view;
  const name = nameOf(view);
  return (
    <div className="status-body">
      <div className="year-bar no-print">
        <Segmented
          aria-label="按单位或事项看全年"
          data-testid="year-subject"
          value={subject}
          onChange={view.chooseSubject}
          options={[
            { value: 'unit', label: W.unit },
            { value: 'duty', label: W.duty },
          ]}
        />
        <Select
          showSearch={{ optionFilterProp: 'search' }}
          aria-label={subject === 'unit' ? W.chooseUnit : W.chooseDuty}
          data-testid="year-choice"
          style={{ width: 300 }}
          popupMatchSelectWidth={420}
          value={id}
          options={optionsOf(view)}
          onChange={view.choose}
        />
        <Space.Compact>
          <Button aria-label={W.earlier} title={W.earlier} icon={<LeftOutlined />} onClick={() => view.step(-1)} />
          <Button style={{ width: 84, pointerEvents: 'none' }} tabIndex={-1} data-testid="year-shown">
            {year} 年
          </Button>
          <Button aria-label={W.later} title={W.later} icon={<RightOutlined />} onClick={() => view.step(1)} />
        </Space.Compact>
        {subject === 'unit' ? (
          <Link to={`/units?${new URLSearchParams({ search: name })}`}>{W.unitPage}</Link>
        ) : (
          <Link to={`/duties?${new URLSearchParams({ duty: id ?? '' })}`}>{W.dutyPage}</Link>
        )}
        <Link to="/calendar?tab=due">{W.calendar}</Link>
        <Button icon={<PrinterOutlined />} onClick={printPage} style={{ marginLeft: 'auto' }} data-testid="year-print">
          {W.print}
        </Button>
      </div>
      <ErrorNotice error={view.error} onRetry={view.reload} />
      {model && (
        <div className="year-bar" data-testid="year-counts">
          <b>
            {name}　{year} 年
          </b>
          <span>
            全年应报 {model.expected} 期；计入应报 <b>{model.due}</b> 期，已报 <b>{model.met}</b> 期（其中迟报{' '}
            {model.late} 期），欠报 <b>{model.due - model.met}</b> 期
          </span>
        </div>
      )}
      <RefusedNotice
        refused={view.grid?.refused}
        dutyTitle={(duty) => view.duties.find((one) => one.id === duty)?.title ?? duty}
      />
      {!model && !view.error && <Waiting />}
      {model?.lines.length === 0 && <EmptyState title={W.none} next={W.noneHint} />}
      {model && model.lines.length > 0 && (
        <YearMatrix
          key={`${subject} ${id} ${year}`}
          model={model}
          label={`${name}${year}年报送情况`}
          lineHead={subject === 'unit' ? W.duties : W.units}
          lineLink={(line) => yearLink(subject === 'unit' ? 'duty' : 'unit', line.id)}
          monthLink={(month) =>
            `/status?${new URLSearchParams({ period: month, ...(subject === 'unit' ? { search: name } : { duty: id ?? '' }) })}`
          }
          year={year}
          onOpen={onOpen}
        />
      )}
    </div>
  );
}

function nameOf({ subject, id, units, duties }: YearView): string {
  if (subject === 'unit') return units.find((unit) => unit.id === id)?.name ?? '';
  return duties.find((duty) => duty.id === id)?.title ?? '';
}

function optionsOf({ subject, units, duties }: YearView) {
  if (subject === 'duty')
    return duties.map(({ id, title }) => ({ value: id, label: `${id}　${title}`, search: `${id} ${title}` }));
  return units.map((unit) => ({
    value: unit.id,
    label: `${unit.name}（${UNIT_KIND_WORDS[unit.kind]}）`,
    search: [unit.name, unit.officialName, ...unit.aliases].join(' '),
  }));
}
