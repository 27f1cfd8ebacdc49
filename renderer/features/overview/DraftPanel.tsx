import { Link } from 'react-router';
import type { Overview } from '../../../electron/contract/overview.ts';
import { paperLink } from '../../parts/links.ts';
import { OVERVIEW_WORDS as W } from '../../words/overview.ts';
import { PAPER_STATE_SIGNS, PAPER_STATE_WORDS } from '../../words/papers.ts';
import { draftNames } from './draftNames.ts';

const SHOWN = 4;

/** Papers begun and not yet issued, newest first; a click opens one. */
export function DraftPanel({ drafts }: Pick<Overview, 'drafts'>) {
  const names = draftNames(drafts);
  return (
    <section className="panel" aria-label={W.drafts} data-testid="overview-drafts">
      <div className="row spread overview-panel-head">
        <h2>
          {W.drafts}
          {drafts.length > 0 && <span className="muted">（{drafts.length}）</span>}
        </h2>
        <Link to="/circulars">{W.allPapers}</Link>
      </div>
      {drafts.length === 0 ? (
        <div className="muted">{W.noDrafts}</div>
      ) : (
        <ul className="overview-list">
          {drafts.slice(0, SHOWN).map(({ id, title, state }, index) => (
            <li key={id}>
              <Link className="clip" to={paperLink(id)} title={title}>
                {names[index]}
              </Link>
              <span className="muted overview-state">
                {PAPER_STATE_SIGNS[state]} {PAPER_STATE_WORDS[state]}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
