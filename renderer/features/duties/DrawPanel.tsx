import { App, Button, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import type { Coverage, Draw } from '../../../electron/contract/assignments.ts';
import type { Duty, SamplingRule } from '../../../electron/contract/duties.ts';
import type { Period } from '../../../electron/contract/time.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { momentText, periodOfKind, periodTitle } from '../../parts/periods.ts';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { COVER_WORDS, DRAW_WORDS, PARTS_WORDS as W } from '../../words/dutyParts.ts';

interface DrawPanelProps {
  readonly duty: Duty;
  readonly sampling: SamplingRule;
  readonly directory: Directory;
}

/** The draws of a half year or year: each with its seed and units, whom none has held yet, and the next one to make. */
export function DrawPanel({ duty, sampling, directory }: DrawPanelProps) {
  const { message } = App.useApp();
  const [current] = usePeriod();
  const kind = sampling.cover === 'yearly' ? 'year' : 'half';
  const [period, setPeriod] = useState(periodOfKind(kind, current));
  const [seed, setSeed] = useState('');
  const coverage = useRequest('draws.coverage', { duty: duty.id, period });
  const making = useAction('draws.make');
  const withdrawing = useAction('draws.withdraw');
  const { data } = coverage;
  const make = async (of: Period) => {
    const typed = seed.trim();
    const made = await making.run({
      duty: duty.id,
      period: of,
      ...(typed === '' ? {} : { seed: typed }),
      ...byOperator(),
    });
    if (!made) return;
    setSeed('');
    message.success(`${W.drawn} ${made.units.length} 个单位，${W.seed} ${made.seed}`);
  };
  return (
    <>
      <div className="row spread">
        <PeriodPicker value={period} onChange={setPeriod} kinds={[]} />
        <span className="muted">
          {DRAW_WORDS[sampling.draw]} {Math.round(sampling.share * 100)}%，{COVER_WORDS[sampling.cover]}
        </span>
      </div>
      <p className="muted small">{W.drawsHint}</p>
      <ErrorNotice error={making.error ?? withdrawing.error ?? coverage.error} />
      {data?.draws.map((draw) => (
        <DrawCard
          key={draw.id}
          draw={draw}
          unitName={directory.unitName}
          onWithdraw={async (reason) => {
            if (await withdrawing.run({ id: draw.id, reason, ...byOperator() })) message.success(W.withdrawn);
          }}
        />
      ))}
      {data?.open.map((one, index) => (
        <div key={one} className="draw-card row spread">
          <b>{periodTitle(one)}</b>
          <span className="muted">{W.notDrawn}</span>
          {index === 0 && (
            <div className="row">
              <Input
                aria-label={W.seed}
                placeholder={`${W.seed}，${W.seedHint}`}
                maxLength={60}
                style={{ width: 320 }}
                value={seed}
                onChange={(event) => setSeed(event.target.value)}
              />
              <Button type="primary" loading={making.busy} onClick={() => make(one)} data-testid="make-draw">
                {W.draw}
              </Button>
            </div>
          )}
        </div>
      ))}
      {data && <Uncovered coverage={data} unitName={directory.unitName} />}
    </>
  );
}

interface DrawCardProps {
  readonly draw: Draw;
  readonly unitName: (id: string) => string;
  readonly onWithdraw: (reason: string) => void;
}

function DrawCard({ draw, unitName, onWithdraw }: DrawCardProps) {
  const [reason, setReason] = useState('');
  return (
    <div className="draw-card" data-testid={`draw-${draw.period}`}>
      <div className="row spread">
        <span>
          <b>{periodTitle(draw.period)}</b>　抽取 {draw.units.length} 个　{W.seed} <b className="mono">{draw.seed}</b>
        </span>
        <span className="row">
          <span className="muted small">
            {momentText(draw.at)} {draw.by}
          </span>
          <Popconfirm
            title={W.withdrawDraw}
            description={
              <Input
                aria-label={W.withdrawReason}
                placeholder={W.withdrawReason}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            }
            okButtonProps={{ disabled: reason.trim() === '' }}
            onConfirm={() => onWithdraw(reason)}
          >
            <Button size="small" type="text" danger>
              {W.withdraw}
            </Button>
          </Popconfirm>
        </span>
      </div>
      <ol className="draw-units">
        {draw.units.map((unit) => (
          <li key={unit}>{unitName(unit)}</li>
        ))}
      </ol>
    </div>
  );
}

function Uncovered({ coverage, unitName }: { readonly coverage: Coverage; readonly unitName: (id: string) => string }) {
  const { uncovered, units } = coverage;
  if (units.length > 0 && uncovered.length === 0) return <p>✓ {W.allCovered}</p>;
  return (
    <div className="draw-left">
      <b>
        {W.uncovered}（{uncovered.length} / {units.length}）
      </b>
      <div>
        {uncovered.map((unit) => (
          <Tag key={unit}>{unitName(unit)}</Tag>
        ))}
      </div>
    </div>
  );
}
