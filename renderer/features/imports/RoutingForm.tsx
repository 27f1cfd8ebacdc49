import { EditOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import type { ReactNode } from 'react';
import type { TablePlan } from '../../../electron/contract/imports.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ChoiceSelect } from '../../parts/ChoiceSelect.tsx';
import { type ChoiceLine, dutyChoices, unitChoices } from '../../parts/choices.ts';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { periodTitle } from '../../parts/periods.ts';
import type { Choice } from './overrides.ts';

interface RoutingFormProps {
  readonly table: TablePlan;
  readonly directory: Directory;
  /** What the period picker opens at when the table has none. */
  readonly period: Period;
  readonly busy: boolean;
  readonly onChoose: (choice: Choice) => void;
}

/** Unit, duty, template and period of a table with the place each was read from; any of them can be set by hand. */
export function RoutingForm({ table, directory, period, busy, onChoose }: RoutingFormProps) {
  const units = unitChoices(directory.units);
  const duties = dutyChoices(directory.duties, { numbered: true });
  const templates = directory.templates.map(({ id, title }) => ({ value: id, label: title, words: id }));
  return (
    <div
      data-testid="routing"
      style={{
        display: 'grid',
        gridTemplateColumns: '72px minmax(180px, 300px) 1fr',
        gap: '4px 10px',
        alignItems: 'center',
      }}
    >
      <Line label="单位" evidence={table.unit?.evidence}>
        <Picker label="单位" value={table.unit?.id} options={units} busy={busy} onPick={(unit) => onChoose({ unit })} />
      </Line>
      <Line label="报送事项" note={directory.duties.find(({ id }) => id === table.duty?.id)?.dueText}>
        <Picker
          label="报送事项"
          value={table.duty?.id}
          options={duties}
          busy={busy}
          onPick={(duty) => onChoose({ duty })}
        />
      </Line>
      <Line
        label="模板"
        evidence={table.template ? `第 ${table.headerRow} 行为表头，认出 ${recognised(table)} 列` : undefined}
      >
        <Picker
          label="模板"
          value={table.template ?? undefined}
          options={templates}
          busy={busy}
          onPick={(template) => onChoose({ template })}
        />
      </Line>
      <Line label="报送期" evidence={table.periodEvidence ?? undefined}>
        <Popover
          trigger="click"
          placement="bottomLeft"
          content={<PeriodPicker value={table.period ?? period} onChange={(chosen) => onChoose({ period: chosen })} />}
        >
          <Button
            block
            size="small"
            disabled={busy}
            icon={<EditOutlined />}
            iconPlacement="end"
            aria-label="更改报送期"
            style={{ justifyContent: 'space-between', paddingInline: 8 }}
          >
            {table.period ? periodTitle(table.period) : '请指定'}
          </Button>
        </Popover>
      </Line>
    </div>
  );
}

interface LineProps {
  readonly label: string;
  /** Where it was read. */
  readonly evidence?: string | undefined;
  readonly note?: string | undefined;
  readonly children: ReactNode;
}

function Line({ label, evidence, note, children }: LineProps) {
  return (
    <>
      <span className="muted">{label}</span>
      {children}
      <span className="muted small" data-testid="evidence">
        {evidence ? `依据：${evidence}` : note}
      </span>
    </>
  );
}

interface PickerProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly ChoiceLine[];
  readonly busy: boolean;
  readonly onPick: (id: string) => void;
}

function Picker({ label, value, options, busy, onPick }: PickerProps) {
  return (
    <ChoiceSelect
      size="small"
      choices={options}
      aria-label={label}
      value={value ?? null}
      placeholder="请指定"
      disabled={busy}
      popupMatchSelectWidth={320}
      onChange={(id) => {
        if (id) onPick(id);
      }}
    />
  );
}

function recognised(table: TablePlan): string {
  return `${table.columns.filter(({ field }) => field !== null).length}/${table.columns.length}`;
}
