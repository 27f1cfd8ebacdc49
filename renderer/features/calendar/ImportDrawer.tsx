import { FileTextOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Input } from 'antd';
import { useRef, useState } from 'react';
import type { CalendarDraft } from '../../../electron/contract/calendar.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { EffectList } from './EffectList.tsx';
import { NoticeDays } from './NoticeDays.tsx';

interface ImportDrawerProps {
  readonly open: boolean;
  readonly draft: CalendarDraft | null;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly directory: Directory;
  readonly onRead: (text: string) => void;
  readonly onFile: (files: FileList | null) => void;
  readonly onSave: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** 导入放假安排: paste or file, then what was read, what is doubtful and what it moves, and only then saved. */
export function ImportDrawer(props: ImportDrawerProps) {
  const { open, draft, busy, error, onSave, onAgain, onClose } = props;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      size={820}
      title={draft ? `核对 ${draft.notice.year} 年放假安排` : W.import}
      destroyOnHidden
      footer={
        draft ? (
          <div className="row" style={{ justifyContent: 'flex-end' }}>
            <Button onClick={onAgain}>{W.again}</Button>
            <Button type="primary" loading={busy} onClick={onSave} data-testid="notice-save">
              {W.save} {draft.notice.year} 年
            </Button>
          </div>
        ) : null
      }
    >
      <div style={{ display: 'flex', flexDirection: 'column', gap: 10 }} data-testid="import-notice">
        <ErrorNotice error={error} />
        {draft ? <Draft draft={draft} directory={props.directory} /> : <Source {...props} />}
      </div>
    </Drawer>
  );
}

function Source({ busy, onRead, onFile }: Pick<ImportDrawerProps, 'busy' | 'onRead' | 'onFile'>) {
  const [text, setText] = useState('');
  const file = useRef<HTMLInputElement>(null);
  return (
    <>
      <span>{W.importIntro}</span>
      <Input.TextArea
        aria-label="通知全文"
        data-testid="notice-text"
        rows={16}
        autoFocus
        placeholder={W.paste}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row spread">
        <Button icon={<FileTextOutlined />} onClick={() => file.current?.click()}>
          {W.chooseFile}
        </Button>
        <input
          ref={file}
          type="file"
          accept=".json,.txt"
          hidden
          data-testid="notice-file"
          onChange={(event) => {
            onFile(event.target.files);
            event.target.value = '';
          }}
        />
        <Button
          type="primary"
          disabled={text.trim() === ''}
          loading={busy}
          onClick={() => onRead(text)}
          data-testid="notice-read"
        >
          {W.read}
        </Button>
      </div>
    </>
  );
}

function Draft({ draft, directory }: Pick<ImportDrawerProps, 'directory'> & { readonly draft: CalendarDraft }) {
  const { doubts, notice } = draft;
  return (
    <>
      {doubts.length === 0 ? (
        <Alert type="success" showIcon title={W.noDoubts} />
      ) : (
        <Alert
          type="warning"
          showIcon
          title={`${W.doubts}（${doubts.length}）`}
          data-testid="notice-doubts"
          description={
            <ul className="notice-doubts">
              {doubts.map((doubt) => (
                <li key={doubt}>{doubt}</li>
              ))}
            </ul>
          }
        />
      )}
      <NoticeDays notice={notice} />
      <EffectList effect={draft} directory={directory} />
    </>
  );
}
