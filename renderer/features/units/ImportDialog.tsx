import { Alert, Modal, Table, Tag } from 'antd';
import type { UnitImport } from '../../../electron/contract/units.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { IMPORT_ACT_WORDS, UNITS_WORDS as W } from '../../words/units.ts';

interface ImportDialogProps {
  readonly preview: UnitImport | null;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}

type Row = UnitImport['rows'][number];
const COLOURS: Readonly<Record<Row['act'], string>> = { add: 'green', change: 'blue', keep: 'default', refuse: 'red' };

/** What a unit list would do, row by row, before it is written. */
export function ImportDialog({ preview, busy, error, onWrite, onClose }: ImportDialogProps) {
  const writes = preview ? preview.added + preview.changed : 0;
  const kept = preview ? preview.rows.length - writes - preview.refused : 0;
  return (
    <Modal
      open={preview !== null || error !== undefined}
      width={900}
      title={W.importTitle}
      okText={writes > 0 ? `${W.importWrite} ${writes} 行` : W.importNothing}
      okButtonProps={{ disabled: writes === 0, loading: busy }}
      onOk={onWrite}
      onCancel={onClose}
      data-testid="units-import"
    >
      <ErrorNotice error={error} />
      {preview && (
        <>
          <p className="muted">{W.importHint}</p>
          <p>{`新增 ${preview.added} 个，修改 ${preview.changed} 个，不变 ${kept} 个，不收 ${preview.refused} 行。`}</p>
          {preview.unknownColumns.length > 0 && (
            <Alert type="warning" showIcon title={`${W.importUnknown}：${preview.unknownColumns.join('、')}`} />
          )}
          <Table<Row>
            size="small"
            rowKey="row"
            pagination={false}
            scroll={{ y: 360 }}
            dataSource={[...preview.rows]}
            columns={[
              { title: '行', dataIndex: 'row', width: 56 },
              {
                title: '结果',
                dataIndex: 'act',
                width: 96,
                render: (act: Row['act']) => <Tag color={COLOURS[act]}>{IMPORT_ACT_WORDS[act]}</Tag>,
              },
              { title: '单位', dataIndex: 'name', width: 160 },
              { title: '变化', key: 'changes', render: (_, row) => row.message ?? row.changes.join('；') },
            ]}
          />
        </>
      )}
    </Modal>
  );
}
