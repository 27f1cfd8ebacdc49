import { type TableColumnsType, Tag } from 'antd';
import type { ItemScore } from '../../../electron/contract/assessment.ts';
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
import { type BatchUnitOf, batchCell, enteredText } from './batchCells.ts';
import type { BatchLine } from './batchLines.ts';
import { pointsText } from './resultRows.ts';
import type { SchemeLine } from './schemeLines.ts';
import type { BatchView } from './useBatch.ts';

interface BatchTableProps {
  readonly line: SchemeLine;
  readonly as: BatchUnitOf;
  readonly lines: readonly BatchLine[];
  readonly batch: BatchView;
}

/** Every unit with a field for its number and one for its own evidence. */
export function BatchTable({ line, as, lines, batch }: BatchTableProps) {
  return (
    <FillTable<BatchLine>
      rowKey="unit"
      data-testid="batch-table"
      dataSource={[...lines]}
      columns={columnsOf(line, as, batch)}
    />
  );
}

function columnsOf(line: SchemeLine, as: BatchUnitOf, batch: BatchView): TableColumnsType<BatchLine> {
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
