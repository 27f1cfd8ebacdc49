import { Button } from 'antd';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ProfileExport } from '../../parts/ProfileExport.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { ContactSettings } from './ContactSettings.tsx';
import { DeadlineSettings } from './DeadlineSettings.tsx';
import { IntakeSettings } from './IntakeSettings.tsx';
import { LetterheadSettings } from './LetterheadSettings.tsx';
import type { useOffice } from './useOffice.ts';
import { WeightSettings } from './WeightSettings.tsx';

/** 设置: how the office treats what the notices leave open. */
export function OfficePanel({ page }: { readonly page: ReturnType<typeof useOffice> }) {
  const { office, draft, changed, change, set, save, saving } = page;
  if (!draft) return office.error ? <ErrorNotice error={office.error} onRetry={office.reload} /> : <Waiting />;
  return (
    <div style={{ height: '100%', overflow: 'auto', display: 'flex', flexDirection: 'column', gap: 10 }}>
      <div className="settings-columns">
        <DeadlineSettings settings={draft.settings} onChange={set} />
        <IntakeSettings settings={draft.settings} onChange={set} />
        <LetterheadSettings office={draft} onChange={change} />
        <ContactSettings office={draft} onChange={change} />
        <WeightSettings settings={draft.settings} onChange={set} />
      </div>
      <ErrorNotice error={saving.error} onClose={saving.clearError} />
      <div className="row">
        <Button type="primary" disabled={!changed} loading={saving.busy} onClick={save} data-testid="save-office">
          {W.save}
        </Button>
        <ProfileExport />
        {changed ? <span className="muted">{W.unsaved}</span> : null}
      </div>
    </div>
  );
}
