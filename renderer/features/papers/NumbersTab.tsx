import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Alert, Button, Space, Tag } from 'antd';
import { Link } from 'react-router';
import type { DocumentNumber } from '../../../electron/contract/papers.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { paperLink } from '../../parts/links.ts';
import { momentText } from '../../parts/periods.ts';
import { shortTitle } from '../../parts/shortTitle.ts';
import { NUMBER_STATE_WORDS, NUMBER_WORDS as W } from '../../words/documentNumbers.ts';
import { NumberDialog } from './NumberDialog.tsx';
import { useNumbers } from './useNumbers.ts';

const STATE_LOOKS: Readonly<Record<DocumentNumber['state'], { readonly color: string; readonly sign: string }>> = {
  reserved: { color: 'gold', sign: '…' },
  used: { color: 'green', sign: '●' },
  outside: { color: 'blue', sign: '○' },
  void: { color: 'default', sign: '✕' },
};

/** 发文字号登记簿: the numbers of a year, each with what became of it. */
export function NumbersTab() {
  const page = useNumbers();
  const { year, register, answer } = page;
  return (
    <div className="paper-tab">
      <div className="row spread">
        <div className="row">
          <Space.Compact>
            <Button aria-label={W.earlier} icon={<LeftOutlined />} onClick={() => page.setYear(year - 1)} />
            <Space.Addon data-testid="numbers-year">{year} 年</Space.Addon>
            <Button aria-label={W.later} icon={<RightOutlined />} onClick={() => page.setYear(year + 1)} />
          </Space.Compact>
          {register ? (
            <span data-testid="next-number">
              {W.next}：<b>{register.next} 号</b>
            </span>
          ) : null}
        </div>
        <div className="row">
          <Button onClick={() => page.begin({ task: 'reserve' })} data-testid="reserve-number">
            {W.reserve}
          </Button>
          <Button onClick={() => page.begin({ task: 'enter', seq: null })} data-testid="enter-number">
            {W.enter}
          </Button>
        </div>
      </div>
      <span className="muted small">{W.hint}</span>
      <ErrorNotice error={answer.error} onRetry={answer.reload} />
      {register && register.gaps.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          data-testid="number-gaps"
          title={
            <div className="row">
              <span>{W.gaps}：</span>
              {register.gaps.map(({ from, to }) => (
                <Button
                  key={from}
                  size="small"
                  title={W.account}
                  onClick={() => page.begin({ task: 'enter', seq: from })}
                >
                  {from === to ? `${from} 号` : `${from}–${to} 号`}
                </Button>
              ))}
            </div>
          }
          description={W.gapsHint}
        />
      ) : null}
      {register?.numbers.length === 0 ? <EmptyState title={W.none} next={W.noneHint} /> : null}
      {register?.numbers.length === 0 ? null : (
        <FillTable<DocumentNumber>
          rowKey="id"
          data-testid="numbers"
          loading={register === undefined && !answer.error}
          dataSource={[...(register?.numbers ?? [])]}
          rowClassName={({ state }) => (state === 'void' ? 'muted' : '')}
          columns={[
            { title: W.number, dataIndex: 'text', width: 190 },
            {
              title: W.state,
              dataIndex: 'state',
              width: 110,
              render: (state: DocumentNumber['state']) => (
                <Tag color={STATE_LOOKS[state].color} variant="outlined">
                  {STATE_LOOKS[state].sign} {NUMBER_STATE_WORDS[state]}
                </Tag>
              ),
            },
            { title: W.subject, key: 'subject', ellipsis: true, render: (_, number) => <Subject number={number} /> },
            { title: W.by, dataIndex: 'by', width: 100, ellipsis: true },
            { title: W.at, dataIndex: 'at', width: 140, render: momentText },
            {
              title: '',
              key: 'act',
              width: 84,
              render: (_, { id, text, state }) =>
                state === 'reserved' || state === 'outside' ? (
                  <Button size="small" danger onClick={() => page.begin({ task: 'void', id, text })}>
                    {W.void}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
      {page.task ? <NumberDialog key={JSON.stringify(page.task)} page={page} task={page.task} /> : null}
    </div>
  );
}

function Subject({ number: { subject, reason, paper } }: { readonly number: DocumentNumber }) {
  return (
    <>
      {paper === null ? (
        subject
      ) : (
        <Link to={paperLink(paper)} title={subject}>
          {subject === '' ? W.toPaper : shortTitle(subject)}
        </Link>
      )}
      {reason === '' ? null : <span className="muted">（{reason}）</span>}
    </>
  );
}
