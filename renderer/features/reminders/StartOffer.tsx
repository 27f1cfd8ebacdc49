import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { ReminderList, ReminderSettings } from '../../../electron/contract/reminders.ts';
import type { Day } from '../../../electron/contract/time.ts';
import { REMINDER_WORDS as W } from '../../words/reminders.ts';
import { startOffer } from './firstDays.ts';

interface StartOfferProps {
  readonly list: ReminderList;
  readonly settings: ReminderSettings;
  readonly busy: boolean;
  readonly onBegin: (from: Day) => void;
}

/** Asks once from which day on an office that starts in mid-year chases. */
export function StartOffer({ list, settings, busy, onBegin }: StartOfferProps) {
  const [isAnswered, answer] = useState(false);
  const offer = startOffer(list, settings.since);
  if (offer === null || isAnswered) return null;
  return (
    <Alert
      type="info"
      showIcon
      className="no-print"
      data-testid="start-offer"
      title={`还没有催过任何单位，${offer.red} 项红色里有 ${offer.older} 项在 ${offer.from} 以前就到期了，级别分不出轻重。刚开始使用的，可以只催从某天起到期的；以前的仍在台账里。`}
      action={
        <span className="row">
          <Button
            size="small"
            type="primary"
            loading={busy}
            onClick={() => onBegin(offer.from)}
            data-testid="start-here"
          >
            只催 {offer.from} 起的
          </Button>
          <Link to="/reminders?tab=settings">{W.otherDay}</Link>
          <Button size="small" onClick={() => answer(true)} data-testid="start-all">
            {W.chaseAll}
          </Button>
        </span>
      }
    />
  );
}
