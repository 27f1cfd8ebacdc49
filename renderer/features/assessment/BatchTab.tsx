import { Alert, Button, Input, Segmented, Select, Switch, type TableColumnsType, Tag } from 'antd';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Assessment, AssessmentEntry, ItemScore } from '../../../electron/contract/assessment.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import {
  ASSESSMENT_WORDS,
  ENTRY_WORDS,
  ITEM_STATE_COLOURS,
  ITEM_STATE_WORDS,
  SHEET_WORDS,
  BATCH_WORDS as W,
} from '../../words/assessment.ts';
import { BatchCellField, BatchTextField } from './BatchCellField.tsx';
import { type BatchUnitOf, batchCell, batchChanges, enteredText, newestByUnit } from './batchCells.ts';
import { pointsText } from './resultRows.ts';
import { pieceText, type SchemeLine, type SchemeLineGroup, schemeLines } from './schemeLines.ts';
import type { AssessmentView } from './useAssessment.ts';
import type { BatchView } from './useBatch.ts';

interface BatchTabProps {
  readonly page: AssessmentView;
  readonly assessment: Assessment;
  readonly batch: BatchView;
}

/** Wrong lines named at a time. */
const NAMED = 3;

interface Line {
  readonly unit: string;
  readonly name: string;
  /** Null: the unit is not scored. */
  readonly score: ItemScore | null;
  readonly entry: AssessmentEntry | undefined;
}

/** One item of all units in a table to be filled downwards: points or pieces with a common evidence. */
export function BatchTab({ page, assessment, batch }: BatchTabProps) {
  const [withOthers, setWithOthers] = useState(false);
  const groups = useMemo(() => typedGroups(assessment), [assessment]);
  const open = useMemo(() => openByItem(assessment), [assessment]);
  const all = groups.flatMap((group) => group.lines);
  const line = all.find(({ id }) => id === batch.item) ?? all.find(({ id }) => open.has(id)) ?? all[0];
  if (line === undefined) return <EmptyState title={W.noItem} next={W.noItemHint} />;

  const as: BatchUnitOf = line.pieces === null ? 'points' : (batch.as ?? 'pieces');
  const lines = linesOf(page, assessment, line, withOthers);
  const changes = batchChanges(
    lines.map(({ unit }) => unit),
    batch.typed,
    { line, as, common: batch.common },
  );
  const wrong = lines.flatMap(({ unit, name }) => {
    const cell = batchCell(batch.typed.texts.get(unit) ?? '', line, as);
    return cell.is === 'wrong' ? [`${name}：${cell.why}`] : [];
  });
  const isWrong = wrong.length > 0;
  const lacksEvidence = changes.some(({ evidence }) => evidence === '');
  const isSending = batch.sent !== null;
  const canSave = changes.length > 0 && !isWrong && !lacksEvidence && !isSending;
  const save = () => {
    if (canSave) void batch.save(line.id, changes);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter saves from every field in it
    <div className="assessment-tab" onKeyDown={onKey}>
      <div className="row">
        <span>{W.item}</span>
        <Select
          aria-label={W.item}
          style={{ width: 300 }}
          value={line.id}
          onChange={batch.choose}
          options={groups.map(({ id, title, lines: own }) => ({
            label: title,
            title,
            key: id,
            options: own.map((one) => ({
              value: one.id,
              label: `${one.title}${open.has(one.id) ? `（待评 ${open.get(one.id)}）` : ''}`,
            })),
          }))}
          data-testid="batch-item"
        />
        {line.pieces === null ? null : (
          <Segmented<BatchUnitOf>
            aria-label={ENTRY_WORDS.how}
            value={as}
            onChange={batch.setAs}
            options={[
              { value: 'pieces', label: ENTRY_WORDS.pieces },
              { value: 'points', label: ENTRY_WORDS.points },
            ]}
          />
        )}
        <span className="muted">{fillText(line, as)}</span>
        <span className="row" style={{ marginLeft: 'auto' }}>
          <Switch size="small" aria-label={W.without} checked={withOthers} onChange={setWithOthers} />
          <span className="small">{W.without}</span>
        </span>
      </div>
      <div className="muted small">
        {W.basis}：{line.basis}
      </div>
      <div className="row">
        <span>{W.common}</span>
        <Input
          aria-label={W.common}
          placeholder={W.commonHint}
          style={{ flex: 1, minWidth: 260 }}
          value={batch.common}
          onChange={(event) => batch.setCommon(event.target.value)}
          data-testid="batch-evidence"
        />
        <FillAll
          lines={lines.filter((one) => isUntouched(one, batch))}
          onFill={(text, units) => batch.fill(units, text)}
        />
        <Button
          disabled={(batch.typed.texts.size === 0 && batch.typed.evidence.size === 0) || isSending}
          onClick={batch.clear}
        >
          {W.clear}
        </Button>
        <Button type="primary" loading={isSending} disabled={!canSave} onClick={save} data-testid="batch-save">
          {batch.sent === null ? `${W.save} ${changes.length} 个单位` : `${batch.sent.done} / ${batch.sent.of}`}
        </Button>
      </div>
      <ErrorNotice error={batch.error} />
      {isWrong ? <Alert type="error" showIcon title={`${W.wrong}。${wrong.slice(0, NAMED).join('；')}`} /> : null}
      {!isWrong && lacksEvidence ? <Alert type="warning" showIcon title={W.evidenceMissing} /> : null}
      <FillTable<Line>
        rowKey="unit"
        data-testid="batch-table"
        dataSource={[...lines]}
        columns={columnsOf(line, as, batch)}
      />
      <div className="key-hints">{W.keys}</div>
    </div>
  );
}

