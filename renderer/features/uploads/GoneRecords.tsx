import { Alert } from 'antd';
import type { GoneRecord } from '../../../electron/contract/uploads.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { GONE_WORDS, UPLOAD_WORDS as W } from '../../words/uploads.ts';

interface GoneRecordsProps {
  readonly gone: readonly GoneRecord[];
  readonly unitName: (id: string) => string;
}

/** What the city's platform still holds of the period though the office took it back. */
export function GoneRecords({ gone, unitName }: GoneRecordsProps) {
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="upload-gone"
      title={`有 ${gone.length} ${W.gone}`}
      description={
        <ul style={{ margin: 0, paddingLeft: 18, maxHeight: 120, overflow: 'auto' }}>
          {gone.map(({ record, upload, at, unit, period, title, how }) => (
            <li key={record}>
              {unitName(unit)} {periodTitle(period)} {title}：{momentText(at)} 汇总（{upload}），{GONE_WORDS[how]}
            </li>
          ))}
        </ul>
      }
    />
  );
}
