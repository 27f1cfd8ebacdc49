import type { StoredCorrection } from '../../../electron/contract/records.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import { momentText } from '../../parts/periods.ts';

interface CorrectionHistoryProps {
  readonly corrections: readonly StoredCorrection[];
  readonly template: Template | undefined;
}

/** Every value of the record the office mended: what, by whom, when and why. */
export function CorrectionHistory({ corrections, template }: CorrectionHistoryProps) {
  if (corrections.length === 0) return null;
  const nameOf = (field: string) => template?.columns.find(({ id }) => id === field)?.name ?? field;
  return (
    <div className="corrections" data-testid="correction-history">
      <b>更正记录</b>
      {corrections.map(({ field, before, value, reason, by, at }) => (
        <div key={`${field} ${at} ${value}`} className="row">
          <span>
            {nameOf(field)}：<del className="mono">{before || '（空）'}</del> →{' '}
            <span className="mono">{value || '（空）'}</span>
          </span>
          <span className="muted small">
            {reason}（{by || '未记姓名'} {momentText(at)}）
          </span>
        </div>
      ))}
    </div>
  );
}
