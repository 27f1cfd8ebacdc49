import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd';
import type { Duty } from '../../../electron/contract/duties.ts';
import { INDICATOR_SOURCES, type Indicator, type IndicatorSource } from '../../../electron/contract/indicators.ts';

import type { TemplateSummary } from '../../../electron/contract/templates.ts';
import type { RequestError } from '../../api/requestError.ts';
import { DutySelect } from '../../parts/DutySelect.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import {
  INDICATOR_CADENCES,
  INDICATOR_SOURCE_WORDS,
  TARGET_WORDS,
  INDICATOR_WORDS as W,
} from '../../words/indicators.ts';

interface IndicatorDrawerProps {
  /** Null: a new one. */
  readonly indicator: Indicator | null;
  /** Ids in use. */
  readonly taken: readonly string[];
  readonly duties: readonly Duty[];
  readonly templates: readonly TemplateSummary[];
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onSave: (indicator: Indicator) => void;
  readonly onClose: () => void;
}

interface Fields {
  readonly title: string;
  readonly source: string;
  readonly duty?: string;
  readonly cadence: Indicator['cadence'];
  readonly is: Indicator['target']['is'];
  readonly value: number;
  readonly unitOfCount: string;
  readonly numeratorTitle: string;
  readonly numeratorFrom: IndicatorSource;
  readonly numeratorTemplate?: string;
  readonly denominatorTitle?: string;
  readonly denominatorFrom: IndicatorSource;
  readonly denominatorTemplate?: string;
  readonly note: string;
}

const EMPTY: Partial<Fields> = {
  source: '',
  cadence: 'monthly',
  is: '>=',
  unitOfCount: '家',
  numeratorFrom: 'typed',
  denominatorFrom: 'typed',
  note: '',
};

/** The form of an indicator: what is counted, against what, with which target. */
export function IndicatorDrawer(props: IndicatorDrawerProps) {
  const { indicator, taken, duties, templates, busy, error, onSave, onClose } = props;
  const [form] = Form.useForm<Fields>();
  const submit = (fields: Fields) => onSave(indicatorOf(fields, indicator?.id ?? freeId(taken)));
  const sources = INDICATOR_SOURCES.map((value) => ({ value, label: INDICATOR_SOURCE_WORDS[value] }));
  const templateOptions = templates.map(({ id, title }) => ({ value: id, label: title }));
  const filter = { optionFilterProp: 'label' } as const;
  return (
    <Drawer
      open
      size={560}
      title={indicator ? `${W.edit}：${indicator.title}` : W.add}
      onClose={onClose}
      footer={
        <Button type="primary" loading={busy} onClick={form.submit} data-testid="save-indicator">
          保存
        </Button>
      }
    >
      <ErrorNotice error={error} />
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={indicator ? fieldsOf(indicator) : EMPTY}
        onFinish={submit}
        requiredMark
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: '请写明指标名称' }]}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="source" label={W.source}>
          <Input placeholder="文号和条款，如 西信用办〔2022〕5号 三（一）" />
        </Form.Item>
        <Form.Item name="duty" label="报送事项">
          <DutySelect duties={duties} allowClear />
        </Form.Item>
        <div className="indicator-fields">
          <Form.Item name="cadence" label="多久一次">
            <Select options={Object.entries(INDICATOR_CADENCES).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="is" label={W.target}>
            <Select options={Object.entries(TARGET_WORDS).map(([value, label]) => ({ value, label }))} />
          </Form.Item>
          <Form.Item name="value" label="目标值（% 或件数）" rules={[{ required: true, message: '请填目标值' }]}>
            <InputNumber min={0} style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item name="unitOfCount" label="计量单位" rules={[{ required: true, message: '请填计量单位' }]}>
            <Input maxLength={8} />
          </Form.Item>
        </div>
        {(['numerator', 'denominator'] as const).map((side) => (
          <div className="indicator-fields" key={side}>
            <Form.Item
              name={`${side}Title`}
              label={side === 'numerator' ? W.numerator : `${W.denominator}（计数的不填）`}
              rules={side === 'numerator' ? [{ required: true, message: '请写明数的是什么' }] : []}
            >
              <Input maxLength={60} />
            </Form.Item>
            <Form.Item name={`${side}From`} label="数字来源">
              <Select options={sources} />
            </Form.Item>
            <Form.Item name={`${side}Template`} label="只数这个模板">
              <Select allowClear showSearch={filter} options={templateOptions} />
            </Form.Item>
          </div>
        ))}
        <Form.Item name="note" label={W.note}>
          <Input.TextArea rows={2} />
        </Form.Item>
      </Form>
    </Drawer>
  );
}

function fieldsOf(indicator: Indicator): Partial<Fields> {
  const { title, source, duty, cadence, target, unitOfCount, numerator, denominator, note } = indicator;
  return {
    title,
    source,
    ...(duty === null ? {} : { duty }),
    cadence,
    ...target,
    unitOfCount,
    numeratorTitle: numerator.title,
    numeratorFrom: numerator.from,
    ...(numerator.template === undefined ? {} : { numeratorTemplate: numerator.template }),
    denominatorTitle: denominator?.title ?? '',
    denominatorFrom: denominator?.from ?? 'typed',
    ...(denominator?.template === undefined ? {} : { denominatorTemplate: denominator.template }),
    note,
  };
}

function indicatorOf(fields: Fields, id: string): Indicator {
  const number = (title: string, from: IndicatorSource, template: string | undefined) => ({
    title,
    from,
    ...(template === undefined ? {} : { template }),
  });
  const below = fields.denominatorTitle?.trim() ?? '';
  return {
    id,
    title: fields.title.trim(),
    source: fields.source ?? '',
    duty: fields.duty ?? null,
    numerator: number(fields.numeratorTitle.trim(), fields.numeratorFrom, fields.numeratorTemplate),
    denominator: below === '' ? null : number(below, fields.denominatorFrom, fields.denominatorTemplate),
    target: { is: fields.is, value: fields.value },
    unitOfCount: fields.unitOfCount.trim(),
    cadence: fields.cadence,
    note: fields.note ?? '',
  };
}

function freeId(taken: readonly string[]): string {
  for (let n = 1; ; n++) {
    const id = `own-${n}`;
    if (!taken.includes(id)) return id;
  }
}
