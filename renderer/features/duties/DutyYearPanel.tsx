import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Space } from 'antd';
import { useEffect, useState } from 'react';
import type { DutyDraft, DutyYear } from '../../../electron/contract/duties.ts';
import type { Day } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { useAppInfo } from '../../state/appInfo.ts';
import { YEAR_WORDS as W } from '../../words/dutyParts.ts';
import { YearPicture } from './YearPicture.tsx';

interface DutyYearPanelProps {
  readonly directory: Directory;
  readonly duty: string;
  readonly scheduled: boolean;
  readonly year: number;
  readonly onYear: (year: number) => void;
  /** What is being written; null: not complete yet. Absent: the year as it stands. */
  readonly draft?: DutyDraft | null;
  readonly from?: Day | undefined;
}

/** Typing must not ask with every letter. */
const TYPING_MS = 300;

/** The picture of a duty's year with the years to go through; of a draft, what saving it would do. */
export function DutyYearPanel({ directory, duty, scheduled, year, onYear, draft, from }: DutyYearPanelProps) {
  const { now } = useAppInfo();
  const asked = useSettled({ duty, year, ...(draft ? { draft } : {}), ...(draft && from ? { from } : {}) });
  const answer = useRequest('duties.year', draft === null ? null : asked);
  const { data } = answer;
  // The answer for another duty or year stays until the new one comes.
  const picture = data?.duty === duty && data.year === year ? data : undefined;
  return (
    <div className="duty-year">
      <div className="row spread" style={{ marginBottom: 8 }}>
        <b>{W.title}</b>
        <Space.Compact>
          <Button size="small" aria-label={W.previous} icon={<LeftOutlined />} onClick={() => onYear(year - 1)} />
          <Button size="small" style={{ width: 76, pointerEvents: 'none' }} tabIndex={-1}>
            {year} 年
          </Button>
          <Button size="small" aria-label={W.next} icon={<RightOutlined />} onClick={() => onYear(year + 1)} />
        </Space.Compact>
      </div>
      <ErrorNotice error={answer.error} onRetry={answer.reload} />
      {draft === null && <div className="muted">{W.noPreview}</div>}
      {!picture && !answer.error && draft !== null && <Waiting />}
      {picture && !answer.error && (
        <>
          {picture.shared.length > 0 && <SharedTables shared={picture.shared} directory={directory} />}
          <YearPicture picture={picture} drafted={draft !== undefined} now={now} scheduled={scheduled} />
        </>
      )}
    </div>
  );
}

/** Tables that another duty collects of the same units: every such file will be asked about. */
function SharedTables({ shared, directory }: { readonly shared: DutyYear['shared']; readonly directory: Directory }) {
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 8 }}
      title={W.shared}
      data-testid="shared-tables"
      description={shared.map(({ template, duty, units }) => (
        <div key={`${template} ${duty}`}>
          {`“${shortTemplateTitle(directory.templateTitle(template))}”：${duty} ${directory.dutyTitle(duty)}（${units} 个单位两项都报）`}
        </div>
      ))}
    />
  );
}

/** A value once it has stayed the same for a moment. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as T), TYPING_MS); // what `value` was made into
    return () => clearTimeout(timer);
  }, [key]);
  return settled;
}
