import { FolderOpenOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef } from 'react';
import { filesOfList, type PickedFile } from '../../api/files.ts';
import { WIZARD_WORDS as W } from '../../words/wizard.ts';

interface ProfileFileFieldProps {
  readonly picked: PickedFile | undefined;
  readonly onPick: (file: PickedFile | undefined) => void;
}

/** The profile file to begin from. */
export function ProfileFileField({ picked, onPick }: ProfileFileFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className="panel row">
      <input
        ref={input}
        type="file"
        accept=".json"
        hidden
        data-testid="profile-file-input"
        onChange={(event) => {
          onPick(filesOfList(event.target.files)[0]);
          event.target.value = '';
        }}
      />
      <Button icon={<FolderOpenOutlined />} onClick={() => input.current?.click()}>
        {W.chooseFile}
      </Button>
      <span className={picked ? '' : 'muted'}>{picked?.name ?? W.noFile}</span>
    </div>
  );
}
