import { Alert, Button, Tag } from 'antd';
import type { AssessmentEntry } from '../../../electron/contract/assessment.ts';
import type { FigureRef } from '../../../electron/contract/figures.ts';
import { dayText } from '../../parts/periods.ts';
import { ITEM_STATE_COLOURS, ITEM_STATE_WORDS, SHEET_WORDS as W } from '../../words/assessment.ts';
import { DecisionEffect } from './DecisionEffect.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import { EntryForm } from './EntryForm.tsx';
import { LineTrail } from './LineTrail.tsx';
import { ObjectionForm } from './ObjectionForm.tsx';
import { pointsText } from './resultRows.ts';
import { type SheetLine, trailOf } from './sheetLines.ts';
import type { ScoringView } from './useScoring.ts';

interface SheetRowProps {
  readonly line: SheetLine;
  readonly unit: string;
  /** All of the year: what was written as evidence before is offered again. */
  readonly entries: readonly AssessmentEntry[];
  readonly scoring: ScoringView;
  readonly onOpenFigure: (ref: FigureRef, shown: string) => void;
}

/** One line of the score sheet; below it what is being done about it. */
export function SheetRow({ line, unit, entries, scoring, onOpenFigure }: SheetRowProps) {
  const { score, openObjection } = line;
  const doing = scoring.open?.item === line.id ? scoring.open.doing : null;
  return (
    <>
      <tr data-item={line.id} data-testid="score-line">
        <th scope="row">
          {line.title}
          <div className="muted small">{line.basis}</div>
        </th>
        <td className="score-points">
          <Points line={line} onOpen={onOpenFigure} />
        </td>
        <td className="score-how">
          {score.how}
          {score.evidence === '' ? null : (
            <div className="muted small">
              {W.evidence}：{score.evidence}
            </div>
          )}
        </td>
        <td className="score-state">
          {line.isJudged ? (
            <Tag color={ITEM_STATE_COLOURS[score.state]}>{ITEM_STATE_WORDS[score.state]}</Tag>
          ) : (
            <span className="muted">无</span>
          )}
        </td>
        <td className="score-actions">
          <LineButtons line={line} doing={doing} scoring={scoring} />
        </td>
      </tr>
      {openObjection && doing !== 'decide' ? (
        <tr className="score-below">
          <td colSpan={5}>
            <Alert
              type="warning"
              showIcon
              title={`${W.openClaim}（${dayText(openObjection.at)}）：${openObjection.claim}`}
              action={
                <Button size="small" onClick={() => scoring.show({ item: line.id, doing: 'decide' })}>
                  {W.decide}
                </Button>
              }
            />
          </td>
        </tr>
      ) : null}
      {scoring.effect?.at === line.id ? (
        <tr className="score-below">
          <td colSpan={5}>
            <DecisionEffect scoring={scoring} />
          </td>
        </tr>
      ) : null}
      {doing === null ? null : (
        <tr className="score-below">
          <td colSpan={5}>
            <Below line={line} doing={doing} unit={unit} entries={entries} scoring={scoring} />
          </td>
        </tr>
      )}
    </>
  );
}

/** The points, which open what they were counted from. */
function Points({ line, onOpen }: { readonly line: SheetLine; readonly onOpen: SheetRowProps['onOpenFigure'] }) {
  const { points, max, ref } = line.score;
  const sign = line.kind === 'deduction' && points !== null && points > 0 ? '−' : '';
  const shown = points === null ? '不计' : `${sign}${pointsText(points)}`;
  const most = line.kind === 'deduction' && max === 0 ? '' : ` / ${max}`;
  if (ref === null) return `${shown}${most}`;
  return (
    <>
      <button
        type="button"
        className="points-link"
        title={W.rows}
        aria-label={`${line.title} ${shown}分，${W.rows}`}
        onClick={() => onOpen(ref, `${line.title} ${shown}${points === null ? '' : '分'}`)}
      >
        {shown}
      </button>
      <span className="muted small">{most}</span>
    </>
  );
}

interface LineButtonsProps {
  readonly line: SheetLine;
  readonly doing: 'enter' | 'object' | 'decide' | 'trail' | null;
  readonly scoring: ScoringView;
}

function LineButtons({ line, doing, scoring }: LineButtonsProps) {
  const steps = trailOf(line).length;
  const open = (what: 'enter' | 'object' | 'trail', word: string, look: { readonly type?: 'primary' } = {}) => (
    <Button
      size="small"
      aria-label={`${line.title}：${word}`}
      aria-expanded={doing === what}
      onClick={() => scoring.toggle({ item: line.id, doing: what })}
      data-testid={`line-${what}`}
      {...look}
    >
      {word}
    </Button>
  );
  const isOpen = line.score.state === 'open';
  return (
    <>
      {line.isTyped ? open('enter', enterWord(line), isOpen ? { type: 'primary' } : {}) : null}
      {line.openObjection === null ? open('object', W.object) : null}
      {steps > 0 ? open('trail', `${W.trail} ${steps}`) : null}
    </>
  );
}

function enterWord({ kind, score, isJudged }: SheetLine): string {
  if (kind === 'item') return score.state === 'open' ? W.enter : W.change;
  return isJudged ? W.change : W.bonusEnter;
}

interface BelowProps {
  readonly line: SheetLine;
  readonly doing: 'enter' | 'object' | 'decide' | 'trail';
  readonly unit: string;
  readonly entries: readonly AssessmentEntry[];
  readonly scoring: ScoringView;
}

function Below({ line, doing, unit, entries, scoring }: BelowProps) {
  const { busy, error } = scoring;
  const close = () => scoring.show(null);
  switch (doing) {
    case 'enter':
      return (
        <EntryForm
          line={line}
          earlier={entries.filter(({ item }) => item === line.id).map(({ evidence }) => evidence)}
          busy={busy}
          error={error}
          onSave={(draft) => void scoring.enter(unit, line.id, draft)}
          onClose={close}
        />
      );
    case 'object':
      return (
        <ObjectionForm
          busy={busy}
          error={error}
          onSave={(claim, on) => void scoring.object(unit, line.id, claim, on)}
          onClose={close}
        />
      );
    case 'decide':
      return line.openObjection === null ? null : (
        <DecisionForm
          objection={line.openObjection}
          max={line.max}
          busy={busy}
          error={error}
          onDecide={(draft, id) => void scoring.decide(id, draft)}
          onClose={close}
        />
      );
    case 'trail':
      return <LineTrail line={line} scoring={scoring} />;
    default:
      return doing satisfies never;
  }
}