function columnsOf(line: SchemeLine, as: BatchUnitOf, batch: BatchView): TableColumnsType<Line> {
  return [
    { title: ASSESSMENT_WORDS.unit, dataIndex: 'name', width: 170, ellipsis: true },
    {
      title: as === 'points' ? ENTRY_WORDS.points : ENTRY_WORDS.pieces,
      key: 'fill',
      width: 130,
      render: (_, { unit, name, entry }) => (
        <BatchCellField
          label={`${name} ${as === 'points' ? ENTRY_WORDS.points : ENTRY_WORDS.pieces}`}
          value={batch.typed.texts.get(unit) ?? ''}
          before={enteredText(entry, as)}
          cell={batchCell(batch.typed.texts.get(unit) ?? '', line, as)}
          onChange={(text) => batch.type(unit, text)}
        />
      ),
    },
    {
      title: W.current,
      key: 'points',
      width: 90,
      align: 'right',
      render: (_, { score }) =>
        score === null || score.points === null ? '—' : score.state === 'open' ? '' : pointsText(score.points),
    },
    {
      title: W.state,
      key: 'state',
      width: 104,
      render: (_, { score, entry }) => <StateTag line={line} score={score} isTyped={entry !== undefined} />,
    },
    {
      title: W.own,
      key: 'evidence',
      render: (_, { unit, name, entry }) => (
        <BatchTextField
          label={`${name} ${SHEET_WORDS.evidence}`}
          value={batch.typed.evidence.get(unit) ?? ''}
          before={entry?.evidence ?? ''}
          onChange={(text) => batch.typeEvidence(unit, text)}
        />
      ),
    },
  ];
}

function StateTag({
  line,
  score,
  isTyped,
}: {
  readonly line: SchemeLine;
  readonly score: ItemScore | null;
  readonly isTyped: boolean;
}) {
  if (score === null) return <span className="muted">{W.outside}</span>;
  if (line.kind !== 'item' && score.state === 'typed' && !isTyped) return <span className="muted">无</span>;
  return <Tag color={ITEM_STATE_COLOURS[score.state]}>{ITEM_STATE_WORDS[score.state]}</Tag>;
}

/** Puts one number at all units that have none: most are alike, the others are mended after. */
function FillAll({
  lines,
  onFill,
}: {
  readonly lines: readonly Line[];
  readonly onFill: (text: string, units: readonly string[]) => void;
}) {
  const [text, setText] = useState('');
  const isReady = text.trim() !== '' && lines.length > 0;
  const fill = () => {
    if (!isReady) return;
    onFill(
      text.trim(),
      lines.map(({ unit }) => unit),
    );
    setText('');
  };
  return (
    <Input
      aria-label={W.fillAll}
      title={W.fillAllHint}
      placeholder={W.fillAll}
      style={{ width: 230 }}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onPressEnter={(event) => {
        if (!event.ctrlKey) fill();
      }}
      suffix={
        <Button size="small" type="text" disabled={!isReady} onClick={fill}>
          填入 {lines.length} 个
        </Button>
      }
    />
  );
}

function isUntouched({ unit, score, entry }: Line, batch: BatchView): boolean {
  const isEmpty = (batch.typed.texts.get(unit) ?? '').trim() === '';
  return isEmpty && entry === undefined && (score === null || score.state !== 'objected');
}

function fillText({ kind, max, pieces }: SchemeLine, as: BatchUnitOf): string {
  if (as === 'pieces' && pieces !== null) return `填${pieceText(pieces, kind)}`;
  if (kind === 'deduction') return `填要扣的分${max === null ? '' : `，最多 ${max} 分`}`;
  return `填分值，满分 ${max ?? 0} 分`;
}

function typedGroups(assessment: Assessment): readonly SchemeLineGroup[] {
  const words = { bonus: SHEET_WORDS.bonusTitle, deduction: SHEET_WORDS.deductionTitle };
  return schemeLines(assessment.version.scheme, words)
    .map((group) => ({ ...group, lines: group.lines.filter(({ isTyped }) => isTyped) }))
    .filter(({ lines }) => lines.length > 0);
}

function openByItem({ units }: Assessment): ReadonlyMap<string, number> {
  const open = new Map<string, number>();
  for (const { items } of units)
    for (const { item, state } of items) if (state === 'open') open.set(item, (open.get(item) ?? 0) + 1);
  return open;
}

/** Units in the order of the office's list, as a clerk's own papers have them; those that are not scored last. */
function linesOf(page: AssessmentView, assessment: Assessment, line: SchemeLine, withOthers: boolean): readonly Line[] {
  const entries = newestByUnit(page.entries, line.id);
  const scores = new Map(assessment.units.map((unit) => [unit.unit, unit]));
  const order = new Map(page.directory.units.map(({ id }, place) => [id, place]));
  const scored = assessment.units
    .toSorted((a, b) => (order.get(a.unit) ?? Infinity) - (order.get(b.unit) ?? Infinity))
    .map((unit): Line => {
      const own = [...unit.items, ...unit.bonuses, ...unit.deductions].find(({ item }) => item === line.id);
      return { unit: unit.unit, name: unit.name, score: own ?? null, entry: entries.get(unit.unit) };
    });
  const day = `${assessment.year}-12-31`;
  const others = page.directory
    .unitsOn(day < assessment.asOf.slice(0, 10) ? day : assessment.asOf.slice(0, 10))
    .filter(({ id, activeTo }) => !scores.has(id) && (activeTo === null || activeTo >= `${assessment.year}-01-01`))
    .map(({ id, name }): Line => ({ unit: id, name, score: null, entry: entries.get(id) }));
  return withOthers || scored.length === 0 ? [...scored, ...others] : scored;
}
