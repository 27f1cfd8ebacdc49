import { Button, Tooltip } from 'antd';
import { useAction } from '../api/useAction.ts';
import { useSaving } from '../api/useSaving.ts';
import { WIZARD_WORDS as W } from '../words/wizard.ts';
import { ErrorNotice } from './ErrorNotice.tsx';

/** Gives the office as it stands away as one file that another machine can begin from. */
export function ProfileExport() {
  const save = useSaving();
  const writing = useAction('profiles.export');
  const write = async () => {
    await save(await writing.run({}), { word: W.exported });
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
