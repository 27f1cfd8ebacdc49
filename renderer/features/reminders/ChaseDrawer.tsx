import { Drawer } from 'antd';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { CHASE_WORDS as W } from '../../words/chases.ts';
import { ChaseTable } from './ChaseTable.tsx';
import type { ChaseLogView } from './useChaseLog.ts';

interface ChaseDrawerProps {
  readonly open: boolean;
  /** The unit and thing the log is about. */
  readonly title: string;
  readonly log: ChaseLogView;
  readonly directory: Directory;
  readonly onClose: () => void;
}

/** The chases about one thing a unit owes. */
export function ChaseDrawer({ open, title, log, directory, onClose }: ChaseDrawerProps) {
  const talks = log.log?.talks;
  return (
    <Drawer
      open={open}
      onClose={onClose}
      // Wide enough that its cross is not under the message that a withdrawal is done.
      size={860}
      destroyOnHidden
      title={`${W.log}：${title}`}
      styles={{ body: { display: 'flex', flexDirection: 'column', gap: 10, padding: 12 } }}
    >
      <ErrorNotice error={log.error} onRetry={log.reload} />
      {talks === undefined ? log.error ? null : <Waiting /> : null}
      {talks?.length === 0 ? <EmptyState title={W.empty} next={W.emptyHint} /> : null}
      {talks !== undefined && talks.length > 0 ? (
        <ChaseTable
          talks={talks}
          directory={directory}
          busy={log.busy}
          loading={log.loading}
          isWhole={false}
          onWithdraw={log.withdraw}
        />
      ) : null}
    </Drawer>
  );
}
