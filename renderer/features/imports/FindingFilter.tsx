import { Segmented, Select, Space } from 'antd';
import type { Finding, RuleCode, Severity } from '../../../electron/contract/findings.ts';
import { RULE_WORDS, SEVERITY_WORDS } from '../../words.ts';

interface FindingFilterProps {
  readonly findings: readonly Finding[];
  readonly severity: Severity | 'all';
  readonly rule: RuleCode | null;
  readonly onSeverity: (severity: Severity | 'all') => void;
  readonly onRule: (rule: RuleCode | null) => void;
}

const SEVERITIES: readonly Severity[] = ['error', 'verify', 'notice'];

/** Which findings of a table are shown: by severity and by rule, each with its count. */
export function FindingFilter({ findings, severity, rule, onSeverity, onRule }: FindingFilterProps) {
  const count = (wanted: Severity) => findings.filter((finding) => finding.severity === wanted).length;
  return (
    <Space>
      <Segmented
        size="small"
        aria-label="按级别筛选"
        value={severity}
        onChange={onSeverity}
        options={[
          { value: 'all', label: `全部 ${findings.length}` },
          ...SEVERITIES.map((code) => ({ value: code, label: `${SEVERITY_WORDS[code]} ${count(code)}` })),
        ]}
      />
      <Select
        size="small"
        allowClear
        aria-label="按规则筛选"
        placeholder="全部规则"
        style={{ width: 220 }}
        value={rule}
        onChange={(value) => onRule(value ?? null)}
        options={ruleOptions(findings)}
      />
    </Space>
  );
}

/** The rules that occur, the most frequent first. */
function ruleOptions(findings: readonly Finding[]) {
  const counts = new Map<RuleCode, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .map(([rule, n]) => ({ value: rule, label: `${RULE_WORDS[rule]}（${n}）` }));
}
