import { EditOutlined } from '@ant-design/icons';
import { Alert, Button, Descriptions, Drawer, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Attachment } from '../../../electron/contract/attachments.ts';
import type { CaseItem } from '../../../electron/contract/cases.ts';
import type { StoredFinding } from '../../../electron/contract/findings.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FindingCard } from '../../parts/FindingCard.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { ValueEditor } from '../../parts/ValueEditor.tsx';
import { ORIGIN_WORDS, CASE_WORDS as W } from '../../words/cases.ts';
import { CasePapers } from './CasePapers.tsx';

interface CaseDrawerProps {
  readonly item: CaseItem | null;
  readonly template: Template | undefined;
  readonly directory: Directory;
  /** The papers filed with it. */
  readonly papers: readonly Attachment[];
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  /** True when the value was accepted. */
  readonly onCorrect: (item: CaseItem, field: string, value: string, reason: string) => Promise<boolean>;
  readonly onConfirm: (finding: StoredFinding, reason: string | null) => void;
  readonly onOpenPaper: (id: number) => void;
  readonly onClose: () => void;
}

/** One case: where it came from, its papers, its findings, and every field with the way to mend it. */
export function CaseDrawer(props: CaseDrawerProps) {
  const { item, template, directory, papers, busy, error, onCorrect, onConfirm, onOpenPaper, onClose } = props;
  const isRecord = item?.origin === 'file' || item?.origin === 'typed';
  return (
    <Drawer
      open={item !== null}
      onClose={onClose}
      size={760}
      destroyOnHidden
      title={item?.title}
      extra={item && isRecord ? <Link to={recordLink(item)}>{W.toRecord}</Link> : null}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      {item ? (
        <>
          <Descriptions
            size="small"
            column={2}
            items={[
              { key: 'unit', label: '单位', children: directory.unitNameIn(item.unit, item.period) },
              { key: 'period', label: '报送期', children: periodTitle(item.period) },
              { key: 'origin', label: '来源', children: ORIGIN_WORDS[item.origin] },
              { key: 'received', label: '首次收到', children: momentText(item.receivedAt) },
              {
                key: 'papers',
                label: W.papers,
                span: 2,
                children: <CasePapers item={item} papers={papers} busy={busy} onOpen={onOpenPaper} />,
              },
            ]}
          />
          <ErrorNotice error={error} />
          {item.remarks.map(({ message }) => (
            <Alert key={message} type="warning" showIcon title={message} />
          ))}
          {item.findings.map((finding) => (
            <FindingCard
              key={finding.id}
              finding={finding}
              busy={busy}
              reasons={[]}
              onAskReasons={() => undefined}
              onConfirm={(reason) => onConfirm(finding, reason)}
            />
          ))}
          {isRecord ? (
            <Fields key={item.id} item={item} template={template} busy={busy} onCorrect={onCorrect} />
          ) : (
            <span className="muted">{item.origin === 'article' ? W.articleText : W.paperText}</span>
          )}
        </>
      ) : null}
    </Drawer>
  );
}

function Fields({
  item,
  template,
  busy,
  onCorrect,
}: Pick<CaseDrawerProps, 'template' | 'busy' | 'onCorrect'> & { readonly item: CaseItem }) {
  const [editing, setEditing] = useState<string | null>(null);
  const rows = (template?.columns ?? []).map(({ id, name }) => ({ id, name, value: String(item.values[id] ?? '') }));
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={rows}
      expandable={{
        showExpandColumn: false,
        expandedRowKeys: editing === null ? [] : [editing],
        expandedRowRender: (row) =>
          row.id !== editing ? null : (
            <ValueEditor
              title={row.name}
              hint={null}
              value={row.value}
              busy={busy}
              onCancel={() => setEditing(null)}
              onSave={async (value, reason) => {
                if (await onCorrect(item, row.id, value, reason)) setEditing(null);
              }}
            />
          ),
      }}
      columns={[
        { title: '栏目', dataIndex: 'name', width: 180 },
        {
          title: '内容',
          dataIndex: 'value',
          render: (value: string) =>
            value === '' ? <span className="muted small">（空）</span> : <span className="prewrap">{value}</span>,
        },
        {
          title: '',
          key: 'act',
          width: 44,
          render: (_, { id, name }) => (
            <Button
              size="small"
              type="text"
              icon={<EditOutlined />}
              aria-label={`更正${name}`}
              title={`更正${name}：原文保留，记下理由`}
              disabled={busy}
              onClick={() => setEditing(id)}
            />
          ),
        },
      ]}
    />
  );
}

/** The records page at this one, with what the unit wrote beside what the program read. */
function recordLink({ unit, template, period, id }: CaseItem): string {
  return `/records?${new URLSearchParams({ unit, template, period, record: String(id) })}`;
}
