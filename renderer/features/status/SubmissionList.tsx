import { Button, Popconfirm, Spin } from 'antd';
import { Link } from 'react-router';
import type { Submission } from '../../../electron/contract/status.ts';
import { momentText } from '../../parts/periods.ts';
import { STATUS_PAGE_WORDS as W } from '../../words/status.ts';
import { REGISTER_WORDS } from '../../words.ts';

interface SubmissionListProps {
  readonly submissions: readonly Submission[];
  readonly loading: boolean;
  readonly templateTitle: (id: string) => string;
  readonly onWithdraw: (id: number) => void;
}

/** What came for a cell, newest first, each with the way to its data or back. */
export function SubmissionList({ submissions, loading, templateTitle, onWithdraw }: SubmissionListProps) {
  if (submissions.length === 0) {
    if (loading) return <Spin delay={500} />;
    return (
      <div className="row spread" data-testid="no-submissions">
        <span>
          <b>{W.noSubmissions}</b>
          <br />
          <span className="muted">{W.noSubmissionsHint}</span>
        </span>
        <Link to="/imports">
          <Button size="small">{W.toImport}</Button>
        </Link>
      </div>
    );
  }
  const newestFirst = submissions.toSorted((a, b) => b.receivedAt.localeCompare(a.receivedAt) || b.id - a.id);
  return (
    <ul className="submission-list">
      {newestFirst.map((submission) => (
        <li key={submission.id} className="submission" data-testid={`submission-${submission.id}`}>
          <div className="row spread">
            <b>{REGISTER_WORDS[submission.kind]}</b>
            <span className="muted">{momentText(submission.receivedAt)} 收到</span>
          </div>
          {submission.file && <div className="prewrap">{submission.file}</div>}
          {submission.note && <div className="prewrap">{submission.note}</div>}
          <div className="row spread">
            <span className="muted small">{factsOf(submission, templateTitle)}</span>
            {submission.template !== null ? (
              <Link to={recordsLink(submission)}>{W.toRecords}</Link>
            ) : (
              <Popconfirm title={W.withdrawAsk} onConfirm={() => onWithdraw(submission.id)}>
                <Button size="small" danger type="text" data-testid={`withdraw-${submission.id}`}>
                  {W.withdraw}
                </Button>
              </Popconfirm>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

function factsOf(submission: Submission, templateTitle: (id: string) => string): string {
  const facts: string[] = [];
  if (submission.template) facts.push(templateTitle(submission.template));
  if (submission.kind === 'file') facts.push(`${submission.records} 条记录`);
  if (submission.kind === 'paper') facts.push(`${submission.count} 件`);
  if (submission.batch) facts.push(`批次 ${submission.batch}`);
  return facts.join(' · ');
}

function recordsLink(submission: Submission): string {
  const query = new URLSearchParams({ unit: submission.unit, period: submission.period });
  if (submission.template) query.set('template', submission.template);
  return `/records?${query}`;
}
