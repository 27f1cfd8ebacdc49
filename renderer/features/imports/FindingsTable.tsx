import { useMemo, useState } from 'react';
import type { Finding, RuleCode, Severity } from '../../../electron/contract/findings.ts';
import type { CellCorrection, Confirmation, TablePlan } from '../../../electron/contract/imports.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { ValueEditor } from '../../parts/ValueEditor.tsx';
import { ConfirmationEditor } from './ConfirmationEditor.tsx';
import { CorrectionList } from './CorrectionList.tsx';
import { confirmationOf, findingsAlike } from './confirmations.ts';
import { FindingFilter } from './FindingFilter.tsx';
import { findingColumns, type Row } from './findingColumns.tsx';

export interface FindingActions {
  readonly correct: (correction: CellCorrection) => void;
  readonly takeBackCorrection: (cell: string) => void;
  readonly confirm: (confirmations: readonly Confirmation[]) => void;
  readonly takeBackConfirmation: (finding: Pick<Confirmation, 'row' | 'cell' | 'rule'>) => void;
  /** Asks for the reasons written before for a finding like this. */
  readonly askReasons: (finding: Finding) => void;
}

interface FindingsTableProps {
  readonly table: TablePlan;
  readonly reasons: readonly string[];
  readonly busy: boolean;
  readonly actions: FindingActions;
}

interface Editing {
  readonly key: number;
  readonly act: 'correct' | 'confirm';
}

/** Findings of one table, filtered by severity and rule; a cell is mended or a finding let pass on the spot. */
export function FindingsTable({ table, reasons, busy, actions }: FindingsTableProps) {
  const { findings, corrections } = table;
  const [severity, setSeverity] = useState<Severity | 'all'>('all');
  const [rule, setRule] = useState<RuleCode | null>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const rows = useMemo(() => findings.map((finding, key) => ({ ...finding, key })), [findings]);
  const shown = rows.filter(
    (row) => (severity === 'all' || row.severity === severity) && (rule === null || row.rule === rule),
  );
  const close = () => setEditing(null);
  const columns = findingColumns({
    busy,
    onCorrect: (row) => setEditing({ key: row.key, act: 'correct' }),
    onConfirm: (row) => {
      actions.askReasons(row);
      setEditing({ key: row.key, act: 'confirm' });
    },
    onTakeBack: (row) => {
      if (row.row !== null) actions.takeBackConfirmation({ row: row.row, cell: row.cell, rule: row.rule });
    },
  });
  const editor = (row: Row) =>
    editing?.act === 'correct' && row.cell !== null ? (
      <ValueEditor
        title={row.cell}
        hint={row.column}
        value={row.value}
        busy={busy}
        onCancel={close}
        onSave={(value, reason) => {
          if (row.cell !== null) actions.correct({ cell: row.cell, value, reason });
          close();
        }}
      />
    ) : (
      <ConfirmationEditor
        finding={row}
        earlier={reasons}
        alike={findingsAlike(findings, row).length}
        busy={busy}
        onCancel={close}
        onSave={(reason, all) => {
          actions.confirm([row, ...(all ? findingsAlike(findings, row) : [])].flatMap(confirmationOf(reason)));
          close();
        }}
      />
    );
  return (
    <div className="fill" style={{ display: 'flex', flexDirection: 'column', gap: 6, height: '100%' }}>
      <CorrectionList corrections={corrections} busy={busy} onTakeBack={actions.takeBackCorrection} />
      {findings.length === 0 ? <p className="muted">没有发现问题。</p> : null}
      {findings.length > 0 ? (
        <>
          <FindingFilter
            findings={findings}
            severity={severity}
            rule={rule}
            onSeverity={setSeverity}
            onRule={setRule}
          />
          <FillTable<Row>
            columns={columns}
            dataSource={shown}
            virtual={shown.length > 100}
            scrollX={640}
            rowClassName={(row) => (row.reason === undefined ? '' : 'passed')}
            expandable={{
              showExpandColumn: false,
              expandedRowKeys: editing === null ? [] : [editing.key],
              // The table keeps a closed row's content; an editor opened again must begin anew.
              expandedRowRender: (row) => (row.key === editing?.key ? editor(row) : null),
            }}
          />
        </>
      ) : null}
    </div>
  );
}
