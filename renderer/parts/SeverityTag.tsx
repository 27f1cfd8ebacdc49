import { Tag } from 'antd';
import type { Severity } from '../../electron/contract/findings.ts';
import { SEVERITY_WORDS } from '../words.ts';

const LOOKS: Readonly<Record<Severity, { readonly color: string; readonly sign: string }>> = {
  error: { color: 'red', sign: '✕' },
  verify: { color: 'orange', sign: '?' },
  notice: { color: 'blue', sign: 'i' },
};

/** 错误, 核实 or 提示 with sign and colour; `count` adds a number. */
export function SeverityTag({ severity, count }: { readonly severity: Severity; readonly count?: number | undefined }) {
  const look = LOOKS[severity];
  return (
    <Tag color={look.color} variant="outlined" data-severity={severity}>
      {look.sign} {SEVERITY_WORDS[severity]}
      {count === undefined ? '' : ` ${count}`}
    </Tag>
  );
}
