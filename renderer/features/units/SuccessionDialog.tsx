import { Alert, Button, DatePicker, Form, Input, Modal, Radio, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import type { SuccessionKind, SuccessionPreview, Unit, UnitDraft } from '../../../electron/contract/units.ts';
import type { Args } from '../../../electron/contract.ts';
import type { RequestError } from '../../api/request.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { periodTitle } from '../../parts/periods.ts';
import { UNITS_WORDS as W } from '../../words/units.ts';

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
  readonly to: readonly string[];
  readonly on: Dayjs;
  readonly reason?: string;
}

/** 合并 and 分设: who ends, who goes on, from when; what that does is shown before it is done. */
export function SuccessionDialog(props: SuccessionDialogProps) {
  const { open, units, preview, busy, error, onForesee, onSucceed, onChange, onClose } = props;
  const [form] = Form.useForm<Fields>();
  const kind = Form.useWatch('kind', form) ?? 'merge';
  const options = units.map((unit) => ({ value: unit.id, label: unit.name }));
  const search = { optionFilterProp: 'label' };
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
          <Select
            mode="multiple"
            defaultActiveFirstOption={false}
            showSearch={search}
            options={options}
            data-testid="succession-from"
          />
        </Form.Item>
        <Form.Item name="to" label={kind === 'merge' ? W.mergeTo : W.splitTo} rules={required}>
          <Select
            mode="tags"
            defaultActiveFirstOption={false}
            showSearch={search}
            options={options}
            placeholder={W.successionTo}
            data-testid="succession-to"
          />
        </Form.Item>
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

/** A short name that is no stored unit's is a new one; its official name is filled in afterwards. */
function requestOf({ kind, from, to, on, reason = '' }: Fields, units: readonly Unit[]): Args<'units.succeed'> {
  const first = units.find((unit) => unit.id === from[0]);
  const draft = (name: string): UnitDraft => ({
    id: null,
    name,
    officialName: name,
    aliases: [],
    kind: first?.kind ?? 'department',
    activeFrom: null,
    activeTo: null,
    contacts: [],
    note: '',
  });
  return {
    kind,
    from,
    to: to.map((one) => (units.some((unit) => unit.id === one) ? one : draft(one.trim()))),
    on: on.format('YYYY-MM-DD'),
    reason,
  };
}
