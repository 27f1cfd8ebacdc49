import { AutoComplete, Button, InputNumber, Segmented } from 'antd';
import { useState } from 'react';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ENTRY_WORDS as W } from '../../words/assessment.ts';
import { pieceText } from './schemeLines.ts';
import type { SheetLine } from './sheetLines.ts';
import type { EntryDraft } from './useScoring.ts';

interface EntryFormProps {
  readonly line: SheetLine;
  /** Evidence written before for the same item. */
  readonly earlier: readonly string[];
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onSave: (draft: EntryDraft) => void;
  readonly onClose: () => void;
}

type As = 'points' | 'pieces' | 'na';

/** Types a line's points, or its pieces, with the evidence; or says that it does not apply. Enter saves. */
export function EntryForm({ line, earlier, busy, error, onSave, onClose }: EntryFormProps) {
  const newest = line.entries.at(-1);
  const [as, setAs] = useState<As>(
    line.pieces !== null && (newest === undefined || newest.points === null) ? 'pieces' : 'points',
  );
  const [number, setNumber] = useState<number | null>(newest?.points ?? newest?.pieces ?? null);
  const [evidence, setEvidence] = useState(newest?.evidence ?? '');
  const [isListed, setListed] = useState(false);
  const options = [...new Set(earlier)].map((value) => ({ value }));
  // Bounds of the field itself would turn a slip (45 for 4.5) into full points without a word.
  const isOver = as === 'points' && number !== null && line.max !== null && number > line.max;
  const isReady = (as === 'na' || (number !== null && !isOver)) && evidence.trim() !== '';
  const save = () => {
    if (!isReady || busy) return;
    onSave({
      points: as === 'points' ? number : null,
      pieces: as === 'pieces' ? number : null,
      evidence: evidence.trim(),
    });
  };
  const ways: { value: As; label: string }[] = [
    ...(line.pieces === null ? [] : [{ value: 'pieces' as const, label: W.pieces }]),
    { value: 'points', label: W.points },
    ...(line.kind === 'item' ? [{ value: 'na' as const, label: W.na }] : []),
  ];
  return (
    <fieldset className="score-form" aria-label={`${line.title} ${W.points}`} data-testid="entry-form">
      <ErrorNotice error={error} />
      <div className="row">
        {ways.length > 1 ? (
          <Segmented<As>
            aria-label={W.how}
            options={ways}
            value={as}
            onChange={(next) => {
              setAs(next);
              setNumber(null);
            }}
          />
        ) : null}
        {as === 'na' ? null : (
          <InputNumber
            autoFocus
            aria-label={as === 'points' ? W.points : W.pieces}
            placeholder={as === 'points' ? W.points : W.pieces}
            min={0}
            status={isOver ? 'error' : ''}
            style={{ width: 110 }}
            value={number}
            onChange={setNumber}
            onPressEnter={save}
          />
        )}
        <span className={isOver ? 'deducted small' : 'muted small'}>{hintOf(line, as)}</span>
      </div>
      <div className="row">
        <AutoComplete
          aria-label={W.evidence}
          placeholder={W.evidenceHint}
          style={{ flex: 1, minWidth: 280 }}
          value={evidence}
          options={options}
          showSearch={{ filterOption: (input, option) => (option?.value ?? '').includes(input) }}
          defaultActiveFirstOption={false}
          onOpenChange={(opened) => setListed(opened && options.some(({ value }) => value.includes(evidence)))}
          onChange={setEvidence}
          onInputKeyDown={(event) => {
            // While the list is open, Enter takes a line of it.
            if (event.key === 'Enter' && !isListed) save();
          }}
        />
        <Button type="primary" loading={busy} disabled={!isReady} onClick={save} data-testid="save-entry">
          {W.save}
        </Button>
        <Button onClick={onClose}>{W.cancel}</Button>
      </div>
    </fieldset>
  );
}

function hintOf({ kind, max, pieces }: SheetLine, as: As): string {
  if (as === 'na') return '按在用方案的缺项办法计分';
  if (as === 'pieces' && pieces !== null) return pieceText(pieces, kind);
  if (max === null) return '填要扣的分';
  return kind === 'deduction' ? `填要扣的分，最多 ${max} 分` : `0 到 ${max} 分，最多两位小数`;
}
