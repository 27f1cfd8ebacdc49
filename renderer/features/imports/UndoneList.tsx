import type { UndoResult } from '../../../electron/contract/batches.ts';
import { momentText } from '../../parts/periods.ts';

/** Records that stayed when a batch was taken back, because the office mended them since. */
export function UndoneList({ corrected }: { readonly corrected: UndoResult['corrected'] }) {
  return (
    <div data-testid="kept-records">
      <p>下面 {corrected.length} 条导入之后经人工更正过，没有退回，请逐条核对：</p>
      <ul style={{ maxHeight: 300, overflow: 'auto', paddingInlineStart: 18 }}>
        {corrected.map(({ id, title, by, at }) => (
          <li key={id}>
            {title}
            <span className="muted small">{`　${by || '未记姓名'} ${momentText(at)} 更正`}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
