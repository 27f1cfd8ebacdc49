import { Form, type FormInstance, Input } from 'antd';
import { COUNTY_NAME, type OfficeNames } from '../../../electron/contract/profiles.ts';
import { usualOfficeName, WIZARD_WORDS as W } from '../../words/wizard.ts';

/** The names of a county without a profile of its own. The office's name is proposed until the clerk writes another. */
export function OfficeNamesForm({ form }: { readonly form: FormInstance<OfficeNames> }) {
  const propose = (changed: Partial<OfficeNames>) => {
    if (changed.county !== undefined && !form.isFieldTouched('office'))
      form.setFieldValue('office', usualOfficeName(changed.county.trim()));
  };
  return (
    <Form
      form={form}
      layout="vertical"
      className="panel"
      data-testid="office-names"
      onValuesChange={propose}
      style={{ display: 'grid', gridTemplateColumns: '1fr 1fr', columnGap: 16, padding: '10px 14px 8px' }}
    >
      {FIELDS.map(({ name, label, hint, pattern, wide }) => (
        <Form.Item
          key={name}
          name={name}
          label={label}
          extra={hint}
          style={{ marginBottom: 10, gridColumn: wide ? '1 / -1' : undefined }}
          normalize={(value: string) => value.trim()}
          rules={[
            { required: true, message: `${W.required}${label}` },
            ...(pattern ? [{ pattern, message: hint ?? label }] : []),
          ]}
        >
          <Input autoFocus={name === 'county'} maxLength={60} />
        </Form.Item>
      ))}
    </Form>
  );
}

interface Field {
  readonly name: keyof OfficeNames;
  readonly label: string;
  readonly hint?: string;
  readonly pattern?: RegExp;
  readonly wide?: boolean;
}

const FIELDS: readonly Field[] = [
  { name: 'county', label: W.county, hint: W.countyRule, pattern: COUNTY_NAME },
  { name: 'city', label: W.city },
  { name: 'office', label: W.office, hint: W.officeRule, wide: true },
  { name: 'documentWord', label: W.documentWord, hint: W.documentWordRule },
  { name: 'regionCode', label: W.regionCode, hint: W.regionCodeRule, pattern: /^\d{6}$/u },
];
