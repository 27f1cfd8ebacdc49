import { Button, Drawer } from 'antd';
import type { Duty, DutyDraft } from '../../../electron/contract/duties.ts';
import type { UnitGroup } from '../../../electron/contract/units.ts';
import type { RequestError } from '../../api/request.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { DUTIES_WORDS as W } from '../../words/duties.ts';
import { DutyDetail } from './DutyDetail.tsx';
import { DutyForm } from './DutyForm.tsx';

interface DutyDrawerProps {
  readonly duty: Duty | undefined;
  readonly groups: readonly UnitGroup[];
  readonly directory: Directory;
  readonly editing: boolean;
  readonly busy: boolean;
  readonly error: RequestError | undefined;
  readonly onEdit: (editing: boolean) => void;
  readonly onSave: (duty: DutyDraft) => void;
  readonly onClose: () => void;
}

/** One duty: all the notice says of it, or the form for what an office may settle itself. */
export function DutyDrawer({
  duty,
  groups,
  directory,
  editing,
  busy,
  error,
  onEdit,
  onSave,
  onClose,
}: DutyDrawerProps) {
  return (
    <Drawer
      open={duty !== undefined}
      onClose={onClose}
      size={640}
      title={duty ? `${duty.id}　${duty.title}` : ''}
      destroyOnHidden
      data-testid="duty-drawer"
      footer={
        editing ? (
          <div className="row">
            <Button type="primary" htmlType="submit" form="duty-form" loading={busy} data-testid="duty-save">
              {W.save}
            </Button>
            <Button onClick={() => onEdit(false)}>{W.cancel}</Button>
          </div>
        ) : (
          <Button type="primary" onClick={() => onEdit(true)} data-testid="duty-edit">
            {W.edit}
          </Button>
        )
      }
    >
      {error && (
        <div style={{ marginBottom: 12 }}>
          <ErrorNotice error={error} />
        </div>
      )}
      {duty && editing && (
        <DutyForm key={duty.id} duty={duty} groups={groups} units={directory.units} onSave={onSave} />
      )}
      {duty && !editing && <DutyDetail duty={duty} groups={groups} directory={directory} />}
    </Drawer>
  );
}
