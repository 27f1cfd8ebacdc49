import { UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { TablePlan } from '../../../electron/contract/imports.ts';

interface CorrectionListProps {
  readonly corrections: TablePlan['corrections'];
  readonly busy: boolean;
  readonly onTakeBack: (cell: string) => void;
}

/** Cells mended on the spot, each with the value as sent and the way back. */
export function CorrectionList({ corrections, busy, onTakeBack }: CorrectionListProps) {
  if (corrections.length === 0) return null;
  return (
    <div className="corrections" data-testid="corrections">
      <b>已更正 {corrections.length} 处</b>（提交时记下更正人和理由，单位原文仍保留）
      {corrections.map(({ cell, raw, value, reason }) => (
        <div key={cell} className="row">
          <b>{cell}</b>
          <span>
            <del className="mono">{raw === '' ? '（空）' : raw}</del> →{' '}
            <span className="mono">{value || '（空）'}</span>
          </span>
          <span className="muted small">{reason}</span>
          <Button size="small" icon={<UndoOutlined />} disabled={busy} onClick={() => onTakeBack(cell)}>
            撤回更正
          </Button>
        </div>
      ))}
    </div>
  );
}
