import { App, Button, InputNumber, Table } from 'antd';
import { useState } from 'react';
import type { Duty } from '../../../electron/contract/duties.ts';
import { useAction } from '../../api/useAction.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { dutyPeriodOf } from '../../parts/dutyPeriod.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { byOperator } from '../../state/operator.ts';
import { usePeriod } from '../../state/usePeriod.ts';
import { PARTS_WORDS as W } from '../../words/dutyParts.ts';

interface AllotmentPanelProps {
  readonly duty: Duty;
  readonly directory: Directory;
}

/** How many pieces each unit owes in a period (分配数量); the whole table is saved at once. */
export function AllotmentPanel({ duty, directory }: AllotmentPanelProps) {
  const { message } = App.useApp();
  const [current] = usePeriod();
  const [period, setPeriod] = useState(dutyPeriodOf(duty, current));
  const [changed, setChanged] = useState<Readonly<Record<string, number | null>>>({});
  const [even, setEven] = useState<number | null>(null);
  const list = useRequest('allotments.list', { duty: duty.id, period });
  const saving = useAction('allotments.save');
  const stored = new Map((list.data ?? []).filter((one) => one.period === period).map((one) => [one.unit, one.count]));
  const units = [...new Set([...duty.units, ...stored.keys()])];
  const countOf = (unit: string) => (unit in changed ? (changed[unit] ?? null) : (stored.get(unit) ?? null));
  const total = units.reduce((sum, unit) => sum + (countOf(unit) ?? 0), 0);
  // A number for all units holds where none is allotted.
  const common = duty.quota?.count ?? null;
  const open = common === null ? units.filter((unit) => countOf(unit) === null).length : 0;
  const save = async () => {
    // An empty box is no number yet, a 0 is one: the unit is to do nothing.
    const numbered = units.flatMap((unit) => [[unit, countOf(unit)] as const]).filter(([, count]) => count !== null);
    const counts = Object.fromEntries(numbered) as Record<string, number>; // without the empty ones
    const saved = await saving.run({ duty: duty.id, period, counts, ...byOperator() });
    if (!saved) return;
    setChanged({});
    if (saved.unallotted.length === 0) message.success(W.saved);
    else message.warning(W.savedUnallotted(saved.unallotted.length));
  };
  return (
    <>
      <div className="row spread" style={{ marginBottom: 8 }}>
        <PeriodPicker
          value={period}
          kinds={[]}
          onChange={(next) => {
            setChanged({});
            setPeriod(next);
          }}
        />
        <div className="row">
          <span>
            {W.allotTotal} <b data-testid="allot-total">{total}</b>
            {open > 0 && (
              <span className="duty-missing" style={{ marginLeft: 12 }} data-testid="allot-open">
                ! {W.notAllotted} {open} 个
              </span>
            )}
          </span>
          <InputNumber
            aria-label={W.allotAll}
            min={0}
            max={1_000_000}
            precision={0}
            value={even}
            style={{ width: 80 }}
            onChange={setEven}
          />
          <Button
            disabled={even === null}
            onClick={() => setChanged(Object.fromEntries(units.map((unit) => [unit, even])))}
          >
            {W.allotAll}
          </Button>
          <Button
            type="primary"
            disabled={Object.keys(changed).length === 0}
            loading={saving.busy}
            onClick={save}
            data-testid="save-allotments"
          >
            {W.save}
          </Button>
        </div>
      </div>
      <ErrorNotice error={saving.error ?? list.error} />
      <div className="muted small">{common === null ? W.allotmentsHint : W.allotmentsCommon}</div>
      <Table<{ readonly unit: string }>
        size="small"
        pagination={false}
        rowKey="unit"
        dataSource={units.map((unit) => ({ unit }))}
        columns={[
          { title: W.unit, key: 'unit', width: 200, render: (_, { unit }) => directory.unitNameIn(unit, period) },
          {
            title: `${W.allotments}（${duty.quota?.of ?? ''}）`,
            key: 'count',
            render: (_, { unit }) => (
              <InputNumber
                aria-label={`${directory.unitNameIn(unit, period)} ${W.allotments}`}
                size="small"
                placeholder={common === null ? W.notAllotted : `${common}`}
                min={0}
                max={1_000_000}
                precision={0}
                value={countOf(unit)}
                onChange={(count) => setChanged((before) => ({ ...before, [unit]: count }))}
              />
            ),
          },
        ]}
      />
    </>
  );
}
