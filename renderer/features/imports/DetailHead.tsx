import { EyeOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { sizeText } from '../../parts/sizeText.ts';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { EntryTag } from './EntryTag.tsx';
import type { Entry } from './entries.ts';
import { partText } from './partText.ts';

interface DetailHeadProps {
  readonly entry: Entry;
  /** The clerk answered something about this table. */
  readonly answered: boolean;
  readonly busy: boolean;
  readonly onDiagnose: () => void;
  readonly onForget: () => void;
  readonly onSkip: () => void;
}

/** Which file and table this is, where it goes in one line, the mail it came in, and what can be done with the whole of it. */
export function DetailHead({ entry, answered, busy, onDiagnose, onForget, onSkip }: DetailHeadProps) {
  const { file, table, status } = entry;
  const { mail } = file;
  return (
    <div className="row spread" style={{ flexWrap: 'nowrap', alignItems: 'flex-start' }}>
      <div style={{ minWidth: 0 }}>
        <div style={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {file.name} <EntryTag status={status} />
        </div>
        {table ? <div data-testid="route">{routeLine(entry)}</div> : null}
        {mail ? (
          <div className="small" data-testid="mail">
            邮件　发件人 {mail.sender}　主题 {mail.subject}　发送 {momentText(mail.sentAt)}
          </div>
        ) : null}
        <div className="muted small">
          {table ? `工作表“${table.sheet}”${partText(table)}　` : ''}
          {sizeText(file.size)}　收到 {momentText(file.receivedAt)}　指纹 {file.sha256.slice(0, 12)}
        </div>
      </div>
      <Space className="no-print">
        {table || file.leftOut.length > 0 ? (
          <Button size="small" icon={<EyeOutlined />} onClick={onDiagnose}>
            导入诊断
          </Button>
        ) : null}
        {answered ? (
          <Button size="small" icon={<UndoOutlined />} disabled={busy} onClick={onForget}>
            撤回答复
          </Button>
        ) : null}
        {(table && status !== 'skipped') || isOpenPaper(entry, answered) ? (
          <Button size="small" icon={<StopOutlined />} disabled={busy} onClick={onSkip}>
            {table ? '本表不导入' : '本件不导入'}
          </Button>
        ) : null}
      </Space>
    </div>
  );
}

/** A paper nothing was said of yet; what was said of one is taken back first. */
const isOpenPaper = ({ table, status, file }: Entry, answered: boolean): boolean =>
  table === null && status === 'attachment' && file.leftOut.length === 0 && !answered;

function routeLine({ table }: Entry): string {
  if (!table) return '';
  const { unit, duty, template, templateTitle, period } = table;
  return [
    unit?.name ?? '单位待定',
    template ? shortTemplateTitle(templateTitle ?? template) : (duty?.title ?? '事项待定'),
    period ? periodTitle(period) : '报送期待定',
  ].join(' · ');
}
