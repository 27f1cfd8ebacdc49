import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { BlankFile } from '../../../electron/contract/blanks.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { BLANK_WORDS as W } from '../../words/blanks.ts';

interface BlankFilesProps {
  readonly files: readonly BlankFile[];
  readonly directory: Directory;
  readonly onSave: (file: BlankFile) => void;
  /** Opens the folder a file lies in; null where only downloads are possible. */
  readonly onShow: ((file: BlankFile) => void) | null;
}

/** The blank workbooks just written. */
export function BlankFiles({ files, directory, onSave, onShow }: BlankFilesProps) {
  return (
    <>
      <div className="row spread">
        <b>
          {W.files} {files.length} 份
        </b>
        {onShow && files[0] ? (
          <Button
            size="small"
            icon={<FolderOpenOutlined />}
            onClick={() => {
              if (files[0]) onShow(files[0]);
            }}
          >
            打开所在文件夹
          </Button>
        ) : null}
      </div>
      <FillTable<BlankFile>
        rowKey="out"
        data-testid="blank-files"
        dataSource={[...files]}
        columns={[
          { title: '文件', dataIndex: 'name', ellipsis: true },
          {
            title: '单位',
            dataIndex: 'unit',
            width: 220,
            render: (unit: string | null) => (unit === null ? W.forAll : directory.unitName(unit)),
          },
          { title: '模板', dataIndex: 'template', width: 220, ellipsis: true, render: directory.templateTitle },
          {
            title: '',
            key: 'save',
            width: 90,
            render: (_, file) => (
              <Button size="small" icon={<DownloadOutlined />} onClick={() => onSave(file)}>
                {W.save}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}
