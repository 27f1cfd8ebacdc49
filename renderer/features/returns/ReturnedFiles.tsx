import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button, Space, Table, Tag } from 'antd';
import type { WrittenFile } from '../../../electron/contract/circulars.ts';
import type { ReturnedFile } from '../../../electron/contract/returns.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { RETURN_WORDS as W } from '../../words/returns.ts';

interface ReturnedFilesProps {
  readonly files: readonly ReturnedFile[];
  readonly onSave: (file: WrittenFile) => void;
  /** The three files of one return, one after the other. */
  readonly onSaveAll: (files: readonly WrittenFile[]) => void;
  /** Opens the folder a file lies in; null where only downloads are possible. */
  readonly onShow: ((file: WrittenFile) => void) | null;
}

/** What was just written to be sent back: per file the marked workbook, the notice and the draft mail. */
export function ReturnedFiles({ files, onSave, onSaveAll, onShow }: ReturnedFilesProps) {
  if (files.length === 0) return <p className="muted">{W.none}</p>;
  return (
    <Table<ReturnedFile>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...files]}
      data-testid="returned-files"
      columns={[
        { title: '单位', dataIndex: 'unitName', width: 110 },
        {
          title: '单位发来的文件',
          dataIndex: 'source',
          render: (name: string, { enclosed }) => (
            <>
              <span className="prewrap">{name}</span>
              {enclosed === 'marked' ? null : <Tag color="orange">{W.listOnly}</Tag>}
            </>
          ),
        },
        {
          title: '问题',
          key: 'findings',
          width: 150,
          render: (_, { findings, errors }) => (
            <>
              <SeverityTag severity="error" count={errors} /> 共 {findings} 处
            </>
          ),
        },
        {
          title: '退回文件',
          key: 'files',
          width: 480,
          render: (_, returned) => (
            <Space orientation="vertical" size={2}>
              {returned.files.map((file) => (
                <span key={file.path} className="row" style={{ gap: 4 }}>
                  <Button size="small" type="link" icon={<DownloadOutlined />} onClick={() => onSave(file)}>
                    {file.name}
                  </Button>
                  {onShow ? (
                    <Button
                      size="small"
                      icon={<FolderOpenOutlined />}
                      aria-label={W.show}
                      title={W.show}
                      onClick={() => onShow(file)}
                    />
                  ) : null}
                </span>
              ))}
              <span className="row small muted">
                <Button size="small" onClick={() => onSaveAll(returned.files)}>
                  {W.saveAll}
                </Button>
                {returned.mailTo ? `邮件草稿收件人：${returned.mailTo}` : W.noMail}
              </span>
            </Space>
          ),
        },
      ]}
    />
  );
}
