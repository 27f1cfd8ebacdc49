import type { Remark } from '../../../electron/contract/imports.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { REMARK_WORDS } from '../../words/imports.ts';

const SEVERITIES = ['verify', 'notice'] as const;

/** What is worth knowing of a table beside its findings: what asks for a look first. */
export function RemarkList({ remarks }: { readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return <p className="muted">没有需要说明的。</p>;
  return (
    <div style={{ overflow: 'auto', height: '100%' }} data-testid="remarks">
      {SEVERITIES.map((severity) => {
        const some = remarks.filter((remark) => remark.severity === severity);
        if (some.length === 0) return null;
        return (
          <section key={severity} style={{ marginBottom: 8 }}>
            <SeverityTag severity={severity} count={some.length} />
            {some.map((remark) => (
              <div key={`${remark.code} ${remark.cell} ${remark.message}`} className="remark" data-code={remark.code}>
                <b>{REMARK_WORDS[remark.code]}</b>
                <span className="muted mono">{remark.cell ?? ''}</span>
                <span className="prewrap">{remark.message}</span>
              </div>
            ))}
          </section>
        );
      })}
    </div>
  );
}
