import { Alert, Modal, Radio } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { PaperScope } from '../../../electron/contract/papers.ts';
import type { Moment, Period } from '../../../electron/contract/time.ts';
import type { Args } from '../../../electron/contract.ts';
import type { RequestError } from '../../api/requestError.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { paperLink } from '../../parts/links.ts';
import { MomentField } from '../../parts/MomentField.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { periodTitle } from '../../parts/periods.ts';
import { shortTitle } from '../../parts/shortTitle.ts';
import { PAPER_KIND_WORDS, NEW_PAPER_WORDS as W } from '../../words/papers.ts';
import { BEGUN_KINDS, type BegunKind, kindFor, periodFor, periodKindsOf } from './newPaper.ts';
import { PaperStateTag } from './PaperStateTag.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { useEarlierPapers } from './useEarlierPapers.ts';

interface NewPaperDialogProps {
  readonly period: Period;
  readonly directory: Directory;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onCreate: (args: Args<'papers.create'>) => void;
  readonly onClose: () => void;
}

/** Earlier papers named. */
const SHOWN = 3;

const EVERYTHING: PaperScope = { duties: null, units: null };

/** Begins a paper: what kind, about which period, as the data stood when, about which duties and units. */
export function NewPaperDialog({ period: shown, directory, busy, error, onCreate, onClose }: NewPaperDialogProps) {
  const [kind, setKind] = useState<BegunKind>(kindFor(shown));
  const [period, setPeriod] = useState<Period>(periodFor(kindFor(shown), shown));
  const [asOf, setAsOf] = useState<Moment | null>(null);
  const [scope, setScope] = useState<PaperScope>(EVERYTHING);
  const earlier = useEarlierPapers(kind, period);
  // The year's score is of all units, by its scheme.
  const isScored = kind === 'assessment';
  const isAboutAll = isScored || (scope.duties === null && scope.units === null);
  const create = () => onCreate({ kind, period, ...(asOf === null ? {} : { asOf }), ...(isAboutAll ? {} : { scope }) });
  return (
    <Modal
      open
      width={640}
      title={W.title}
      okText={W.ok}
      okButtonProps={{ loading: busy, 'data-testid': 'create-paper' }}
      onOk={create}
      onCancel={onClose}
      data-testid="new-paper-dialog"
    >
      <ErrorNotice error={error} />
      <div className="paper-form wide">
        <span id="new-kind">{W.kind}</span>
        <Radio.Group
          aria-labelledby="new-kind"
          value={kind}
          options={BEGUN_KINDS.map((value) => ({ value, label: PAPER_KIND_WORDS[value] }))}
          onChange={(event) => {
            const next: BegunKind = event.target.value;
            setKind(next);
            setPeriod(periodFor(next, period));
          }}
        />
        <span>{W.period}</span>
        <PeriodPicker value={period} kinds={periodKindsOf(kind)} onChange={setPeriod} />
        <span>{W.asOf}</span>
        <div>
          <MomentField
            label={W.asOf}
            placeholder={W.asOfNow}
            value={asOf}
            onChange={setAsOf}
            wholeDay
            testId="new-as-of"
          />
          <div className="muted small">{W.asOfHint}</div>
        </div>
        {isScored ? null : <ScopeFields scope={scope} directory={directory} onChange={setScope} />}
      </div>
      {isScored ? null : <div className="muted small">{W.scopeHint}</div>}
      {earlier.length === 0 ? null : (
        <Alert
          type="warning"
          showIcon
          data-testid="earlier-papers"
          style={{ marginTop: 10 }}
          title={`${periodTitle(period)}已经有${PAPER_KIND_WORDS[kind]}：`}
          description={earlier.slice(0, SHOWN).map((paper) => (
            <div key={paper.id}>
              <Link to={paperLink(paper.id)}>
                {paper.documentNo} {shortTitle(paper.title)}
              </Link>{' '}
              <PaperStateTag state={paper.state} />
            </div>
          ))}
        />
      )}
    </Modal>
  );
}
