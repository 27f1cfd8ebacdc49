import { Button, Tag } from 'antd';
import { useState } from 'react';
import type { RuleCode } from '../../../electron/contract/findings.ts';
import type { FindingCount } from '../../../electron/contract/records.ts';
import { RULE_WORDS, SEVERITY_HINTS, SEVERITY_WORDS } from '../../words.ts';
import { SEVERITIES } from './recordQuery.ts';

interface RuleBarProps {
  readonly counts: readonly FindingCount[];
  readonly rule: RuleCode | null;
  readonly onRule: (rule: RuleCode | null) => void;
}

/** How many findings stand per rule, the graver first; a click shows only the records with that one. */
export function RuleBar({ counts, rule, onRule }: RuleBarProps) {
  const [all, showAll] = useState(false);
  const sorted = counts.toSorted(
    (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.findings - a.findings,
  );
  const isGone = rule !== null && !sorted.some((count) => count.rule === rule);
  if (sorted.length === 0 && !isGone) return null;
  const shown = all ? sorted : sorted.filter((count, index) => index < FIRST || count.rule === rule);
  return (
    <section className="rule-bar" aria-label="各类问题" data-testid="rule-bar">
      <span className="muted small">各类问题</span>
      {isGone ? (
        <Tag.CheckableTag checked onChange={() => onRule(null)}>
          {RULE_WORDS[rule]} 0
        </Tag.CheckableTag>
      ) : null}
      {shown.map((count) => (
        <Tag.CheckableTag
          key={`${count.rule} ${count.severity}`}
          className={`rule-chip ${count.severity}`}
          checked={rule === count.rule}
          onChange={(checked) => onRule(checked ? count.rule : null)}
        >
          <span title={tipOf(count)}>
            {RULE_WORDS[count.rule]} <b>{count.findings}</b>
          </span>
        </Tag.CheckableTag>
      ))}
      {sorted.length > FIRST ? (
        <Button type="link" size="small" onClick={() => showAll(!all)}>
          {all ? '收起' : `全部 ${sorted.length} 类`}
        </Button>
      ) : null}
    </section>
  );
}

/** Rules shown at first: one line at 1366 pixels, as a rule. */
const FIRST = 7;

function tipOf({ severity, findings, records, confirmed }: FindingCount): string {
  const passed = confirmed > 0 ? `，其中已放行 ${confirmed} 处` : '';
  return `${SEVERITY_WORDS[severity]}：${records} 条记录 ${findings} 处${passed}。${SEVERITY_HINTS[severity]}`;
}
