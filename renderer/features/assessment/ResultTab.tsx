import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import type { Assessment } from '../../../electron/contract/assessment.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { momentText } from '../../parts/periods.ts';
import { RefusedNotice } from '../../parts/RefusedNotice.tsx';
import { ASSESSMENT_WORDS as W } from '../../words/assessment.ts';
import { noResult } from './noResult.ts';
import { ResultTable } from './ResultTable.tsx';
import { bandCounts, pointsText, shownRows } from './resultRows.ts';
import type { AssessmentView } from './useAssessment.ts';

interface ResultTabProps {
  readonly page: AssessmentView;
  readonly assessment: Assessment;
}

/** All units of the year with their points, how many reach which band, and by what formula. */
export function ResultTab({ page, assessment }: ResultTabProps) {
  const [band, setBand] = useState<string | null>(null);
  const [search, setSearch] = useState('');
  const empty = noResult(assessment, page.directory);
  if (empty === 'noUnits') return <EmptyState title={W.noUnits} next={W.noUnitsHint} />;
  if (empty === 'noneScored')
    return (
      <EmptyState
        title={W.none}
        next={W.noneHint}
        action={<Button onClick={() => page.showTab('batch')}>{W.toBatch}</Button>}
      />
    );
  const shown = shownRows(page.rows, { band, search });
  const { year, asOf, mean } = assessment;
  return (
    <div className="assessment-tab">
      <Hints page={page} assessment={assessment} />
      <div className="row spread">
        <fieldset className="row band-chips" aria-label={W.band}>
          <BandChip title={W.all} count={assessment.units.length} isOn={band === null} onClick={() => setBand(null)} />
          {bandCounts(assessment).map(({ title, count }) => (
            <BandChip
              key={title}
              title={title}
              count={count}
              isOn={band === title}
              onClick={() => setBand(band === title ? null : title)}
            />
          ))}
          {mean === null ? null : (
            <span className="muted">
              {W.mean}{' '}
              <button
                type="button"
                className="points-link"
                title={W.openPoints}
                aria-label={`${W.mean} ${pointsText(mean)}，${W.openPoints}`}
                onClick={() => page.openFigure({ kind: 'assessment', year, asOf }, `${W.mean} ${pointsText(mean)}`)}
                data-testid="assessment-mean"
              >
                <b>{pointsText(mean)}</b>
              </button>
            </span>
          )}
        </fieldset>
        <Input.Search
          allowClear
          aria-label={W.search}
          placeholder={W.search}
          style={{ width: 180 }}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          data-testid="assessment-search"
        />
      </div>
      {shown.length === 0 ? (
        <div className="fill">
          <EmptyState title={W.noMatch} next={W.noMatchHint} />
        </div>
      ) : (
        <ResultTable assessment={assessment} rows={shown} onOpen={page.openUnit} onOpenFigure={page.openFigure} />
      )}
      <div className="muted small assessment-formula" data-testid="assessment-formula">
        <b>{W.formula}</b>　{assessment.formula}
      </div>
    </div>
  );
}

/** What keeps the score from being final. */
function Hints({ page, assessment }: ResultTabProps) {
  const { open, version, refused } = assessment;
  const isDefault = version.version === 0;
  return (
    <>
      <RefusedNotice refused={refused} dutyTitle={page.directory.dutyTitle} />
      {page.asOf === null ? null : (
        <Alert type="info" showIcon title={`${W.pastLead} ${momentText(page.asOf)}${W.pastTail}`} />
      )}
      {open > 0 || isDefault ? (
        <Alert
          type="warning"
          showIcon
          data-testid="assessment-open"
          title={
            <>
              {open > 0 ? (
                <>
                  {W.openLead} <b>{open}</b> {W.openTail}
                </>
              ) : null}
              {isDefault ? W.defaultScheme : null}
            </>
          }
          action={
            <span className="row">
              {open > 0 ? (
                <Button size="small" onClick={() => page.showTab('batch')}>
                  {W.toBatch}
                </Button>
              ) : null}
              {isDefault ? (
                <Button size="small" onClick={() => page.showTab('scheme')}>
                  {W.toScheme}
                </Button>
              ) : null}
            </span>
          }
        />
      ) : null}
    </>
  );
}

interface BandChipProps {
  readonly title: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
}

function BandChip({ title, count, isOn, onClick }: BandChipProps) {
  return (
    <Button size="small" type={isOn ? 'primary' : 'default'} aria-pressed={isOn} onClick={onClick} data-band={title}>
      {title} {count}
    </Button>
  );
}
