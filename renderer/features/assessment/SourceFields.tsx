import { Checkbox, Segmented, Select } from 'antd';
import { type PointSource, RATE_NAMES } from '../../../electron/contract/assessment.ts';
import { RATE_WORDS } from '../../../electron/contract/figureWords.ts';
import { SOURCE_WORDS as W } from '../../words/assessmentSchemes.ts';
import { DutyRow, NumberRow, StepRows, TemplateRow, UnitRow } from './SourceRows.tsx';
import type { SchemesView } from './useSchemes.ts';

interface SourceFieldsProps {
  readonly source: PointSource;
  readonly view: SchemesView;
  readonly onChange: (source: PointSource) => void;
}

/** What the chosen way of giving points asks for. */
export function SourceFields({ source, view, onChange }: SourceFieldsProps) {
  switch (source.from) {
    case 'typed': {
      const { each, less, full } = source;
      if (each === undefined && less === undefined && full === undefined) return null;
      return (
        <>
          {each === undefined ? null : (
            <NumberRow label={W.each} value={each} onChange={(value) => onChange({ ...source, each: value })} />
          )}
          {less === undefined ? null : (
            <NumberRow label={W.less} value={less} onChange={(value) => onChange({ ...source, less: value })} />
          )}
          {full === undefined ? null : (
            <NumberRow label={W.fullPieces} value={full} onChange={(value) => onChange({ ...source, full: value })} />
          )}
          <UnitRow value={source.unit ?? ''} onChange={(unit) => onChange(withUnit(source, unit))} />
        </>
      );
    }
    case 'rate':
      return (
        <>
          <span>{W.rate}</span>
          <Segmented
            aria-label={W.rate}
            style={{ justifySelf: 'start' }}
            value={source.rate}
            onChange={(rate) => onChange({ ...source, rate })}
            options={RATE_NAMES.map((value) => ({ value, label: RATE_WORDS[value] }))}
          />
          {source.steps === undefined ? (
            <NumberRow
              label={W.full}
              max={100}
              value={source.full ?? 100}
              onChange={(value) => onChange(value === 100 ? withoutFull(source) : { ...source, full: value })}
            />
          ) : (
            <StepRows steps={source.steps} onChange={(steps) => onChange({ ...source, steps })} />
          )}
          <TemplateRow
            view={view}
            value={source.templates ?? []}
            onChange={(ids) => onChange(withList(source, 'templates', ids))}
          />
          <DutyRow
            view={view}
            value={source.duties ?? []}
            onChange={(ids) => onChange(withList(source, 'duties', ids))}
          />
        </>
      );
    case 'duties':
      return (
        <>
          <TemplateRow
            view={view}
            value={source.templates ?? []}
            onChange={(ids) => onChange(withList(source, 'templates', ids))}
          />
          <DutyRow
            view={view}
            value={source.duties ?? []}
            onChange={(ids) => onChange(withList(source, 'duties', ids))}
          />
          <span />
          <Checkbox
            checked={source.onTime === true}
            onChange={({ target }) => onChange({ ...source, onTime: target.checked })}
          >
            {W.onTime}
          </Checkbox>
        </>
      );
    case 'count':
      return (
        <>
          <TemplateRow
            view={view}
            value={source.templates}
            onChange={(templates) => onChange({ ...source, templates })}
          />
          {source.atLeast === undefined ? (
            <NumberRow label={W.each} value={source.each ?? 0} onChange={(each) => onChange({ ...source, each })} />
          ) : (
            <NumberRow
              label={W.atLeast}
              precision={0}
              value={source.atLeast}
              onChange={(atLeast) => onChange({ ...source, atLeast })}
            />
          )}
          <span />
          <Checkbox
            checked={source.adoptedOnly === true}
            onChange={({ target }) => onChange({ ...source, adoptedOnly: target.checked })}
          >
            {W.adoptedOnly}
          </Checkbox>
        </>
      );
    case 'chases':
      return <NumberRow label={W.chase} value={source.each} onChange={(each) => onChange({ ...source, each })} />;
    case 'indicator':
      return (
        <>
          <span>{W.indicator}</span>
          <Select
            aria-label={W.indicator}
            {...(source.indicator === '' ? {} : { value: source.indicator })}
            onChange={(indicator) => onChange({ from: 'indicator', indicator })}
            options={view.indicators.map(({ id, title }) => ({ value: id, label: title }))}
          />
        </>
      );
    case 'zeroReports':
      return null;
    default:
      return source satisfies never;
  }
}

type Typed = Extract<PointSource, { readonly from: 'typed' }>;

/** An empty unit is 件 and is not written. */
function withUnit({ unit: _, ...source }: Typed, unit: string): Typed {
  return unit === '' ? source : { ...source, unit };
}

type Rate = Extract<PointSource, { readonly from: 'rate' }>;

function withoutFull({ full: _, ...source }: Rate): Rate {
  return source;
}

/** An empty list means all of them, and is not written. */
function withList<T extends Exclude<PointSource, { readonly from: 'count' }>>(
  source: T,
  name: 'templates' | 'duties',
  ids: readonly string[],
): T {
  const { [name]: _, ...rest } = source as T & {
    readonly templates?: readonly string[];
    readonly duties?: readonly string[];
  };
  return (ids.length === 0 ? rest : { ...rest, [name]: ids }) as T; // the same source, with or without its list
}
