import { FolderOpenOutlined, InboxOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useRef } from 'react';
import { filesOfList, type PickedFile } from '../../api/files.ts';

interface DropZoneProps {
  readonly onFiles: (picked: readonly PickedFile[]) => void;
  /** A thin bar above a plan already there. */
  readonly compact: boolean;
  /** Files hover over the page. */
  readonly over: boolean;
  readonly disabled: boolean;
}

/** Takes files and folders by button; the page around it takes drops. `compact`: only the buttons, above a plan already there. */
export function DropZone({ onFiles, compact, over, disabled }: DropZoneProps) {
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement) => {
    onFiles(filesOfList(input.files));
    input.value = '';
  };
  return (
    <section
      aria-label="拖放文件"
      data-testid="drop-zone"
      className={compact ? '' : 'panel'}
      style={{
        border: `${compact ? 1 : 2}px dashed ${over ? '#1d4f91' : '#a9b8cb'}`,
        borderRadius: 4,
        background: over ? '#e8f0fb' : '#fbfcfe',
        padding: compact ? '2px 8px' : '36px 16px',
        textAlign: 'center',
      }}
    >
      <input
        ref={fileInput}
        type="file"
        multiple
        hidden
        data-testid="file-input"
        onChange={(event) => take(event.target)}
      />
      <input
        ref={(element) => {
          folderInput.current = element;
          // Not in React's types, but in every browser engine this runs in.
          element?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        data-testid="folder-input"
        onChange={(event) => take(event.target)}
      />
      {compact ? null : (
        <>
          <InboxOutlined style={{ fontSize: 44, color: '#1d4f91' }} />
          <div style={{ fontSize: 17, margin: '6px 0' }}>把收到的附件或整个文件夹拖到这里</div>
          <div className="muted" style={{ marginBottom: 14 }}>
            自动认出单位、事项、模板和报送期，逐行检查；先预览，提交之前不改动任何数据
          </div>
        </>
      )}
      <Space>
        {compact ? <span className="muted small">可继续拖入</span> : null}
        <Button
          type={compact ? 'default' : 'primary'}
          size={compact ? 'small' : 'medium'}
          icon={<PlusOutlined />}
          disabled={disabled}
          onClick={() => fileInput.current?.click()}
        >
          选择文件
        </Button>
        <Button
          size={compact ? 'small' : 'medium'}
          icon={<FolderOpenOutlined />}
          disabled={disabled}
          onClick={() => folderInput.current?.click()}
        >
          选择文件夹
        </Button>
      </Space>
    </section>
  );
}
