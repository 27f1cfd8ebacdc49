import { App, Button, Tooltip } from 'antd';
import { saveWritten } from '../../api/files.ts';
import { useAction } from '../../api/useAction.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { WIZARD_WORDS as W } from '../../words/wizard.ts';

/** Gives the office as it stands away as one file that another machine can begin from. */
export function ProfileExport() {
  const { message } = App.useApp();
  const writing = useAction('profiles.export');
  const write = async () => {
    const written = await writing.run({});
    const place = written ? await saveWritten(written) : null;
    if (place !== null) message.success(`${W.exported} ${place}`);
  };
  return (
    <>
      <Tooltip title={W.exportHint}>
        <Button loading={writing.busy} onClick={write} data-testid="export-profile">
          {W.exportProfile}
        </Button>
      </Tooltip>
      <ErrorNotice error={writing.error} onClose={writing.clearError} />
    </>
  );
}
