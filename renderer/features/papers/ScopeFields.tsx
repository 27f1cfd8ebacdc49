import type { PaperScope } from '../../../electron/contract/papers.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { DutiesSelect } from '../../parts/DutySelect.tsx';
import { UnitsSelect } from '../../parts/UnitSelect.tsx';
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
      <DutiesSelect
        duties={directory.duties}
        disabled={disabled}
        aria-label={W.duties}
        placeholder={W.allDuties}
        style={{ width: '100%' }}
        value={[...(scope.duties ?? [])]}
        onChange={(duties) => onChange({ ...scope, duties: listed(duties) })}
      />
      <span>{W.units}</span>
      <UnitsSelect
        units={directory.units}
        disabled={disabled}
        aria-label={W.units}
        placeholder={W.allUnits}
        style={{ width: '100%' }}
        value={[...(scope.units ?? [])]}
        onChange={(units) => onChange({ ...scope, units: listed(units) })}
      />
    </>
  );
}
