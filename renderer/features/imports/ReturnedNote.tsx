import { Alert } from 'antd';
import type { TablePlan } from '../../../electron/contract/imports.ts';
import { dayText } from '../../parts/periods.ts';

/** Of a table that was sent back and came again: how much of it is mended. */
export function ReturnedNote({ returned }: { readonly returned: NonNullable<TablePlan['returned']> }) {
  const { at, mended, open } = returned;
  return (
    <Alert
      type={open === 0 ? 'success' : 'warning'}
      showIcon
      data-testid="returned-note"
      title={`${dayText(at)} 退回的 ${mended + open} 处问题，${
        open === 0 ? '已全部改好' : `已改 ${mended} 处，还有 ${open} 处没改`
      }。`}
    />
  );
}
