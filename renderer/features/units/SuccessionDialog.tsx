import { Alert, Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import {
  type SuccessionKind,
  type SuccessionPreview,
  UNIT_KINDS,
  type Unit,
  type UnitDraft,
  type UnitKind,
} from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { periodTitle } from '../../parts/periods.ts';
import { UnitsSelect } from '../../parts/UnitSelect.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';

interface SuccessionDialogProps {
  readonly open: boolean;
  readonly units: readonly Unit[];
  readonly preview: SuccessionPreview | undefined;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onForesee: (request: Args<'units.foresee'>) => void;
  readonly onSucceed: (request: Args<'units.succeed'>) => void;
  /** Something was changed: what was foreseen is no longer so. */
  readonly onChange: () => void;
  readonly onClose: () => void;
}

interface Fields {
  readonly kind: SuccessionKind;
  readonly from: readonly string[];
  /** Ids of stored units, and short names of new ones. */
  readonly to: readonly string[];
  /** Of the new ones, in the order of `to`: what only a new unit is asked. */
  readonly fresh?: readonly { readonly officialName?: string; readonly kind?: UnitKind }[];
  readonly on: Dayjs;
  readonly reason?: string;
}

/** 合并 and 分设: who ends, who goes on, from when; what that does is shown before it is done. */
export function SuccessionDialog(props: SuccessionDialogProps) {
  const { open, units, preview, busy, error, onForesee, onSucceed, onChange, onClose } = props;
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'merge';
  const to = Form.useWatch('to', form) ?? [];
  const from = Form.useWatch('from', form) ?? [];
  // Tab would choose the line that is active, and end a unit nobody meant.
  const required = [{ required: true, message: W.required }];
  const submit = async (act: (request: Args<'units.succeed'>) => void) => {
    const fields = await form.validateFields().catch(() => null);
    if (fields) act(requestOf(fields, units));
  };
  return (
    <Modal
      open={open}
      width={760}
      // The buttons stay in sight, however much it would do.
      style={{ top: 24 }}
      styles={{ body: { maxHeight: 'calc(100vh - 180px)', overflowY: 'auto' } }}
      title={W.succession}
      onCancel={onClose}
      destroyOnHidden
      data-testid="succession-dialog"
      footer={
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{W.cancel}</Button>
          <Button loading={busy} onClick={() => submit(onForesee)} data-testid="succession-foresee">
            {W.foresee}
          </Button>
          <Button
            type="primary"
            disabled={!preview}
            loading={busy}
            onClick={() => submit(onSucceed)}
            data-testid="succession-confirm"
          >
            {W.confirmSuccession}
          </Button>
        </div>
      }
    >
      <Alert type="info" showIcon title={W.successionHint} style={{ marginBottom: 12 }} />
      <Form<Fields>
        form={form}
        labelCol={{ flex: '136px' }}
        labelWrap
        initialValues={{ kind: 'merge', from: [], to: [] }}
        onValuesChange={onChange}
      >
        <Form.Item name="kind" label="方式">
          <Radio.Group
            options={[
              { value: 'merge', label: `${W.merge}（几个单位变成一个）` },
              { value: 'split', label: `${W.split}（一个单位变成几个）` },
            ]}
          />
        </Form.Item>
        <Form.Item name="from" label={kind === 'merge' ? W.mergeFrom : W.splitFrom} rules={required}>
          <UnitsSelect
            units={units}
            allowClear={false}
            defaultActiveFirstOption={false}
            data-testid="succession-from"
          />
        </Form.Item>
        <Form.Item name="to" label={kind === 'merge' ? W.mergeTo : W.splitTo} rules={required}>
          <Select
            mode="tags"
            defaultActiveFirstOption={false}
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
            placeholder={W.successionTo}
            data-testid="succession-to"
          />
        </Form.Item>
        {newNames(to, units).map((name, index) => (
          <Form.Item key={name} label={`“${name}”全称`} required className="succession-new">
            <div className="row" style={{ flexWrap: 'nowrap' }}>
              <Form.Item
                name={['fresh', index, 'officialName']}
                noStyle
                rules={[{ required: true, whitespace: true, message: W.officialNameAsk }]}
              >
                <Input
                  aria-label={`“${name}”${W.officialName}`}
                  placeholder={W.officialNameHint}
                  maxLength={60}
                  data-testid={`succession-official-${index}`}
                />
              </Form.Item>
              <Form.Item name={['fresh', index, 'kind']} noStyle initialValue={kindOf(from, units)}>
                <Select
                  aria-label={`“${name}”${W.kind}`}
                  style={{ width: 170 }}
                  options={UNIT_KINDS.map((one) => ({ value: one, label: UNIT_KIND_WORDS[one] }))}
                />
              </Form.Item>
            </div>
          </Form.Item>
        ))}
        <Form.Item name="on" label={W.successionOn} rules={required}>
          <DatePicker data-testid="succession-on" />
        </Form.Item>
        <Form.Item name="reason" label={W.reason} rules={[{ required: true, whitespace: true, message: W.reasonAsk }]}>
          <Input maxLength={200} data-testid="succession-reason" />
        </Form.Item>
      </Form>
      <ErrorNotice error={error} />
      {preview && <Consequences preview={preview} />}
    </Modal>
  );
}

function Consequences({ preview }: { readonly preview: SuccessionPreview }) {
  const { from, to, on, duties, groups, assignments, notes } = preview;
  return (
    <div className="succession-preview" data-testid="succession-preview">
      <b>
        {W.consequences}：“{from.join('”“')}” → “{to.join('”“')}”，{on} 起
      </b>
      <ul>
        {duties.map((duty) => (
          <li key={duty.duty}>
            {duty.title}：
            {duty.first === null || duty.last === null
              ? `${on} 起由接续单位承担`
              : `${periodTitle(duty.last)}及以前由“${duty.from.join('”“')}”报，${periodTitle(duty.first)}起由接续单位报`}
          </li>
        ))}
        {groups.length > 0 && (
          <li>
            分组换成接续单位：
            {groups.map(({ id }) => id).join('、')}
          </li>
        )}
        {assignments > 0 && <li>{`单独的责任分工 ${assignments} 条转给接续单位`}</li>}
      </ul>
      {notes.map((note) => (
        <Alert key={note} type="warning" showIcon title={note} />
      ))}
    </div>
  );
}

/** Short names that are no stored unit's: those of new ones. */
function newNames(to: readonly string[], units: readonly Unit[]): string[] {
  return to.filter((one) => !units.some((unit) => unit.id === one));
}

/** A new unit is taken to be of the kind of the first it goes on from. */
function kindOf(from: readonly string[], units: readonly Unit[]): UnitKind {
  return units.find((unit) => unit.id === from[0])?.kind ?? 'department';
}

function requestOf({ kind, from, to, fresh = [], on, reason = '' }: Fields, units: readonly Unit[]) {
  const names = newNames(to, units);
  const draft = (name: string): UnitDraft => {
    const asked = fresh[names.indexOf(name)];
    return {
      id: null,
      name: name.trim(),
      officialName: (asked?.officialName ?? '').trim(),
      aliases: [],
      kind: asked?.kind ?? kindOf(from, units),
      activeFrom: null,
      activeTo: null,
      contacts: [],
      note: '',
    };
  };
  return {
    kind,
    from,
    to: to.map((one) => (names.includes(one) ? draft(one) : one)),
    on: on.format('YYYY-MM-DD'),
    reason,
  };
}
