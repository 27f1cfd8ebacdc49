import { Button, type TableColumnsType, Tag } from 'antd';
import type { ReactNode } from 'react';
import type { Assessment, AssessmentScheme } from '../../../electron/contract/assessment.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { ASSESSMENT_WORDS as W } from '../../words/assessment.ts';
import { type GroupPoints, pointsText, type ResultRow, sumOf, unrankedReason } from './resultRows.ts';

interface ResultTableProps {
  readonly assessment: Assessment;
  readonly rows: readonly ResultRow[];
  readonly onOpen: (unit: string) => void;
  readonly onOpenFigure: (ref: FigureRef, shown: string) => void;
}

const RANK = 48;
const UNIT = 132;
const GROUP = 96;
const NARROW = 70;
const COUNT = 63;
const SCORE = 88;
const BAND = 72;

/** Every unit's points by group, best first; a unit's name opens its score sheet, and points what they are the sum of. */
export function ResultTable(props: ResultTableProps) {
  const { rows } = props;
  const { scheme } = props.assessment.version;
  const columns = columnsOf(props);
  return (
    <FillTable<ResultRow>
      rowKey={({ score }) => score.unit}
      data-testid="assessment-results"
      bordered
      columns={columns}
      dataSource={[...rows]}
      className="assessment-results"
      scrollX={RANK + UNIT + scheme.groups.length * GROUP + NARROW * 2 + COUNT * 2 + SCORE + BAND}
      aroundBody={scheme.groups.some(({ title }) => title.length > 5) ? 66 : 50}
    />
  );
}

function columnsOf({ assessment, onOpen, onOpenFigure }: ResultTableProps): TableColumnsType<ResultRow> {
  const { year, asOf, version } = assessment;
  const { scheme } = version;
  /** Points that open what they are the sum of. */
  const linked = ({ score }: ResultRow, shown: string, title: string, group?: string) => (
    <button
      type="button"
      className="points-link"
      title={W.openPoints}
      aria-label={`${score.name} ${title} ${shown}，${W.openPoints}`}
      onClick={() => {
        const ref = {
          kind: 'assessment',
          year,
          asOf,
          unit: score.unit,
          ...(group === undefined ? {} : { group }),
        } as const;
        onOpenFigure(ref, shown);
      }}
    >
      {shown}
    </button>
  );
  return [
    {
      title: W.rank,
      key: 'rank',
      width: RANK,
      fixed: 'left',
      align: 'center',
      render: (_, { score }) => {
        const reason = unrankedReason(score);
        return reason === null ? score.rank : <span title={reason}>—</span>;
      },
    },
    {
      title: W.unit,
      key: 'unit',
      width: UNIT,
      fixed: 'left',
      ellipsis: true,
      render: (_, { score }) => (
        <Button
          type="link"
          size="small"
          className="unit-link"
          title={`${W.openSheet}：${score.name}`}
          onClick={() => onOpen(score.unit)}
        >
          {score.name}
        </Button>
      ),
    },
    ...scheme.groups.map(({ id, title, items }, place) => ({
      title: (
        <>
          {title}
          <div className="muted small">满分 {sumOf(items.map(({ points }) => points))}</div>
        </>
      ),
      key: `group ${id}`,
      width: GROUP,
      align: 'right' as const, // antd's own union is lost in a mapped array
      render: (_: unknown, row: ResultRow) => (
        <GroupCell points={row.groups[place]} link={(shown) => linked(row, shown, title, id)} />
      ),
      sorter: (a: ResultRow, b: ResultRow) => (a.groups[place]?.points ?? 0) - (b.groups[place]?.points ?? 0),
    })),
    {
      title: W.bonus,
      key: 'bonus',
      width: NARROW,
      align: 'right',
      render: (_, row) => (row.score.bonus === 0 ? '—' : linked(row, `+${pointsText(row.score.bonus)}`, W.bonus)),
      sorter: (a, b) => a.score.bonus - b.score.bonus,
    },
    {
      title: W.deducted,
      key: 'deducted',
      width: NARROW,
      align: 'right',
      render: (_, row) =>
        row.score.deducted === 0 ? (
          '—'
        ) : (
          <span className="deducted">{linked(row, `−${pointsText(row.score.deducted)}`, W.deducted)}</span>
        ),
      sorter: (a, b) => a.score.deducted - b.score.deducted,
    },
    {
      title: W.score,
      key: 'score',
      width: SCORE,
      align: 'right',
      render: (_, row) => <b>{linked(row, pointsText(row.score.score), W.score)}</b>,
      sorter: (a, b) => a.score.score - b.score.score,
    },
    {
      title: W.band,
      key: 'band',
      width: BAND,
      align: 'center',
      render: (_, { score }) => <BandTag scheme={scheme} band={score.band} />,
    },
    {
      title: W.toScore,
      key: 'open',
      width: COUNT,
      align: 'center',
      render: (_, row) => {
        const open = openItems(row);
        return open === 0 ? '' : <span className="to-score">{open} 项</span>;
      },
      sorter: (a, b) => openItems(a) - openItems(b),
    },
    {
      title: W.openObjections,
      key: 'objections',
      width: COUNT,
      align: 'center',
      render: (_, { score }) =>
        score.openObjections === 0 ? '' : <span className="to-score">{score.openObjections} 条</span>,
      sorter: (a, b) => a.score.openObjections - b.score.openObjections,
    },
  ];
}

function openItems({ groups }: ResultRow): number {
  return groups.reduce((sum, { open }) => sum + open, 0);
}

/** Points of a group of the most there are; marked where some are not typed yet and count as nothing. */
function GroupCell({
  points: of,
  link,
}: {
  readonly points: GroupPoints | undefined;
  readonly link: (shown: string) => ReactNode;
}) {
  if (of === undefined) return null;
  if (of.max === 0) return <span className="muted">缺项</span>;
  return (
    <span className={of.open > 0 ? 'to-score' : ''} title={of.open > 0 ? `${W.toScore} ${of.open} 项` : ''}>
      {link(pointsText(of.points))}
      <span className="muted small">/{of.max}</span>
    </span>
  );
}

/** A band's name, marked where it is the first or the last. */
export function BandTag({ scheme, band }: { readonly scheme: AssessmentScheme; readonly band: string }) {
  const place = scheme.bands.findIndex(({ title }) => title === band);
  if (place === 0) return <Tag color="green">{band}</Tag>;
  return <Tag color={place === scheme.bands.length - 1 ? 'red' : 'default'}>{band}</Tag>;
}
