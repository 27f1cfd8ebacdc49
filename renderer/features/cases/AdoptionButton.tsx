import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { CaseItem } from '../../../electron/contract/cases.ts';
import { ReasonField } from '../../parts/ReasonField.tsx';
import { ADOPTION_REASONS, CASE_WORDS as W } from '../../words/cases.ts';

interface AdoptionButtonProps {
  readonly item: CaseItem;
  readonly busy: boolean;
  /** True when the mark was accepted. */
  readonly onAdopt: (reason: string) => Promise<boolean>;
}

/** Whether the city adopted a case, and the quick way to say otherwise: a correction with its reason. */
export function AdoptionButton({ item, busy, onAdopt }: AdoptionButtonProps) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(ADOPTION_REASONS[0]);
  if (item.origin === 'article' || item.origin === 'paper') return <span className="muted">—</span>;
  const save = async () => {
    if (reason.trim() !== '' && (await onAdopt(reason.trim()))) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps the clicks inside from opening the row
    <span onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <Popover
        trigger="click"
        open={open}
        onOpenChange={setOpen}
        destroyOnHidden
        content={
          <div className="row" style={{ flexWrap: 'nowrap', width: 420 }}>
            <ReasonField
              label="理由"
              placeholder="谁反馈的，必填"
              value={reason}
              earlier={[]}
              common={ADOPTION_REASONS}
              onChange={setReason}
              onEnter={save}
              onEscape={() => setOpen(false)}
            />
            <Button size="small" type="primary" loading={busy} disabled={reason.trim() === ''} onClick={save}>
              {item.adopted ? W.markNo : W.markYes}
            </Button>
          </div>
        }
      >
        <Button
          size="small"
          aria-pressed={item.adopted}
          data-testid="adoption"
          color={item.adopted ? 'green' : 'default'}
          variant="outlined"
        >
          {item.adopted ? `✓ ${W.adoptedYes}` : `○ ${W.adoptedNo}`}
        </Button>
      </Popover>
    </span>
  );
}
