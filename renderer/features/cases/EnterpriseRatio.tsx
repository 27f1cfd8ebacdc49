import { Button, Input, InputNumber, Table } from 'antd';
import { useState } from 'react';
import type { CommitmentLedger, EnterpriseSource } from '../../../electron/contract/commitments.ts';
import { ratePrinted } from '../../../electron/contract/words.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { periodTitle } from '../../parts/periods.ts';
import { CASE_WORDS as W } from '../../words/cases.ts';

interface EnterpriseRatioProps {
  readonly ledger: CommitmentLedger;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  /** Number of enterprises of a year, null: forget it; true when it was accepted. */
  readonly onEnterprises: (year: number, count: number | null, source: string) => Promise<boolean>;
}

/** Commitments and fulfilments against the county's enterprises, in both readings of the notice, with the number they are divided by. */
export function EnterpriseRatio({ ledger: { ratio, period }, busy, error, onEnterprises }: EnterpriseRatioProps) {
  const { enterprises, enterprisesFrom: from, commitments, fulfilments } = ratio;
  const year = Number(period.slice(0, 4));
  const [editing, setEditing] = useState(false);
  const isOpen = editing || enterprises === null;
  const readings = [
    { key: 'added', title: '承诺与履约相加', pieces: commitments + fulfilments, rate: ratio.added },
    { key: 'commitments', title: '承诺', pieces: commitments, rate: ratio.commitmentsAlone },
    { key: 'fulfilments', title: '履约践诺', pieces: fulfilments, rate: ratio.fulfilmentsAlone },
  ];
  return (
    <section className="panel" aria-label="与企业总数之比">
      <b>与辖区企业（含个体工商户）总数之比</b>
      <span className="muted small">　两种读法都列出</span>
      <ErrorNotice error={error} />
      {enterprises === null || from === null || editing ? null : (
        <div className="row spread enterprise-line">
          <span>
            企业总数 <b data-testid="enterprises">{enterprises}</b>{' '}
            <span className="muted small">{sourceText(from, year)}</span>
          </span>
          <Button size="small" type="link" onClick={() => setEditing(true)} data-testid="enterprises-edit">
            {W.enterprisesEdit}
          </Button>
        </div>
      )}
      {isOpen ? (
        <EnterpriseFields
          key={year}
          year={year}
          count={enterprises}
          source={from?.kind === 'office' && from.year === year ? from.source : ''}
          isStored={from?.kind === 'office' && from.year === year}
          busy={busy}
          onSave={async (count, source) => {
            if (await onEnterprises(year, count, source)) setEditing(false);
          }}
          onCancel={enterprises === null ? null : () => setEditing(false)}
        />
      ) : null}
      <Table
        size="small"
        pagination={false}
        dataSource={readings}
        columns={[
          { title: '读法', dataIndex: 'title' },
          { title: '件数', dataIndex: 'pieces', width: 80, className: 'number' },
          { title: '比值', dataIndex: 'rate', width: 100, className: 'number', render: ratePrinted },
          { title: '到 100%', key: 'gap', width: 130, render: (_, { pieces }) => gapText(pieces, enterprises) },
        ]}
      />
      {enterprises === null ? <div className="small">{W.enterprises}</div> : null}
    </section>
  );
}

interface EnterpriseFieldsProps {
  readonly year: number;
  readonly count: number | null;
  readonly source: string;
  /** Whether the year has a number of its own that could be forgotten. */
  readonly isStored: boolean;
  readonly busy: boolean;
  readonly onSave: (count: number | null, source: string) => void;
  readonly onCancel: (() => void) | null;
}

function EnterpriseFields({ year, busy, isStored, onSave, onCancel, ...stored }: EnterpriseFieldsProps) {
  const [count, setCount] = useState(stored.count);
  const [source, setSource] = useState(stored.source);
  const save = () => count !== null && onSave(count, source);
  return (
    <div className="row enterprise-fields">
      <span>{year} 年</span>
      <InputNumber
        aria-label={W.enterprisesCount}
        data-testid="enterprises-count"
        placeholder="总数"
        min={1}
        max={100_000_000}
        precision={0}
        style={{ width: 104 }}
        value={count}
        onChange={setCount}
        onPressEnter={save}
      />
      <Input
        aria-label={W.enterprisesSource}
        placeholder={W.enterprisesSource}
        maxLength={100}
        style={{ flex: 1, minWidth: 180 }}
        value={source}
        onChange={(event) => setSource(event.target.value)}
        onPressEnter={save}
      />
      <Button type="primary" loading={busy} disabled={count === null} onClick={save} data-testid="enterprises-save">
        {W.enterprisesSave}
      </Button>
      {onCancel ? <Button onClick={onCancel}>取消</Button> : null}
      {isStored ? (
        <Button danger type="text" disabled={busy} onClick={() => onSave(null, '')}>
          {W.enterprisesForget}
        </Button>
      ) : null}
    </div>
  );
}

/** Where the number comes from, and of which year where that is not the one looked at. */
function sourceText(from: EnterpriseSource, year: number): string {
  if (from.kind === 'indicator') return `取自指标的分母“${from.title}”（${periodTitle(from.period)}）`;
  const source = from.source === '' ? '本办填写' : from.source;
  return from.year === year ? `${from.year} 年，${source}` : `沿用 ${from.year} 年的数，${source}`;
}

function gapText(pieces: number, enterprises: number | null): string {
  if (enterprises === null) return '—';
  return pieces >= enterprises ? '✓ 已达到' : `还差 ${enterprises - pieces} 件`;
}
