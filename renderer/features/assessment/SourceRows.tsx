import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Select } from 'antd';
import type { PointSource } from '../../../electron/contract/assessment.ts';
import { SOURCE_WORDS as W } from '../../words/assessmentSchemes.ts';
import { removed, replaced } from './schemeEdit.ts';
import type { SchemesView } from './useSchemes.ts';

type Step = NonNullable<Extract<PointSource, { readonly from: 'rate' }>['steps']>[number];

/** The steps of a rate, each with the share of the points it earns. */
export function StepRows({
  steps,
  onChange,
}: {
  readonly steps: readonly Step[];
  readonly onChange: (steps: readonly Step[]) => void;
}) {
  return (
    <>
      <span>{W.steps}</span>
      <div>
        {steps.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a step has no name
          <div className="row" key={place}>
            <span className="small">{W.stepAt}</span>
            <InputNumber
              aria-label={`${W.stepAt} ${place + 1}`}
              min={0}
              max={100}
              style={{ width: 84 }}
              value={step.atLeast}
              onChange={(atLeast) => onChange(replaced(steps, place, { ...step, atLeast: atLeast ?? 0 }))}
            />
            <span className="small">{W.stepShare}</span>
            <InputNumber
              aria-label={`${W.stepShare} ${place + 1}`}
              min={0}
              max={100}
              style={{ width: 84 }}
              value={Math.round(step.share * 10_000) / 100}
              onChange={(share) => onChange(replaced(steps, place, { ...step, share: (share ?? 0) / 100 }))}
            />
            <Button
              size="small"
              type="text"
              icon={<DeleteOutlined />}
              aria-label={`删去第 ${place + 1} 档`}
              onClick={() => onChange(removed(steps, place))}
            />
          </div>
        ))}
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => onChange([...steps, { atLeast: Math.max(0, (steps.at(-1)?.atLeast ?? 100) - 5), share: 0 }])}
        >
          {W.addStep}
        </Button>
      </div>
    </>
  );
}

interface NumberRowProps {
  readonly label: string;
  readonly value: number;
  readonly max?: number;
  readonly precision?: number;
  readonly onChange: (value: number) => void;
}

/** A number of a way of giving points. */
export function NumberRow({ label, value, max = 100_000, precision = 2, onChange }: NumberRowProps) {
  return (
    <>
      <span>{label}</span>
      <InputNumber
        aria-label={label}
        min={precision === 0 ? 1 : 0.01}
        max={max}
        {...(precision === 0 ? { precision } : {})}
        style={{ width: 120 }}
        value={value}
        // An emptied field keeps the number before: the way needs one.
        onChange={(next) => onChange(next ?? value)}
      />
    </>
  );
}

/** What is counted: 件, 次, 家, or % of a share. */
export function UnitRow({ value, onChange }: { readonly value: string; readonly onChange: (unit: string) => void }) {
  return (
    <>
      <span>{W.unit}</span>
      <Input
        aria-label={W.unit}
        placeholder={W.unitHint}
        style={{ width: 240 }}
        maxLength={10}
        value={value}
        onChange={(event) => onChange(event.target.value.trim())}
      />
    </>
  );
}

interface ListRowProps {
  readonly view: SchemesView;
  readonly value: readonly string[];
  readonly onChange: (ids: readonly string[]) => void;
}

/** The tables that a way of giving points is about. */
export function TemplateRow({ view, value, onChange }: ListRowProps) {
  return (
    <>
      <span>{W.templates}</span>
      <Select
        mode="multiple"
        allowClear
        aria-label={W.templates}
        placeholder={W.templatesAll}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...value]}
        onChange={onChange}
        options={view.templates.map(({ id }) => ({ value: id, label: view.names.template(id) }))}
      />
    </>
  );
}

/** The duties that a way of giving points is about. */
export function DutyRow({ view, value, onChange }: ListRowProps) {
  return (
    <>
      <span>{W.duties}</span>
      <Select
        mode="multiple"
        allowClear
        aria-label={W.duties}
        placeholder={W.templatesAll}
        showSearch={{ optionFilterProp: 'label' }}
        value={[...value]}
        onChange={onChange}
        options={view.duties.map(({ id }) => ({ value: id, label: view.names.duty(id) }))}
      />
    </>
  );
}
