import { Alert, Button, Input, Segmented, Select, Switch } from 'antd';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Assessment } from '../../../electron/contract/assessment.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ENTRY_WORDS, BATCH_WORDS as W } from '../../words/assessment.ts';
import { BatchTable } from './BatchTable.tsx';
import { type BatchUnitOf, batchCell, batchChanges } from './batchCells.ts';
import { type BatchLine, batchLines, openByItem, typedGroups } from './batchLines.ts';
import { pieceText, type SchemeLine } from './schemeLines.ts';
import type { AssessmentView } from './useAssessment.ts';
import type { BatchView } from './useBatch.ts';

interface BatchTabProps {
  readonly page: AssessmentView;
  readonly assessment: Assessment;
  readonly batch: BatchView;
}

/** Wrong lines named at a time. */
const NAMED = 3;

/** One item of all units in a table to be filled downwards: points or pieces with a common evidence. */
export function BatchTab({ page, assessment, batch }: BatchTabProps) {
  const [withOthers, setWithOthers] = useState(false);
  const groups = useMemo(() => typedGroups(assessment), [assessment]);
  const open = useMemo(() => openByItem(assessment), [assessment]);
  const all = groups.flatMap((group) => group.lines);
  const line = all.find(({ id }) => id === batch.item) ?? all.find(({ id }) => open.has(id)) ?? all[0];
  if (line === undefined) return <EmptyState title={W.noItem} next={W.noItemHint} />;

  const as: BatchUnitOf = line.pieces === null ? 'points' : (batch.as ?? 'pieces');
  const lines = batchLines(page, assessment, line, withOthers);
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
      <BatchTable line={line} as={as} lines={lines} batch={batch} />
      <div className="key-hints">{W.keys}</div>
    </div>
  );
}

/** Puts one number at all units that have none: most are alike, the others are mended after. */
function FillAll({
  lines,
  onFill,
}: {
  readonly lines: readonly BatchLine[];
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

function fillText({ kind, max, pieces }: SchemeLine, as: BatchUnitOf): string {
  if (as === 'pieces' && pieces !== null) return `填${pieceText(pieces, kind)}`;
  if (kind === 'deduction') return `填要扣的分${max === null ? '' : `，最多 ${max} 分`}`;
  return `填分值，满分 ${max ?? 0} 分`;
}

function isUntouched({ unit, score, entry }: BatchLine, batch: BatchView): boolean {
  const isEmpty = (batch.typed.texts.get(unit) ?? '').trim() === '';
  return isEmpty && entry === undefined && (score === null || score.state !== 'objected');
}
