import { App, Button, Popconfirm } from 'antd';
import { useState } from 'react';
import type { Exemption } from '../../../electron/contract/assignments.ts';
import type { GridCell } from '../../../electron/contract/status.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ExemptionForm } from '../../parts/ExemptionForm.tsx';
import { momentText, startOfPeriod, stepPeriod } from '../../parts/periods.ts';
import { byOperator } from '../../state/operator.ts';
import { EXEMPTION_WORDS, PARTS_WORDS } from '../../words/dutyParts.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';

interface CellExemptionsProps {
  readonly cell: GridCell;
  readonly directory: Directory;
}

/** Whether the unit need not report this (免报), or later (延期): what holds for the square, and adding one with its approval. */
export function CellExemptions({ cell, directory }: CellExemptionsProps) {
  const { message } = App.useApp();
  const [adding, setAdding] = useState<Exemption['kind'] | null>(null);
  const list = useRequest('exemptions.list', { unit: cell.unit, duty: cell.duty });
  const withdrawing = useAction('exemptions.withdraw');
  const duty = directory.duties.find(({ id }) => id === cell.duty);
  const end = startOfPeriod(stepPeriod(cell.period, 1)).subtract(1, 'day').format('YYYY-MM-DD');
  const holding = (list.data ?? []).filter((one) => holds(one, cell, end));
  if (!duty) return null;
  return (
    <>
      <h3 className="cell-head">{W.exemptions}</h3>
      <div className="row spread">
        <span className="muted small">{holding.length === 0 ? PARTS_WORDS.noExemptions : ''}</span>
        <div className="row">
          <Button size="small" onClick={() => setAdding('exempt')} data-testid="cell-exempt">
            {PARTS_WORDS.addExemption}
          </Button>
          <Button
            size="small"
            disabled={duty.due === null}
            onClick={() => setAdding('extended')}
            data-testid="cell-extend"
          >
            {PARTS_WORDS.addExtension}
          </Button>
        </div>
      </div>
      <ErrorNotice error={withdrawing.error ?? list.error} />
      {adding !== null && (
        <ExemptionForm
          key={adding}
          kind={adding}
          duty={duty}
          directory={directory}
          unit={cell.unit}
          period={cell.period}
          days={{ from: startOfPeriod(cell.period).format('YYYY-MM-DD'), to: end }}
          onDone={() => setAdding(null)}
        />
      )}
      {holding.map((one) => (
        <div key={one.id} className="row spread" data-testid={`exemption-${one.id}`}>
          <span>
            <b>
              {EXEMPTION_WORDS[one.kind]}
              {one.kind === 'extended' ? `至 ${momentText(one.until)}` : ''}
            </b>
            　{one.reason}，{one.approver}批准（{one.documentNo}）
          </span>
          <Popconfirm
            title={PARTS_WORDS.withdrawAsk}
            onConfirm={async () => {
              if (await withdrawing.run({ id: one.id, ...byOperator() })) message.success(PARTS_WORDS.withdrawn);
            }}
          >
            <Button size="small" type="text" danger loading={withdrawing.busy}>
              {PARTS_WORDS.withdraw}
            </Button>
          </Popconfirm>
        </div>
      ))}
    </>
  );
}

/** Whether an exemption or extension is about this square: its period, or the days its period ends in. */
function holds(one: Exemption, cell: GridCell, end: string): boolean {
  if (one.kind === 'extended') return one.period === cell.period;
  return (one.from === null || one.from <= end) && (one.to === null || end <= one.to);
}
