import type { UploadPreview } from '../../../electron/contract/uploads.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { UPLOAD_WORDS as W } from '../../words/uploads.ts';

interface UnitRowsProps {
  readonly preview: UploadPreview;
  readonly unitName: (id: string) => string;
}

/** How many rows of each unit go into the consolidated workbook. */
export function UnitRows({ preview, unitName }: UnitRowsProps) {
  return (
    <section className="upload-part" aria-label={W.units}>
      <b data-testid="upload-rows">
        可上报 {preview.rows} 条，来自 {preview.units.length} 个单位
      </b>
      {preview.rows === 0 ? (
        <EmptyState title={W.nothing} next={W.nothingHint} />
      ) : (
        <FillTable
          rowKey="unit"
          dataSource={[...preview.units]}
          columns={[
            { title: '单位', dataIndex: 'unit', render: unitName },
            { title: '条数', dataIndex: 'rows', width: 80, className: 'number' },
          ]}
        />
      )}
    </section>
  );
}
