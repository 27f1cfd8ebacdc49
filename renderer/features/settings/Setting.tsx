import type { ReactNode } from 'react';

interface SettingGroupProps {
  readonly title: string;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** Settings of one kind under a head. */
export function SettingGroup({ title, hint, children }: SettingGroupProps) {
  return (
    <section className="panel" aria-label={title}>
      <h2 style={{ fontSize: 15, margin: '0 0 6px' }}>{title}</h2>
      {hint ? <div className="muted small">{hint}</div> : null}
      <div className="settings-form">{children}</div>
    </section>
  );
}

/** One setting: its name and its control. */
export function Setting({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <span className="muted">{label}</span>
      <div className="row">{children}</div>
    </>
  );
}
