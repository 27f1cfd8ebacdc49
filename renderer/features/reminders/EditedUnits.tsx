import { Alert } from 'antd';
import type { ReminderItem } from '../../../electron/contract/reminders.ts';
import { rewrittenOf, useReminderTexts } from './reminderTexts.ts';

interface EditedUnitsProps {
  readonly units: readonly ReminderItem[];
  /** What becomes of a text that was rewritten beside the list. */
  readonly note: string;
}

/** Names the units whose text was rewritten beside the list, where a paper does not take it over. Nothing where none was. */
export function EditedUnits({ units, note }: EditedUnitsProps) {
  const edited = useReminderTexts((state) => state.edited);
  const names = rewrittenOf(edited, units).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={`${names.join('、')}：${note}`}
      style={{ margin: '8px 0' }}
      data-testid="texts-rewritten"
    />
  );
}
