import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { AssessmentScheme, Deduction } from '../../../electron/contract/assessment.ts';
import { DEDUCTION_SOURCE_WORDS, NOT_APPLICABLE_WORDS, SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import { freeId, removed, replaced } from './schemeEdit.ts';

interface SchemeExtrasProps {
  readonly scheme: AssessmentScheme;
  readonly onChange: (scheme: AssessmentScheme) => void;
}

const DEDUCTION_SOURCES: readonly Deduction['source']['from'][] = ['typed', 'late', 'missing'];
const RULES: readonly AssessmentScheme['notApplicable'][] = ['average', 'rescale'];

/** What a scheme has besides its items: bonus, deductions, what happens to an item that does not apply, and bands. */
export function SchemeExtras({ scheme, onChange }: SchemeExtrasProps) {
  return (
    <>
      <BonusFields scheme={scheme} onChange={onChange} />
      <DeductionFields scheme={scheme} onChange={onChange} />
      <fieldset className="scheme-group-editor" aria-label={W.notApplicable}>
        <div className="row">
          <b>{W.notApplicable}</b>
          <Radio.Group
            value={scheme.notApplicable}
            onChange={(event) => onChange({ ...scheme, notApplicable: event.target.value })}
            options={RULES.map((value) => ({ value, label: NOT_APPLICABLE_WORDS[value] }))}
          />
        </div>
      </fieldset>
      <BandFields scheme={scheme} onChange={onChange} />
    </>
  );
}

function BonusFields({ scheme, onChange }: SchemeExtrasProps) {
  const { bonus } = scheme;
  const set = (next: AssessmentScheme['bonus']) => onChange({ ...scheme, bonus: next });
  const add = () => set([...bonus, { id: freeId(scheme, 'bonus'), title: W.newBonus, each: null, max: 2 }]);
  return (
    <Extra
      title={W.bonus}
      add={W.addBonus}
      onAdd={add}
      head={
        <NumberField
          label={W.bonusMax}
          value={scheme.bonusMax}
          onChange={(bonusMax) => onChange({ ...scheme, bonusMax: bonusMax ?? 0 })}
        />
      }
    >
      {bonus.map((one, place) => (
        <div className="scheme-extra" key={one.id}>
          <TitleField
            label={W.bonus}
            title={one.title}
            onChange={(title) => set(replaced(bonus, place, { ...one, title }))}
          />
          <NumberField
            label={W.each}
            placeholder={W.eachFree}
            value={one.each}
            onChange={(each) => set(replaced(bonus, place, { ...one, each }))}
          />
          <NumberField
            label={W.max}
            value={one.max}
            onChange={(max) => set(replaced(bonus, place, { ...one, max: max ?? 0 }))}
          />
          <RemoveButton label={one.title} onClick={() => set(removed(bonus, place))} />
        </div>
      ))}
    </Extra>
  );
}

function DeductionFields({ scheme, onChange }: SchemeExtrasProps) {
  const { deductions } = scheme;
  const set = (next: AssessmentScheme['deductions']) => onChange({ ...scheme, deductions: next });
  const add = () =>
    set([
      ...deductions,
      { id: freeId(scheme, 'deduction'), title: W.newDeduction, each: 1, max: null, source: { from: 'typed' } },
    ]);
  return (
    <Extra title={W.deductions} add={W.addDeduction} onAdd={add}>
      {deductions.map((one, place) => (
        <div className="scheme-extra" key={one.id}>
          <TitleField
            label={W.deductions}
            title={one.title}
            onChange={(title) => set(replaced(deductions, place, { ...one, title }))}
          />
          <NumberField
            label={W.each}
            value={one.each}
            onChange={(each) => set(replaced(deductions, place, { ...one, each: each ?? 0 }))}
          />
          <NumberField
            label={W.max}
            placeholder={W.noEnd}
            value={one.max}
            onChange={(max) => set(replaced(deductions, place, { ...one, max }))}
          />
          <Select
            aria-label={`${one.title} ${W.counting}`}
            style={{ width: 170 }}
            value={one.source.from}
            onChange={(from) => set(replaced(deductions, place, { ...one, source: { from } }))}
            options={DEDUCTION_SOURCES.map((value) => ({ value, label: DEDUCTION_SOURCE_WORDS[value] }))}
          />
          <RemoveButton label={one.title} onClick={() => set(removed(deductions, place))} />
        </div>
      ))}
    </Extra>
  );
}

function BandFields({ scheme, onChange }: SchemeExtrasProps) {
  const { bands } = scheme;
  const set = (next: AssessmentScheme['bands']) => onChange({ ...scheme, bands: next });
  // A new one stands above the last, which begins at 0.
  const add = () => {
    const above = bands.at(-2)?.atLeast ?? 100;
    const last = bands.at(-1) ?? { title: W.newBand, atLeast: 0 };
    set([...bands.slice(0, -1), { title: W.newBand, atLeast: Math.max(1, Math.floor(above / 2)) }, last]);
  };
  return (
    <Extra title={W.bands} add={W.addBand} onAdd={add}>
      {bands.map((band, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a band has no name that stays while it is typed
        <div className="scheme-extra" key={place}>
          <TitleField
            label={W.bands}
            title={band.title}
            onChange={(title) => set(replaced(bands, place, { ...band, title }))}
          />
          <NumberField
            label={W.atLeast}
            isLabelLast
            disabled={place === bands.length - 1 && band.atLeast === 0}
            value={band.atLeast}
            onChange={(atLeast) => set(replaced(bands, place, { ...band, atLeast: atLeast ?? 0 }))}
          />
          {bands.length > 1 ? <RemoveButton label={band.title} onClick={() => set(removed(bands, place))} /> : null}
        </div>
      ))}
    </Extra>
  );
}

interface ExtraProps {
  readonly title: string;
  readonly add: string;
  readonly onAdd: () => void;
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

function Extra({ title, add, onAdd, head, children }: ExtraProps) {
  return (
    <fieldset className="scheme-group-editor" aria-label={title}>
      <div className="row">
        <b>{title}</b>
        {head}
        <Button size="small" icon={<PlusOutlined />} onClick={onAdd}>
          {add}
        </Button>
      </div>
      {children}
    </fieldset>
  );
}

function TitleField({
  label,
  title,
  onChange,
}: {
  readonly label: string;
  readonly title: string;
  readonly onChange: (title: string) => void;
}) {
  return (
    <Input
      aria-label={`${label}名称`}
      style={{ width: 280 }}
      maxLength={100}
      value={title}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: number | null;
  /** What an empty field means. */
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** `85 分以上`: the words stand behind the number. */
  readonly isLabelLast?: boolean;
  readonly onChange: (value: number | null) => void;
}

function NumberField({
  label,
  value,
  placeholder = '',
  disabled = false,
  isLabelLast = false,
  onChange,
}: NumberFieldProps) {
  return (
    <span className="row small">
      {isLabelLast ? null : label}
      <InputNumber
        aria-label={label}
        min={0}
        max={1000}
        style={{ width: 96 }}
        placeholder={placeholder}
        disabled={disabled}
        value={value}
        onChange={onChange}
      />
      {isLabelLast ? label : null}
    </span>
  );
}

function RemoveButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button
      size="small"
      type="text"
      icon={<DeleteOutlined />}
      title={W.remove}
      aria-label={`${W.remove} ${label}`}
      onClick={onClick}
    />
  );
}
