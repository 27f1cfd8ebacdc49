import { DownloadOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import type { Assessment, AssessmentScheme, UnitScore } from '../../../electron/contract/assessment.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ASSESSMENT_WORDS, SHEET_WORDS as W } from '../../words/assessment.ts';
import { BandTag } from './ResultTable.tsx';
import { groupPoints, pointsText, unrankedReason } from './resultRows.ts';
import { SheetRow } from './SheetRow.tsx';
import { BONUS_GROUP, DEDUCTION_GROUP } from './schemeLines.ts';
import { type SheetGroup, sheetGroups } from './sheetLines.ts';
import type { AssessmentView } from './useAssessment.ts';
import type { ScoringView } from './useScoring.ts';

interface ScoreSheetProps {
  readonly page: AssessmentView;
  readonly assessment: Assessment;
  readonly unit: string;
  readonly scoring: ScoringView;
}

/** A unit's score sheet: every line with its points, how they came about, and what can be done about them. */
export function ScoreSheet({ page, assessment, unit, scoring }: ScoreSheetProps) {
  const { units } = assessment;
  const place = units.findIndex((one) => one.unit === unit);
  const score = units[place];
  const go = (to: UnitScore | undefined) => {
    scoring.show(null);
    if (to) page.openUnit(to.unit);
  };
  return (
    <Drawer
      open
      size={1060}
      title={`${score?.name ?? page.directory.unitName(unit)} ${assessment.year}年度${W.title}`}
      onClose={() => {
        scoring.show(null);
        page.openUnit(null);
      }}
      extra={
        score ? (
          <div className="row">
            <Button icon={<LeftOutlined />} disabled={place === 0} onClick={() => go(units[place - 1])}>
              {W.previous}
            </Button>
            <Button disabled={place === units.length - 1} onClick={() => go(units[place + 1])}>
              {W.next} <RightOutlined />
            </Button>
            <Button
              icon={<DownloadOutlined />}
              loading={page.writing.busy}
              onClick={() => void page.write('docx', unit)}
              data-testid="sheet-write"
            >
              {W.write}
            </Button>
          </div>
        ) : null
      }
      styles={{ body: { padding: '0 12px 12px' } }}
      data-testid="score-sheet"
    >
      {score ? (
        <Sheet key={unit} page={page} assessment={assessment} score={score} scoring={scoring} />
      ) : (
        <EmptyState title={W.gone} next={W.goneHint} />
      )}
    </Drawer>
  );
}

interface SheetProps {
  readonly page: AssessmentView;
  readonly assessment: Assessment;
  readonly score: UnitScore;
  readonly scoring: ScoringView;
}

function Sheet({ page, assessment, score, scoring }: SheetProps) {
  const { scheme } = assessment.version;
  const groups = sheetGroups(scheme, score, page, { bonus: W.bonusTitle, deduction: W.deductionTitle });
  return (
    <>
      <ErrorNotice error={page.writing.error} onClose={page.writing.clearError} />
      <Summary scheme={scheme} score={score} of={assessment.units.filter(({ rank }) => rank > 0).length} />
      <table className="score-lines">
        <thead>
          <tr>
            <th scope="col">{W.item}</th>
            <th scope="col" className="score-points">
              {W.points}
            </th>
            <th scope="col" className="score-how">
              {W.how}
            </th>
            <th scope="col" className="score-state">
              {W.state}
            </th>
            <th scope="col" className="score-actions">
              {W.actions}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.id}>
            <tr className="score-group">
              <th scope="rowgroup">{group.title}</th>
              <td className="score-points">{groupText(group, score, scheme)}</td>
              <td colSpan={3} />
            </tr>
            {group.lines.map((line) => (
              <SheetRow
                key={line.id}
                line={line}
                unit={score.unit}
                entries={page.entries}
                scoring={scoring}
                onOpenFigure={page.openFigure}
              />
            ))}
          </tbody>
        ))}
      </table>
    </>
  );
}

/** Score, band and rank, and the sum that leads to them. */
function Summary({
  scheme,
  score,
  of,
}: {
  readonly scheme: AssessmentScheme;
  readonly score: UnitScore;
  readonly of: number;
}) {
  const unranked = unrankedReason(score);
  const scaled = score.full === 100 ? '' : ` ÷ ${score.full} × 100 ＝ ${pointsText(score.base)}`;
  const bonus = scheme.bonus.length > 0 ? ` ＋ 加分 ${pointsText(score.bonus)}` : '';
  const deducted = scheme.deductions.length > 0 ? ` － 扣分 ${pointsText(score.deducted)}` : '';
  return (
    <div className="row score-summary" aria-live="polite">
      <b className="score-total" data-testid="sheet-score">
        {pointsText(score.score)}
      </b>
      <span>分</span>
      {unranked === null ? (
        <>
          <BandTag scheme={scheme} band={score.band} />
          <span>
            第 <b data-testid="sheet-rank">{score.rank}</b> 名，共 {of} 个单位
          </span>
        </>
      ) : (
        <span data-testid="sheet-unranked">— {unranked}</span>
      )}
      <span className="muted">
        各项得分 <span data-testid="sheet-sum">{pointsText(score.sum)}</span>
        {scaled}
        {bonus}
        {deducted} ＝ {ASSESSMENT_WORDS.score} {pointsText(score.score)}
        {score.base + score.bonus < score.deducted ? '（不低于 0 分）' : ''}
      </span>
    </div>
  );
}

function groupText({ id, lines }: SheetGroup, score: UnitScore, scheme: AssessmentScheme): string {
  if (id === BONUS_GROUP) return `${pointsText(score.bonus)} / ${scheme.bonusMax}`;
  if (id === DEDUCTION_GROUP) return pointsText(score.deducted);
  const { points, max } = groupPoints(lines.map((line) => line.score));
  return `${pointsText(points)} / ${max}`;
}
