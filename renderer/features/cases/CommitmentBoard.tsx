import { Statistic, Table, Tooltip } from 'antd';
import { type CommitmentLedger, SUBJECT_KINDS, type SubjectKind } from '../../../electron/contract/commitments.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { RequestError } from '../../api/requestError.ts';
import { periodTitle } from '../../parts/periods.ts';
import { SUBJECT_WORDS } from '../../words/cases.ts';
import { EnterpriseRatio } from './EnterpriseRatio.tsx';

interface CommitmentBoardProps {
  readonly ledger: CommitmentLedger;
  readonly template: Template | undefined;
  readonly unitName: (id: string) => string;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  /** Number of enterprises of a year, null: forget it; true when it was accepted. */
  readonly onEnterprises: (year: number, count: number | null, source: string) => Promise<boolean>;
}

/** 信用承诺: coverage of kinds by subjects, what became of the commitments, what is overdue, and the ratio to the enterprises. */
export function CommitmentBoard({ ledger, template, unitName, busy, error, onEnterprises }: CommitmentBoardProps) {
  return (
    <div className="fill commitment-board" data-testid="commitments">
      <div className="commitment-left">
        <Coverage ledger={ledger} template={template} />
        <EnterpriseRatio ledger={ledger} busy={busy} error={error} onEnterprises={onEnterprises} />
      </div>
      <div className="commitment-right">
        <States ledger={ledger} />
        <Overdue ledger={ledger} unitName={unitName} />
        <Units ledger={ledger} unitName={unitName} />
      </div>
    </div>
  );
}

function Coverage({ ledger, template }: Pick<CommitmentBoardProps, 'ledger' | 'template'>) {
  const { matrix, uncovered, period } = ledger;
  const lacks = (kind: string, subject: SubjectKind) =>
    uncovered.some((one) => one.kind === kind && (one.subject ?? subject) === subject);
  const kinds = uncovered.filter(({ subject }) => subject === null).map(({ kind }) => kind);
  return (
    <section className="panel" aria-label="覆盖">
      <b>{periodTitle(period)}类型与主体覆盖</b>
      <div className="case-matrix commitment-matrix">
        <table>
          <thead>
            <tr>
              <th className="case-unit">承诺类型</th>
              {SUBJECT_KINDS.map((subject) => (
                <th key={subject}>{SUBJECT_WORDS[subject]}</th>
              ))}
              <th>合计</th>
            </tr>
          </thead>
          <tbody>
            {matrix.map(({ kind, counts, total }) => (
              <tr key={kind}>
                <th className="case-unit" scope="row">
                  <Tooltip title={synonymsOf(kind, template)}>{kind}</Tooltip>
                </th>
                {SUBJECT_KINDS.map((subject) => (
                  <td
                    key={subject}
                    className={counts[subject] > 0 ? 'case-some' : lacks(kind, subject) ? 'case-short' : ''}
                  >
                    {counts[subject] > 0 ? counts[subject] : lacks(kind, subject) ? '✗' : ''}
                  </td>
                ))}
                <td className="case-sum">{total}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={kinds.length > 0 ? '' : 'muted'}>
        {kinds.length > 0 ? `✗ 还没有覆盖的类型：${kinds.join('、')}` : '✓ 各类型都有承诺'}
      </div>
    </section>
  );
}

/** What the notices and units call a kind; the template's list has it. */
function synonymsOf(kind: string, template: Template | undefined): string {
  const synonyms = template?.columns.find(({ id }) => id === 'promiseKind')?.codes?.synonyms ?? {};
  const words = Object.keys(synonyms).filter((word) => synonyms[word] === kind);
  return words.length === 0 ? kind : `也写作：${words.join('、')}`;
}

function States({ ledger: { states } }: Pick<CommitmentBoardProps, 'ledger'>) {
  const shown = [
    ['未认定', states.open],
    ['全部履行', states.fulfilled],
    ['部分履行', states.partly],
    ['全部未履行', states.notFulfilled],
    ['到期未认定', states.overdue],
  ] as const;
  return (
    <section className="panel row" aria-label="履约" style={{ gap: 28 }}>
      {shown.map(([title, value]) => (
        <Statistic
          key={title}
          title={title}
          value={value}
          styles={{ content: { fontSize: 20, ...(title === '到期未认定' && value > 0 ? { color: '#b42318' } : {}) } }}
        />
      ))}
    </section>
  );
}

function Overdue({ ledger: { overdue }, unitName }: Pick<CommitmentBoardProps, 'ledger' | 'unitName'>) {
  return (
    <section className="panel" aria-label="到期未认定">
      <b>有效期已过、尚无履约认定</b>
      {overdue.length === 0 ? <div className="muted">没有到期未认定的承诺。</div> : null}
      {overdue.length > 0 ? (
        <Table
          size="small"
          rowKey="id"
          pagination={{ pageSize: 8, hideOnSinglePage: true, size: 'small', showSizeChanger: false }}
          dataSource={[...overdue]}
          columns={[
            { title: '单位', dataIndex: 'unit', width: 110, ellipsis: true, render: unitName },
            { title: '承诺人', dataIndex: 'promisor', ellipsis: true },
            { title: '类型', dataIndex: 'kind', width: 100 },
            { title: '有效期至', dataIndex: 'validUntil', width: 104 },
            {
              title: '已过',
              dataIndex: 'days',
              width: 80,
              className: 'number',
              render: (days: number) => `${days} 天`,
            },
          ]}
        />
      ) : null}
    </section>
  );
}

function Units({ ledger: { units }, unitName }: Pick<CommitmentBoardProps, 'ledger' | 'unitName'>) {
  if (units.length === 0) return null;
  return (
    <section className="panel" aria-label="各单位">
      <b>各单位</b>
      <Table
        size="small"
        rowKey="unit"
        pagination={{ pageSize: 10, hideOnSinglePage: true, size: 'small', showSizeChanger: false }}
        dataSource={[...units]}
        columns={[
          { title: '单位', dataIndex: 'unit', render: unitName },
          { title: '承诺', dataIndex: 'total', width: 80, className: 'number' },
          { title: '全部履行', dataIndex: 'fulfilled', width: 90, className: 'number' },
          { title: '到期未认定', dataIndex: 'overdue', width: 100, className: 'number' },
        ]}
      />
    </section>
  );
}
