import { Radio } from 'antd';
import { DEFAULT_INTAKE_POLICY, type IntakePolicy, type OfficeSettings } from '../../../electron/contract/profiles.ts';
import { HIDDEN_ROWS_WORDS, SETTINGS_WORDS as W } from '../../words/settings.ts';
import { Setting, SettingGroup } from './Setting.tsx';

interface IntakeSettingsProps {
  readonly settings: OfficeSettings;
  readonly onChange: (part: Partial<OfficeSettings>) => void;
}

/** How files are read and returns are counted. */
export function IntakeSettings({ settings, onChange }: IntakeSettingsProps) {
  const policy = settings.intake ?? DEFAULT_INTAKE_POLICY;
  const set = (part: Partial<IntakePolicy>) => onChange({ intake: { ...policy, ...part } });
  return (
    <SettingGroup title={W.intake}>
      <Setting label={W.hiddenRows}>
        <Radio.Group
          data-testid="hidden-rows"
          value={policy.hiddenRows}
          onChange={(event) => set({ hiddenRows: event.target.value === 'skip' ? 'skip' : 'read' })}
          options={[
            { value: 'read', label: HIDDEN_ROWS_WORDS.read },
            { value: 'skip', label: HIDDEN_ROWS_WORDS.skip },
          ]}
        />
      </Setting>
      <Setting label={W.returnedCounts}>
        <Radio.Group
          data-testid="returned-counts"
          value={policy.returnedCounts ? 'yes' : 'no'}
          onChange={(event) => set({ returnedCounts: event.target.value === 'yes' })}
          options={[
            { value: 'yes', label: '按首次收到的时间算已报' },
            { value: 'no', label: '不算上报，重新报来才算' },
          ]}
        />
      </Setting>
    </SettingGroup>
  );
}
