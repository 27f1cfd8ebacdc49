import { FileExcelOutlined } from '@ant-design/icons';
import { Alert, Button, Radio } from 'antd';
import type { Directory } from '../../api/useDirectory.ts';
import { DutySelect } from '../../parts/DutySelect.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { BLANK_WORDS as W } from '../../words/blanks.ts';
import { BlankFiles } from './BlankFiles.tsx';
import type { useBlanks } from './useBlanks.ts';

interface BlanksPanelProps {
  readonly directory: Directory;
  readonly blanks: ReturnType<typeof useBlanks>;
}

/** 模板下发: blank workbooks for a duty, one per unit or one for a single unit, ready to be sent out. */
export function BlanksPanel({ directory, blanks }: BlanksPanelProps) {
  const { chosen, writing, files } = blanks;
  const duties = directory.duties.filter(({ templates }) => templates.length > 0);
  const units = directory.units.filter(({ id }) => chosen?.units.includes(id));
  return (
    <div className="upload-body">
      <Alert type="info" showIcon title={W.explain} />
      <div className="panel blank-form">
        <span>{W.duty}</span>
        <DutySelect
          duties={duties}
          numbered
          aria-label={W.duty}
          data-testid="blank-duty"
          placeholder="请选择有表格模板的事项"
          value={blanks.duty}
          onChange={blanks.chooseDuty}
        />
        <span>{W.units}</span>
        <div className="row">
          <Radio.Group
            value={blanks.unit === null ? 'all' : 'one'}
            onChange={(event) => blanks.setUnit(event.target.value === 'all' ? null : (units[0]?.id ?? null))}
            options={[
              { value: 'all', label: chosen ? `${W.allUnits}（${units.length} 份）` : W.allUnits },
              { value: 'one', label: W.oneUnit, disabled: units.length === 0 },
            ]}
          />
          {blanks.unit === null ? null : (
            <UnitSelect
              units={units}
              aria-label={W.unit}
              style={{ width: 200 }}
              value={blanks.unit}
              onChange={blanks.setUnit}
            />
          )}
        </div>
        <span>{W.period}</span>
        <div className="row">
          <Radio.Group
            value={blanks.period === null ? 'open' : 'fixed'}
            onChange={(event) => blanks.setPeriod(event.target.value === 'open' ? null : blanks.current)}
            options={[
              { value: 'open', label: W.periodOpen },
              { value: 'fixed', label: W.periodFixed },
            ]}
          />
          {blanks.period === null ? null : <PeriodPicker value={blanks.period} onChange={blanks.setPeriod} />}
        </div>
        <span />
        <Button
          type="primary"
          style={{ justifySelf: 'start' }}
          icon={<FileExcelOutlined />}
          disabled={blanks.duty === null}
          loading={writing.busy}
          data-testid="write-blanks"
          onClick={blanks.write}
        >
          {W.write}
        </Button>
      </div>
      <ErrorNotice error={writing.error} onClose={writing.clearError} />
      <ProgressBar busy={writing.busy} progress={writing.progress} label={W.writing} onCancel={writing.cancel} />
      {files ? <BlankFiles files={files} directory={directory} onSave={blanks.save} onShow={blanks.show} /> : null}
    </div>
  );
}
