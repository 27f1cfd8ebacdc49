import { DownloadOutlined, FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { WrittenFile } from '../../../electron/contract/circulars.ts';
import { REMINDER_PAPER_WORDS as W } from '../../words/reminderPapers.ts';

interface WrittenFilesProps {
  readonly files: readonly WrittenFile[];
  readonly onSave: (file: WrittenFile) => void;
  readonly onSaveAll: (files: readonly WrittenFile[]) => void;
  /** Opens the folder a file lies in; null where only downloads are possible. */
  readonly onShow: ((file: WrittenFile) => void) | null;
}

/** Files just written, each to be saved elsewhere; in the desktop window their folder opens. */
export function WrittenFiles({ files, onSave, onSaveAll, onShow }: WrittenFilesProps) {
  const [first] = files;
  if (first === undefined) return null;
  return (
    <section aria-label={W.files} data-testid="written-files">
      <div className="row spread">
        <b>
          {W.files} {files.length} 个
        </b>
        <span className="row">
          {onShow ? (
            <Button size="small" icon={<FolderOpenOutlined />} onClick={() => onShow(first)}>
              {W.openFolder}
            </Button>
          ) : null}
          {files.length > 1 && !onShow ? (
            <Button size="small" onClick={() => onSaveAll(files)}>
              {W.saveAll}
            </Button>
          ) : null}
        </span>
      </div>
      <ul className="written-files">
        {files.map((file) => (
          <li key={file.path}>
            <Button type="link" size="small" icon={<DownloadOutlined />} onClick={() => onSave(file)}>
              {file.name}
            </Button>
          </li>
        ))}
      </ul>
      <div className="muted small">{W.folder}</div>
    </section>
  );
}
