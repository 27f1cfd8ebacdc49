import { Input, Select } from 'antd';
import type { Office } from '../../../electron/contract/profiles.ts';
import { SETTINGS_WORDS as W } from '../../words/settings.ts';
import { Setting, SettingGroup } from './Setting.tsx';

interface ContactSettingsProps {
  readonly office: Office;
  readonly onChange: (part: Partial<Office>) => void;
}

const FIELDS = ['place', 'person', 'phone', 'email'] as const;

/** What circulars and notices print of the office. */
export function ContactSettings({ office, onChange }: ContactSettingsProps) {
  const { contact } = office;
  return (
    <SettingGroup title={W.office} hint="印在通报、催报函和退回通知上。">
      {FIELDS.map((field) => (
        <Setting key={field} label={W[field]}>
          <Input
            aria-label={W[field]}
            data-testid={`contact-${field}`}
            style={{ width: 300 }}
            value={contact[field]}
            onChange={(event) => onChange({ contact: { ...contact, [field]: event.target.value } })}
          />
        </Setting>
      ))}
      <Setting label={W.copyTo}>
        <Select<string[]>
          mode="tags"
          aria-label={W.copyTo}
          style={{ width: '100%', maxWidth: 420 }}
          placeholder={W.copyToHint}
          value={[...office.copyTo]}
          onChange={(copyTo) => onChange({ copyTo })}
        />
      </Setting>
    </SettingGroup>
  );
}
