import { App, Button, Popconfirm, Table } from 'antd';
import { useState } from 'react';
import type { Assignment, Exemption } from '../../../electron/contract/assignments.ts';
import type { Duty } from '../../../electron/contract/duties.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ExemptionForm } from '../../parts/ExemptionForm.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { byOperator } from '../../state/operator.ts';
import { EXEMPTION_WORDS, ROLE_WORDS, PARTS_WORDS as W } from '../../words/dutyParts.ts';
import { AssignmentForm } from './AssignmentForm.tsx';

interface DutyPartsProps {
  readonly duty: Duty;
  readonly directory: Directory;
}

/** Who owes a duty besides its groups, and who need not or may be later; each added with its reason and taken back. */
export function DutyParts({ duty, directory }: DutyPartsProps) {
  const { message } = App.useApp();
  const assignments = useRequest('assignments.list', { duty: duty.id });
  const exemptions = useRequest('exemptions.list', { duty: duty.id });
  const withdrawingPart = useAction('assignments.withdraw');
  const withdrawingExemption = useAction('exemptions.withdraw');
  const [adding, setAdding] = useState<'assignment' | Exemption['kind'] | null>(null);
  const close = () => setAdding(null);
  return (
    <>
      <ErrorNotice
        error={withdrawingPart.error ?? withdrawingExemption.error ?? assignments.error ?? exemptions.error}
      />
      <div className="row spread parts-head">
        <span>
          <b>{W.assignments}</b> <span className="muted small">{W.assignmentsHint}</span>
        </span>
        <Button size="small" onClick={() => setAdding('assignment')} data-testid="add-assignment">
          {W.addAssignment}
        </Button>
      </div>
      {adding === 'assignment' && <AssignmentForm duty={duty.id} directory={directory} onDone={close} />}
      <Table<Assignment>
        size="small"
        pagination={false}
        rowKey="id"
        locale={{ emptyText: W.noAssignments }}
        dataSource={[...(assignments.data ?? [])]}
        columns={[
          { title: W.unit, key: 'unit', width: 130, render: (_, one) => directory.unitName(one.unit) },
          { title: W.role, key: 'role', width: 120, render: (_, one) => ROLE_WORDS[one.role] },
          { title: W.fromTo, key: 'fromTo', width: 196, render: (_, one) => spanText(one) },
          { title: W.reason, key: 'reason', render: (_, one) => `${one.reason}${bracketed(one.documentNo)}` },
          {
            key: 'act',
            width: 64,
            render: (_, { id }) => (
              <Withdraw
                busy={withdrawingPart.busy}
                onConfirm={async () => {
                  if (await withdrawingPart.run({ id, ...byOperator() })) message.success(W.withdrawn);
                }}
              />
            ),
          },
        ]}
      />
      <div className="row spread parts-head">
        <b>{W.exemptions}</b>
        <div className="row">
          <Button size="small" onClick={() => setAdding('exempt')} data-testid="add-exemption">
            {W.addExemption}
          </Button>
          <Button
            size="small"
            disabled={duty.due === null}
            onClick={() => setAdding('extended')}
            data-testid="add-extension"
          >
            {W.addExtension}
          </Button>
        </div>
      </div>
      {(adding === 'exempt' || adding === 'extended') && (
        <ExemptionForm key={adding} kind={adding} duty={duty} directory={directory} onDone={close} />
      )}
      <Table<Exemption>
        size="small"
        pagination={false}
        rowKey="id"
        locale={{ emptyText: W.noExemptions }}
        dataSource={[...(exemptions.data ?? [])]}
        columns={[
          { title: W.unit, key: 'unit', width: 130, render: (_, one) => directory.unitName(one.unit) },
          { title: '', key: 'kind', width: 56, render: (_, one) => EXEMPTION_WORDS[one.kind] },
          { title: W.scope, key: 'scope', width: 230, render: (_, one) => scopeText(one) },
          {
            title: W.reason,
            key: 'reason',
            render: (_, one) => `${one.reason}，${one.approver}批准${bracketed(one.documentNo)}`,
          },
          {
            key: 'act',
            width: 64,
            render: (_, { id }) => (
              <Withdraw
                busy={withdrawingExemption.busy}
                onConfirm={async () => {
                  if (await withdrawingExemption.run({ id, ...byOperator() })) message.success(W.withdrawn);
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}

function Withdraw({ busy, onConfirm }: { readonly busy: boolean; readonly onConfirm: () => Promise<void> }) {
  return (
    <Popconfirm title={W.withdrawAsk} onConfirm={onConfirm}>
      <Button size="small" type="text" danger loading={busy}>
        {W.withdraw}
      </Button>
    </Popconfirm>
  );
}

function spanText({ from, to }: Pick<Assignment, 'from' | 'to'>): string {
  if (from === null && to === null) return W.always;
  return `${from === null ? '' : `${from} 起`}${to === null ? '' : `${from === null ? '' : '，'}至 ${to}`}`;
}

function scopeText(one: Exemption): string {
  if (one.period !== null) return `${periodTitle(one.period)}，${W.until} ${momentText(one.until)}`;
  return `${spanText(one)}${one.duty === null ? `，${W.allDuties}` : ''}`;
}

function bracketed(text: string): string {
  return text === '' ? '' : `（${text}）`;
}
