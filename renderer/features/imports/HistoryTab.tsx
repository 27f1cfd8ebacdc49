import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { printPage } from '../../api/files.ts';
import { useDirectory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ReturnDrawer } from '../returns/ReturnDrawer.tsx';
import { useReturnScope } from '../returns/useReturnScope.ts';
import { BatchDrawer } from './BatchDrawer.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { LockDrawer } from './LockDrawer.tsx';
import { useHistory } from './useHistory.tsx';

/** The second page of 导入: the batches committed so far, and the periods that are closed. */
export function HistoryTab({ onImport }: { readonly onImport: () => void }) {
  const history = useHistory();
  const directory = useDirectory();
  const { scope, setScope, returns } = useReturnScope();
  const { batches, locks, undoing, locking } = history;
  return (
    <>
      <ErrorNotice error={batches.error ?? undoing.error} onRetry={batches.reload} />
      <div className="row spread">
        <span className="muted small">每次导入和更正都在这里；撤销会退回到它之前的样子，原件仍然保留。</span>
        <Button size="small" icon={<LockOutlined />} data-testid="locks" onClick={() => history.setLocking(true)}>
          锁定报送期{locks.data?.length ? `（已锁定 ${locks.data.length} 期）` : ''}
        </Button>
      </div>
      <HistoryPanel
        batches={batches.data}
        loading={batches.loading}
        busy={undoing.busy}
        onOpen={history.open}
        onUndo={history.undo}
        onImport={onImport}
      />
      <BatchDrawer
        batch={history.opened}
        detail={history.detail}
        unitName={directory.unitName}
        onReturn={setScope}
        onPrint={printPage}
        onClose={() => history.open(null)}
      />
      <ReturnDrawer scope={scope} returns={returns} directory={directory} onClose={() => setScope(null)} />
      <LockDrawer
        open={history.isLocking}
        locks={locks.data}
        period={history.period}
        busy={locking.busy}
        error={locking.error ?? locks.error}
        onLock={history.lock}
        onClose={() => history.setLocking(false)}
      />
    </>
  );
}
