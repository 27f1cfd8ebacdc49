import { Input } from 'antd';
import type { Office } from '../../../electron/contract/profiles.ts';
import { LETTERHEAD_WORDS as W } from '../../words/wizard.ts';
import { Setting, SettingGroup } from './Setting.tsx';

interface LetterheadSettingsProps {
  readonly office: Office;
  readonly onChange: (part: Partial<Office>) => void;
}

const FIELDS = ['office', 'shortName', 'letterhead', 'documentNoPattern', 'addressee', 'regionCode'] as const;
const NOTICE_FIELDS = ['documentNo', 'title'] as const;

/** The office's names and its letterhead, and the notice its duties come from. */
export function LetterheadSettings({ office, onChange }: LetterheadSettingsProps) {
  const { notice } = office;
  return (
    <SettingGroup title={W.group} hint={W.hint}>
      {FIELDS.map((field) => (
        <Setting key={field} label={W[field]}>
          <Input
            aria-label={W[field]}
            data-testid={`office-${field}`}
            style={{ width: '100%', maxWidth: 420 }}
            value={office[field]}
            onChange={(event) => onChange({ [field]: event.target.value })}
          />
        </Setting>
      ))}
      {NOTICE_FIELDS.map((field) => (
        <Setting key={field} label={W.notice[field]}>
          <Input
            aria-label={W.notice[field]}
            data-testid={`notice-${field}`}
            style={{ width: '100%', maxWidth: 420 }}
            value={notice[field]}
            onChange={(event) => onChange({ notice: { ...notice, [field]: event.target.value } })}
          />
        </Setting>
      ))}
    </SettingGroup>
  );
}
