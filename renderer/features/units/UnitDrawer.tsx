import { Button, DatePicker, Drawer, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { Duty } from '../../../electron/contract/duties.ts';
import { UNIT_KINDS, type Unit, type UnitDraft, type UnitGroup } from '../../../electron/contract/units.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { UnitSelect } from '../../parts/UnitSelect.tsx';
import { UNITS_WORDS as W } from '../../words/units.ts';
import { UNIT_KIND_WORDS } from '../../words.ts';
import { ContactFields } from './ContactFields.tsx';
import { UnitHistory } from './UnitHistory.tsx';

interface UnitDrawerProps {
  readonly editing: Unit | 'new' | null;
  readonly units: readonly Unit[];
  readonly groups: readonly UnitGroup[];
  readonly duties: readonly Duty[];
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onSave: (unit: UnitDraft) => void;
  readonly onRename: (unit: Unit) => void;
  readonly onClose: () => void;
}

type Fields = Pick<UnitDraft, 'name' | 'officialName' | 'aliases' | 'kind' | 'contacts' | 'note' | 'parent'> & {
  readonly activeFrom: Dayjs | null;
  readonly activeTo: Dayjs | null;
};

/** Names, kind, contacts and active time of one unit. Groups are changed in their own tab. */
export function UnitDrawer(props: UnitDrawerProps) {
  const { editing, units, groups, duties, busy, error, onSave, onRename, onClose } = props;
  const unit = editing === 'new' || editing === null ? null : editing;
  return (
    <Drawer
      open={editing !== null}
      onClose={onClose}
      size={680}
      title={unit ? unit.name : W.newTitle}
      destroyOnHidden
      data-testid="unit-drawer"
      footer={
        <div className="row">
          <Button type="primary" htmlType="submit" form="unit-form" loading={busy} data-testid="unit-save">
            {W.save}
          </Button>
          <Button onClick={onClose}>{W.cancel}</Button>
          {unit && (
            <Button onClick={() => onRename(unit)} data-testid="unit-rename">
              {W.rename}
            </Button>
          )}
        </div>
      }
    >
      {error && (
        <div style={{ marginBottom: 12 }}>
          <ErrorNotice error={error} />
        </div>
      )}
      {editing !== null && <UnitForm key={unit?.id ?? 'new'} unit={unit} units={units} onSave={onSave} />}
      {unit && (
        <div className="unit-groups muted small">
          {W.groups}
          {unit.groups.length === 0 && '：—'}
          {unit.groups.map((id) => (
            <div key={id}>
              <b>{id}</b> {groups.find((group) => group.id === id)?.title}
            </div>
          ))}
        </div>
      )}
      {unit && (
        <div className="unit-below">
          <UnitHistory unit={unit} units={units} duties={duties} />
        </div>
      )}
    </Drawer>
  );
}

interface UnitFormProps {
  readonly unit: Unit | null;
  readonly units: readonly Unit[];
  readonly onSave: (unit: UnitDraft) => void;
}

function UnitForm({ unit, units, onSave }: UnitFormProps) {
  const submit = ({ activeFrom, activeTo, parent, ...fields }: Fields) =>
    onSave({
      ...fields,
      id: unit?.id ?? null,
      parent: parent ?? null,
      activeFrom: activeFrom?.format('YYYY-MM-DD') ?? null,
      activeTo: activeTo?.format('YYYY-MM-DD') ?? null,
    });
  return (
    <Form<Fields>
      id="unit-form"
      layout="horizontal"
      labelCol={{ flex: '104px' }}
      initialValues={fieldsOf(unit)}
      onFinish={submit}
      data-testid="unit-form"
    >
      <Form.Item name="name" label={W.name} rules={[{ required: true, whitespace: true, message: W.required }]}>
        <Input maxLength={30} data-testid="unit-name" />
      </Form.Item>
      <Form.Item
        name="officialName"
        label={W.officialName}
        rules={[{ required: true, whitespace: true, message: W.required }]}
      >
        <Input maxLength={60} data-testid="unit-official-name" />
      </Form.Item>
      <Form.Item name="kind" label={W.kind}>
        <Select options={UNIT_KINDS.map((kind) => ({ value: kind, label: UNIT_KIND_WORDS[kind] }))} />
      </Form.Item>
      <Form.Item name="parent" label={W.parent} extra={W.parentHint}>
        <UnitSelect units={units.filter(({ id }) => id !== unit?.id)} allowClear data-testid="unit-parent" />
      </Form.Item>
      <Form.Item name="aliases" label={W.aliases} extra={W.aliasesHint}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', ',', '、', ';', '；']} />
      </Form.Item>
      <Form.Item label={W.active}>
        <div className="row">
          <Form.Item name="activeFrom" noStyle>
            <DatePicker placeholder={W.activeFrom} aria-label={W.activeFrom} />
          </Form.Item>
          <span>至</span>
          <Form.Item name="activeTo" noStyle>
            <DatePicker placeholder={W.activeTo} aria-label={W.activeTo} />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item label={W.contacts}>
        <ContactFields />
      </Form.Item>
      <Form.Item name="note" label={W.note}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} />
      </Form.Item>
    </Form>
  );
}

function fieldsOf(unit: Unit | null): Fields {
  const day = (text: string | null | undefined) => (text ? dayjs(text) : null);
  return {
    name: unit?.name ?? '',
    officialName: unit?.officialName ?? '',
    aliases: unit?.aliases ?? [],
    kind: unit?.kind ?? 'department',
    parent: unit?.parent ?? null,
    contacts: unit?.contacts ?? [],
    note: unit?.note ?? '',
    activeFrom: day(unit?.activeFrom),
    activeTo: day(unit?.activeTo),
  };
}
