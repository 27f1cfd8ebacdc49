import { InputNumber } from 'antd';
import type { OfficeSettings } from '../../../electron/contract/profiles.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { Setting, SettingGroup } from './Setting.tsx';

interface WeightSettingsProps {
  readonly settings: OfficeSettings;
  readonly onChange: (part: Partial<OfficeSettings>) => void;
}

const RATES = [
  ['report', '上报率'],
  ['compliance', '合规率'],
  ['timeliness', '及时率'],
] as const;

/** How much each rate weighs in the score units are ranked by. */
export function WeightSettings({ settings, onChange }: WeightSettingsProps) {
  const { scoreWeights } = settings;
  return (
    <SettingGroup title={W.weights} hint={W.weightsHint}>
      {RATES.map(([rate, label]) => (
        <Setting key={rate} label={label}>
          <InputNumber
            aria-label={`${label}的权重`}
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
