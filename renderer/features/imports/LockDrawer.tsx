import { LockOutlined, UnlockOutlined } from '@ant-design/icons';
import { Button, Drawer, Input, Table } from 'antd';
import { useState } from 'react';
import type { PeriodLock } from '../../../electron/contract/locks.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { RequestError } from '../../api/requestError.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PeriodPicker } from '../../parts/PeriodPicker.tsx';
import { momentText, periodTitle } from '../../parts/periods.ts';

interface LockDrawerProps {
  readonly open: boolean;
  readonly locks: readonly PeriodLock[] | undefined;
  readonly period: Period;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  /** True when it was accepted. */
  readonly onLock: (period: Period, locked: boolean, reason: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** 锁定报送期: a closed period's imports are not undone any more; both ways need a reason. */
export function LockDrawer({ open, locks, period, busy, error, onLock, onClose }: LockDrawerProps) {
  const [chosen, setChosen] = useState(period);
  const [reason, setReason] = useState('');
  const isLocked = locks?.some((lock) => lock.period === chosen) ?? false;
  const act = async () => {
    if (await onLock(chosen, !isLocked, reason.trim())) setReason('');
  };
  return (
    <Drawer open={open} onClose={onClose} size={720} title="锁定报送期" destroyOnHidden>
      <div data-testid="lock-drawer" style={{ display: 'flex', flexDirection: 'column', gap: 10 }}>
        <span>
          通报发出或年度考核之后，把报送期锁定：这一期的导入不能再撤销，之后报来的算补报。确需改动的，写明理由解锁。
        </span>
        <div className="row">
          <PeriodPicker value={chosen} onChange={setChosen} />
        </div>
        <div className="row" style={{ flexWrap: 'nowrap' }}>
          <Input
            aria-label="锁定或解锁的理由"
            data-testid="lock-reason"
            placeholder={isLocked ? '为什么解锁，例如：更正第 3 号通报的数据' : '为什么锁定，例如：4 月通报已印发'}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button
            type="primary"
            icon={isLocked ? <UnlockOutlined /> : <LockOutlined />}
            disabled={reason.trim() === ''}
            loading={busy}
            data-testid="lock"
            onClick={act}
          >
            {isLocked ? '解锁' : '锁定'}
          </Button>
        </div>
        <ErrorNotice error={error} />
        <Table<PeriodLock>
          size="small"
          rowKey="period"
          pagination={false}
          dataSource={[...(locks ?? [])]}
          locale={{ emptyText: '没有锁定的报送期' }}
          onRow={(lock) => ({ className: 'clickable-row', onClick: () => setChosen(lock.period) })}
          columns={[
            { title: '报送期', dataIndex: 'period', width: 220, render: periodTitle },
            { title: '锁定时间', dataIndex: 'lockedAt', width: 140, render: momentText },
            { title: '经办人', dataIndex: 'by', width: 80, render: (by: string) => by || '—' },
            { title: '理由', dataIndex: 'reason' },
          ]}
        />
      </div>
    </Drawer>
  );
}
