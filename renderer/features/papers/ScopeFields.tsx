import { Select } from 'antd';
import type { PaperScope } from '../../../electron/contract/papers.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { NEW_PAPER_WORDS as W } from '../../words/papers.ts';

interface ScopeFieldsProps {
  readonly scope: PaperScope;
  readonly directory: Directory;
  readonly disabled?: boolean;
  readonly onChange: (scope: PaperScope) => void;
}

/** Which duties and units a paper is about; nothing chosen: all of them. Label and field by turns, for a grid of two columns. */
export function ScopeFields({ scope, directory, disabled = false, onChange }: ScopeFieldsProps) {
  const listed = (ids: readonly string[]) => (ids.length === 0 ? null : ids);
  return (
    <>
      <span>{W.duties}</span>
      <Select<string[]>
        mode="multiple"
        allowClear
        disabled={disabled}
        maxTagCount="responsive"
        aria-label={W.duties}
        placeholder={W.allDuties}
        style={{ width: '100%' }}
        value={[...(scope.duties ?? [])]}
        showSearch={{ optionFilterProp: 'label' }}
        options={directory.duties.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(duties) => onChange({ ...scope, duties: listed(duties) })}
      />
      <span>{W.units}</span>
      <Select<string[]>
        mode="multiple"
        allowClear
        disabled={disabled}
        maxTagCount="responsive"
        aria-label={W.units}
        placeholder={W.allUnits}
        style={{ width: '100%' }}
        value={[...(scope.units ?? [])]}
        showSearch={{ optionFilterProp: 'label' }}
        options={directory.units.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(units) => onChange({ ...scope, units: listed(units) })}
      />
    </>
  );
}
