import { Descriptions, Drawer, Segmented, Spin } from 'antd';
import { useState } from 'react';
import type { Cell, WorkbookListing } from '../../../electron/contract/sheets.ts';
import type { Requested } from '../../api/useRequest.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { SheetGrid } from './SheetGrid.tsx';

interface DiagnosisDrawerProps {
  readonly open: boolean;
  readonly name: string;
  /** The sheet to show first. */
  readonly sheet: string | undefined;
  readonly listing: Requested<WorkbookListing>;
  readonly onClose: () => void;
}

const CELL_TYPES: Readonly<Record<Cell['type'], string>> = {
  string: '文本',
  number: '数字',
  date: '日期',
  boolean: '逻辑值',
  error: '错误值',
  formula: '没有结果的公式',
};

/** 导入诊断: what the intake sees in a file, cell by cell, before any meaning. */
export function DiagnosisDrawer({ open, name, sheet, listing, onClose }: DiagnosisDrawerProps) {
  const [chosen, setChosen] = useState<string>();
  const [cell, setCell] = useState<Cell | null>(null);
  const sheets = listing.data?.sheets ?? [];
  const shown = sheets.find((one) => one.name === (chosen ?? sheet)) ?? sheets[0];
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={`导入诊断：${name}`}
      size="86%"
      destroyOnHidden
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      <ErrorNotice error={listing.error} onRetry={listing.reload} />
      {listing.loading && !listing.data ? <Spin delay={300} description="正在读取单元格…" /> : null}
      {shown ? (
        <>
          <div className="row spread">
            <Segmented
              aria-label="工作表"
              value={shown.name}
              onChange={(value) => {
                setChosen(value);
                setCell(null);
              }}
              options={sheets.map((one) => ({ value: one.name, label: one.hidden ? `${one.name}（隐藏）` : one.name }))}
            />
            <span className="muted small">
              格式 {listing.data?.format}　{shown.rows.length} 行有内容　合并区 {shown.merges.join('、') || '无'}　图片{' '}
              {shown.pictures} 张
            </span>
          </div>
          <SheetGrid key={shown.name} sheet={shown} selected={cell} onSelect={setCell} />
          <CellFacts cell={cell} />
        </>
      ) : null}
      {listing.data && !shown ? <EmptyState title="文件里没有工作表" next="请让单位重新发送工作簿。" /> : null}
    </Drawer>
  );
}

function CellFacts({ cell }: { readonly cell: Cell | null }) {
  if (!cell) return <div className="muted small">点一个单元格，看程序读到的值、类型和数字格式。</div>;
  return (
    <Descriptions
      size="small"
      bordered
      column={4}
      items={[
        { key: 'cell', label: '单元格', children: cell.cell },
        { key: 'type', label: '类型', children: `${CELL_TYPES[cell.type]}${cell.formula ? '（公式的结果）' : ''}` },
        { key: 'format', label: '数字格式', children: <span className="mono">{cell.format}</span> },
        { key: 'value', label: '值', children: <span className="mono">{String(cell.value ?? '（空）')}</span> },
        { key: 'text', label: '看到的文字', span: 3, children: <span className="prewrap">{cell.text}</span> },
        {
          key: 'marks',
          label: '标记',
          children:
            [cell.precisionLost ? '末位已丢失' : '', cell.struckOut ? '有删除线' : ''].filter(Boolean).join('、') ||
            '无',
        },
      ]}
    />
  );
}
