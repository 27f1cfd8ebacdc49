import { InputNumber } from 'antd';
import { RATE_NAMES } from '../../../electron/contract/assessment.ts';
import { RATE_WORDS } from '../../../electron/contract/figureWords.ts';
import type { OfficeSettings } from '../../../electron/contract/profiles.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { Setting, SettingGroup } from './Setting.tsx';

interface WeightSettingsProps {
  readonly settings: OfficeSettings;
  readonly onChange: (part: Partial<OfficeSettings>) => void;
}

/** How much each rate weighs in the score units are ranked by. */
export function WeightSettings({ settings, onChange }: WeightSettingsProps) {
  const { scoreWeights } = settings;
  return (
    <SettingGroup title={W.weights} hint={W.weightsHint}>
      {RATE_NAMES.map((rate) => (
        <Setting key={rate} label={RATE_WORDS[rate]}>
          <InputNumber
            aria-label={`${RATE_WORDS[rate]}的权重`}
            min={0}
            max={100}
            value={scoreWeights[rate]}
            onChange={(weight) => {
              if (weight !== null) onChange({ scoreWeights: { ...scoreWeights, [rate]: weight } });
            }}
          />
        </Setting>
      ))}
    </SettingGroup>
  );
}
