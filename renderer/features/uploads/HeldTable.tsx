import { Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import {
  type HeldRecord,
  HOLD_REASONS,
  type HoldReason,
  type UploadPreview,
} from '../../../electron/contract/uploads.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { HOLD_HINTS, HOLD_WORDS, UPLOAD_WORDS as W } from '../../words/uploads.ts';

interface HeldTableProps {
  readonly preview: UploadPreview;
  readonly unitName: (id: string) => string;
}

/** What stays out of the upload and why, each with the way to its record. */
export function HeldTable({ preview, unitName }: HeldTableProps) {
  const [reason, setReason] = useState<HoldReason | 'all'>('all');
  const { held } = preview;
  const count = (code: HoldReason) => held.filter((record) => record.reason === code).length;
  const occurring = HOLD_REASONS.filter((code) => count(code) > 0);
  const wanted = reason !== 'all' && occurring.includes(reason) ? reason : 'all';
  const shown = wanted === 'all' ? held : held.filter((record) => record.reason === wanted);
  return (
    <section className="upload-part" aria-label={W.held}>
      <div className="row">
        <b data-testid="upload-held">
          {W.held} {held.length} 条
        </b>
        {occurring.length > 0 ? (
          <Segmented
            size="small"
            aria-label="按原因筛选"
            value={wanted}
            onChange={setReason}
            options={[
              { value: 'all' as const, label: `全部 ${held.length}` },
              ...occurring.map((code) => ({ value: code, label: `${HOLD_WORDS[code]} ${count(code)}` })),
            ]}
          />
        ) : null}
      </div>
      {wanted === 'all' ? null : <span className="muted small">{HOLD_HINTS[wanted]}</span>}
      {held.length === 0 ? (
        <EmptyState title={W.noHeld} next="这个报送期的记录都可以上报。" />
      ) : (
        <FillTable<HeldRecord>
          rowKey="record"
          dataSource={[...shown]}
          virtual={shown.length > 100}
          scrollX={640}
          columns={[
            { title: '单位', dataIndex: 'unit', width: 110, ellipsis: true, render: unitName },
            { title: '记录', dataIndex: 'title', width: 200, ellipsis: true },
            { title: '原因', dataIndex: 'reason', width: 150, render: (code: HoldReason) => HOLD_WORDS[code] },
            { title: '说明', dataIndex: 'detail', render: (text: string) => <span className="prewrap">{text}</span> },
            {
              title: '',
              key: 'record',
              width: 84,
              render: (_, record) => <Link to={recordLink(preview, record)}>{W.record}</Link>,
            },
          ]}
        />
      )}
    </section>
  );
}

/** The records page at this one: the unit's records of the template and period, the wanted one opened. */
function recordLink({ template, period }: UploadPreview, { record, unit }: HeldRecord): string {
  return `/records?${new URLSearchParams({ unit, template, period, record: String(record) })}`;
}
