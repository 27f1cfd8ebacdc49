import { Alert, Descriptions, Drawer } from 'antd';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { StatusTag } from '../../parts/StatusTag.tsx';
import { STATUS_HINTS, STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { CellExemptions } from './CellExemptions.tsx';
import { RegisterForm } from './RegisterForm.tsx';
import { SubmissionList } from './SubmissionList.tsx';
import type { OpenedCell } from './useCell.ts';

interface CellDrawerProps {
  readonly opened: OpenedCell;
  readonly directory: Directory;
  readonly onClosed: () => void;
}

/** Milliseconds by which the drawer has surely gone. */
const CLOSING = 400;

/** One cell of the grid: when it was due, what came, and what can be registered by hand. */
export function CellDrawer({ opened, directory, onClosed }: CellDrawerProps) {
  const { cell } = opened;
  return (
    <Drawer
      open={cell !== undefined}
      onClose={() => {
        opened.close();
        // A drawer closed while it was still opening does not tell when it has closed.
        setTimeout(onClosed, CLOSING);
      }}
      afterOpenChange={(open) => {
        if (!open) onClosed();
      }}
      size={520}
      title={cell ? `${directory.unitNameIn(cell.unit, cell.period)} · ${periodTitle(cell.period)}` : ''}
      destroyOnHidden
      data-testid="cell-drawer"
    >
      {cell && (
        <>
          <div style={{ fontSize: 15, fontWeight: 600, marginBottom: 8 }}>
            {directory.dutyTitleIn(cell.duty, cell.period)}
          </div>
          <Descriptions
            size="small"
            column={2}
            items={[
              { key: 'status', label: W.status, children: <StatusTag status={cell.status} late={cell.late} /> },
              { key: 'due', label: W.due, children: momentText(cell.due) },
              { key: 'received', label: W.received, children: momentText(cell.receivedAt) },
              {
                key: 'quota',
                label: W.quota,
                children: cell.quota === null ? `${cell.count}` : `${cell.count}，应报 ${cell.quota}`,
              },
            ]}
          />
          <div className="muted small">
            {cell.assigned ? STATUS_HINTS[cell.status] : cell.due ? W.notAssigned : W.noSchedule}
          </div>
          {cell.unallotted && <div className="muted small">{W.unallotted}</div>}
          {cell.contradicted && (
            <Alert
              type="warning"
              showIcon
              style={{ marginTop: 8 }}
              title={W.contradicted}
              description={W.contradictedHint}
              data-testid="contradicted"
            />
          )}
          <h3 className="cell-head">{W.submissions}</h3>
          <SubmissionList
            submissions={opened.submissions}
            loading={opened.loading}
            templateTitle={directory.templateTitle}
            onWithdraw={opened.withdraw}
          />
          <CellExemptions
            key={`exemptions ${cell.unit} ${cell.duty} ${cell.period}`}
            cell={cell}
            directory={directory}
          />
          <h3 className="cell-head">{W.register}</h3>
          {opened.error && (
            <div className="cell-error">
              <ErrorNotice error={opened.error} />
            </div>
          )}
          <RegisterForm
            key={`${cell.unit} ${cell.duty} ${cell.period}`}
            zeroAllowed={directory.duties.find((duty) => duty.id === cell.duty)?.zeroReport !== 'none'}
            busy={opened.busy}
            onRegister={opened.register}
          />
        </>
      )}
    </Drawer>
  );
}
