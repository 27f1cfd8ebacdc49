import { Button, Modal, Popconfirm } from 'antd';
import type { CalendarEffect } from '../../../electron/contract/calendar.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { CALENDAR_WORDS as W } from '../../words/calendar.ts';
import { EffectList } from './EffectList.tsx';

interface ResetButtonProps {
  readonly year: number;
  readonly busy: boolean;
  /** What the last reset did; null: looked at, or none. */
  readonly effect: CalendarEffect | null;
  readonly directory: Directory;
  readonly onReset: () => void;
  readonly onSeen: () => void;
}

/** 恢复随程序附带的安排: takes the imported notice of a year back, and tells what that moved. */
export function ResetButton({ year, busy, effect, directory, onReset, onSeen }: ResetButtonProps) {
  return (
    <>
      <Popconfirm
        title={`${year} 年${W.resetAsk}`}
        description={W.resetHint}
        okText={W.reset}
        onConfirm={onReset}
        styles={{ root: { maxWidth: 420 } }}
      >
        <Button size="small" loading={busy} data-testid="calendar-reset">
          {W.reset}
        </Button>
      </Popconfirm>
      <Modal
        open={effect !== null}
        width={860}
        title={`${year} 年${W.resetDone}`}
        footer={
          <Button type="primary" onClick={onSeen}>
            知道了
          </Button>
        }
        onCancel={onSeen}
      >
        {effect ? <EffectList effect={effect} directory={directory} /> : null}
      </Modal>
    </>
  );
}
