import { ChoiceSelect } from '../../parts/ChoiceSelect.tsx';
import type { ChoiceLine } from '../../parts/choices.ts';

interface UnitAnswerProps {
  readonly units: readonly ChoiceLine[];
  readonly busy: boolean;
  /** The answer is remembered with the commit: the name as written meant nobody so far. */
  readonly isLearned: boolean;
  readonly onPick: (unit: string) => void;
}

/** Any unit as the answer, found by its name or an alias. */
export function UnitAnswer({ units, busy, isLearned, onPick }: UnitAnswerProps) {
  return (
    <div className="row">
      <ChoiceSelect
        size="small"
        choices={units}
        style={{ width: 260 }}
        aria-label="指定单位"
        data-testid="unit-answer"
        placeholder="另选单位（可输入查找）"
        disabled={busy}
        value={null}
        onChange={onPick}
      />
      {isLearned ? (
        <span className="muted small">提交后会记住这个写法，下次直接认出；可在“记忆与设置”里删除。</span>
      ) : null}
    </div>
  );
}
