import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { LevelSettings } from './LevelSettings.tsx';
import type { ReminderSettingsView } from './useReminderSettings.ts';
import { WordingSettings } from './WordingSettings.tsx';

/** When a line turns yellow and red, and in what words units are reminded. */
export function ReminderSettingsTab({ view }: { readonly view: ReminderSettingsView }) {
  const { stored, saving } = view;
  return (
    <div className="reminder-settings">
      <ErrorNotice error={view.error} onRetry={view.reload} />
      <ErrorNotice error={saving.error} onClose={saving.clearError} />
      {stored ? (
        <>
          <LevelSettings stored={stored.settings} busy={saving.busy} onSave={view.saveLevels} />
          <WordingSettings
            stored={stored.wording}
            isOwn={stored.isOwn}
            busy={saving.busy}
            onSave={view.saveWording}
            onReset={view.resetWording}
          />
        </>
      ) : view.error ? null : (
        <Waiting />
      )}
    </div>
  );
}
