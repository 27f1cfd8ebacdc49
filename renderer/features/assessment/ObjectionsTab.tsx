import { Button, Segmented, type TableColumnsType, Tag } from 'antd';
import { useState } from 'react';
import type { Assessment, Objection } from '../../../electron/contract/assessment.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { dayText } from '../../parts/periods.ts';
import {
  ASSESSMENT_WORDS,
  OBJECTION_STATE_COLOURS,
  OBJECTION_STATE_WORDS,
  SHEET_WORDS,
  OBJECTION_WORDS as W,
} from '../../words/assessment.ts';
import { DecisionEffect } from './DecisionEffect.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { type SchemeLine, schemeLines } from './schemeLines.ts';
import type { AssessmentView } from './useAssessment.ts';
import type { ScoringView } from './useScoring.ts';

interface ObjectionsTabProps {
  readonly page: AssessmentView;
  readonly assessment: Assessment;
  readonly scoring: ScoringView;
}

type Shown = Objection['state'] | 'all';

/** The year's objections, those that wait for an answer first. */
export function ObjectionsTab({ page, assessment, scoring }: ObjectionsTabProps) {
  const [state, setState] = useState<Shown>('all');
  const words = { bonus: SHEET_WORDS.bonusTitle, deduction: SHEET_WORDS.deductionTitle };
  const lines = new Map(
    schemeLines(assessment.version.scheme, words).flatMap((group) =>
      group.lines.map((line) => [line.id, line] as const),
    ),
  );
  const all = page.objections.toSorted(
    (a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.id - a.id,
  );
  if (all.length === 0) return <EmptyState title={W.none} next={W.noneHint} />;
  const count = (one: Shown) => (one === 'all' ? all : all.filter((objection) => objection.state === one)).length;
  const states: readonly Shown[] = ['all', 'open', 'granted', 'refused'];
  const deciding = scoring.open?.doing === 'decide' ? scoring.open.item : null;
  return (
    <div className="assessment-tab">
      <Segmented<Shown>
        aria-label={W.state}
        style={{ alignSelf: 'flex-start' }}
        value={state}
        onChange={setState}
        options={states.map((value) => ({
          value,
          label: `${value === 'all' ? ASSESSMENT_WORDS.all : OBJECTION_STATE_WORDS[value]} ${count(value)}`,
        }))}
      />
      <DecisionEffect scoring={scoring} />
      <FillTable<Objection>
        rowKey="id"
        data-testid="objections"
        dataSource={all.filter((objection) => state === 'all' || objection.state === state)}
        columns={columnsOf(page, lines, scoring)}
        expandable={{
          showExpandColumn: false,
          expandedRowKeys: all.filter((one) => deciding === keyOf(one)).map(({ id }) => id),
          expandedRowRender: (objection) => (
            <DecisionForm
              objection={objection}
              max={lines.get(objection.item)?.max ?? null}
              busy={scoring.busy}
              error={scoring.error}
              onDecide={(draft, id) => void scoring.decide(id, draft)}
              onClose={() => scoring.show(null)}
            />
          ),
        }}
      />
    </div>
  );
}

function columnsOf(
  page: AssessmentView,
  lines: ReadonlyMap<string, SchemeLine>,
  scoring: ScoringView,
): TableColumnsType<Objection> {
  const nameOf = (unit: string) =>
    page.assessment?.units.find((one) => one.unit === unit)?.name ?? page.directory.unitName(unit);
  return [
    {
      title: ASSESSMENT_WORDS.unit,
      dataIndex: 'unit',
      width: 130,
      ellipsis: true,
      render: (unit: string) => (
        <Button type="link" size="small" className="unit-link" onClick={() => page.openUnit(unit)}>
          {nameOf(unit)}
        </Button>
      ),
    },
    {
      title: W.item,
      dataIndex: 'item',
      width: 130,
      render: (item: string) => lines.get(item)?.title ?? '（在用方案里没有的项目）',
    },
    { title: W.claim, dataIndex: 'claim' },
    {
      title: W.raised,
      key: 'at',
      width: 112,
      render: (_, { at, by }) => (
        <>
          {dayText(at)}
          <div className="muted small">{by}</div>
        </>
      ),
    },
    {
      title: W.before,
      key: 'before',
      width: 84,
      align: 'right',
      render: (_, { before, decidedAt, decidedFrom }) => (
        <>
          {before ?? '缺项'}
          {decidedAt === null || decidedFrom === before ? null : (
            <div className="muted small">处理时 {decidedFrom ?? '缺项'}</div>
          )}
        </>
      ),
    },
    {
      title: W.after,
      dataIndex: 'after',
      width: 84,
      align: 'right',
      render: (after: number | null) => after ?? '—',
    },
    {
      title: W.decision,
      key: 'decision',
      render: (_, { decision, decidedAt, decidedBy }) =>
        decidedAt === null ? (
          '—'
        ) : (
          <>
            {decision}
            <div className="muted small">
              {decidedBy} {dayText(decidedAt)}
            </div>
          </>
        ),
    },
    {
      title: W.state,
      dataIndex: 'state',
      width: 96,
      render: (state: Objection['state']) => (
        <Tag color={OBJECTION_STATE_COLOURS[state]}>{OBJECTION_STATE_WORDS[state]}</Tag>
      ),
    },
    {
      title: '',
      key: 'decide',
      width: 104,
      render: (_, objection) =>
        objection.state === 'open' && lines.has(objection.item) ? (
          <Button size="small" onClick={() => scoring.toggle({ item: keyOf(objection), doing: 'decide' })}>
            {SHEET_WORDS.decide}
          </Button>
        ) : null,
    },
  ];
}

/** Lines of the sheet are open by their item; here the same item may be objected to by several units. */
function keyOf({ id }: Objection): string {
  return `objection ${id}`;
}
