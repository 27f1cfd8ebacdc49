import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { CHASE_WAY_NAMES, type Chase } from '../../../electron/contract/chases.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { FillTable } from '../../parts/FillTable.tsx';
import { paperLink } from '../../parts/links.ts';
import { dayText, momentText, periodShort, periodTitle } from '../../parts/periods.ts';
import { CHASE_WORDS as W } from '../../words/chases.ts';
import { type ChaseTalk, isVoid } from './chaseTalks.ts';

interface ChaseTableProps {
  readonly talks: readonly ChaseTalk[];
  readonly directory: Directory;
  readonly busy: boolean;
  readonly loading: boolean;
  /** Names unit and things; off where the title says them. */
  readonly isWhole: boolean;
  readonly onWithdraw: (ids: readonly number[]) => void;
}

/** Logged chases, newest first: one line per contact, opened to the things it was about; each can be withdrawn. */
export function ChaseTable({ talks, directory, busy, loading, isWhole, onWithdraw }: ChaseTableProps) {
  const about = [
    {
      title: W.unit,
      key: 'unit',
      width: 120,
      ellipsis: true,
      render: (_: unknown, { chases: [{ unit, period }] }: ChaseTalk) => directory.unitNameIn(unit, period),
    },
    {
      title: W.about,
      key: 'about',
      ellipsis: true,
      render: (_: unknown, { chases: own }: ChaseTalk) => (
        <>
          {own.length > 1 ? <b>{own.length} 项　</b> : null}
          {titleOf(own[0], directory)}
          {own.length > 1 ? ' 等' : ''}
        </>
      ),
    },
  ];
  return (
    <FillTable<ChaseTalk>
      rowKey="key"
      data-testid="chases"
      dataSource={[...talks]}
      rowClassName={(talk) => (isVoid(talk) ? 'chase-void' : '')}
      virtual={talks.length > 100}
      loading={loading}
      scrollX={isWhole ? 980 : 620}
      expandable={{
        rowExpandable: ({ chases: own }) => isWhole && own.length > 1,
        showExpandColumn: isWhole,
        expandedRowRender: ({ chases: own }) => (
          <ul className="written-files" data-testid="chased-things">
            {own.map((chase) => (
              <li key={chase.id}>
                {titleOf(chase, directory)}{' '}
                {chase.isVoid ? null : <Withdraw busy={busy} ids={[chase.id]} onWithdraw={onWithdraw} />}
              </li>
            ))}
          </ul>
        ),
      }}
      columns={[
        { title: W.at, key: 'at', width: 140, render: (_, { chases: [{ at }] }) => momentText(at) },
        ...(isWhole ? about : []),
        { title: W.how, key: 'how', width: 70, render: (_, { chases: [{ how }] }) => CHASE_WAY_NAMES[how] },
        { title: W.whom, key: 'whom', width: 130, ellipsis: true, render: (_, { chases: [{ whom }] }) => whom || '—' },
        {
          title: W.answer,
          key: 'answer',
          render: (_, { chases: [{ answer, paper, isVoid: isGone }] }) => (
            <span className="prewrap">
              {answer}
              {isGone ? <span className="chase-why">{W.void}</span> : null}
              {paper === null ? null : <Link to={paperLink(paper)}>{W.paperLink}</Link>}
              {answer === '' && paper === null ? '—' : ''}
            </span>
          ),
        },
        {
          title: W.promised,
          key: 'promised',
          width: 104,
          render: (_, { chases: [{ promised }] }) => dayText(promised),
        },
        { title: W.by, key: 'by', width: 80, ellipsis: true, render: (_, { chases: [{ by }] }) => by || '—' },
        {
          title: '',
          key: 'act',
          width: 74,
          render: (_, talk) =>
            isVoid(talk) ? null : (
              <Withdraw busy={busy} ids={talk.chases.map(({ id }) => id)} onWithdraw={onWithdraw} />
            ),
        },
      ]}
    />
  );
}

interface WithdrawProps {
  readonly ids: readonly number[];
  readonly busy: boolean;
  readonly onWithdraw: (ids: readonly number[]) => void;
}

function Withdraw({ ids, busy, onWithdraw }: WithdrawProps) {
  return (
    <Popconfirm
      title={ids.length === 1 ? W.withdrawAsk : `撤回这次的 ${ids.length} 笔催报记录？${W.withdrawMeans}`}
      okText={W.withdraw}
      onConfirm={() => onWithdraw(ids)}
      styles={{ root: { maxWidth: 320 } }}
    >
      <Button size="small" disabled={busy}>
        {W.withdraw}
      </Button>
    </Popconfirm>
  );
}

/** `2022年第16周 十类公共信用信息归集报送` */
function titleOf({ duty, period }: Chase, directory: Directory): string {
  const short = periodShort(period);
  const when = periodTitle(period).startsWith(short) ? short : `${period.slice(0, 4)}年${short}`;
  return `${when} ${directory.dutyTitleIn(duty, period)}`;
}
