import type { FilePlan } from '../../../electron/contract/imports.ts';
import { periodShort } from '../../parts/periods.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { ATTACHMENT_KIND_WORDS } from '../../words/imports.ts';
import { QUESTION_WORDS } from '../../words.ts';
import { EntryTag } from './EntryTag.tsx';
import { type Entry, findingCount, questionOf } from './entries.ts';
import { ownName } from './entryGroups.ts';
import { partText } from './partText.ts';

interface EntryRowProps {
  readonly id: string;
  readonly entry: Entry;
  /** Stands below the archive or mail it came in. */
  readonly inside: boolean;
  readonly selected: boolean;
  /** Its answer is being worked in. */
  readonly settling: boolean;
  readonly place: { readonly top: number; readonly height: number };
  readonly onSelect: (key: string) => void;
}

/** One table in the list: file, where it was routed to, state and errors. */
export function EntryRow({ id, entry, inside, selected, settling, place, onSelect }: EntryRowProps) {
  const { file, table, status } = entry;
  const errors = findingCount(table, 'error');
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list box moves the selection by keyboard
    // biome-ignore lint/a11y/useFocusableInteractive: focus stays on the list box (aria-activedescendant)
    <div
      id={id}
      role="option"
      aria-selected={selected}
      data-testid="entry"
      data-status={status}
      onClick={() => onSelect(entry.key)}
      style={{
        ...place,
        position: 'absolute',
        left: 0,
        right: 0,
        boxSizing: 'border-box',
        padding: inside ? '5px 10px 5px 24px' : '5px 10px',
        cursor: 'pointer',
        opacity: settling ? 0.55 : 1,
        borderBottom: '1px solid #edf0f4',
        borderLeft: `3px solid ${selected ? '#1d4f91' : 'transparent'}`,
        background: selected ? '#e8f0fb' : undefined,
      }}
    >
      <div className="row spread" style={{ flexWrap: 'nowrap' }}>
        <span className="clip" title={file.name}>
          {ownName(file.name)}
        </span>
        <span style={{ flexShrink: 0 }}>
          <EntryTag status={status} />
        </span>
      </div>
      <div className="row spread" style={{ flexWrap: 'nowrap', marginTop: 2 }}>
        <span className="clip muted small" title={routeText(entry)}>
          {routeText(entry)}
        </span>
        <span style={{ flexShrink: 0 }}>
          {settling ? <span className="muted small">已答复…</span> : null}
          {errors > 0 ? <SeverityTag severity="error" count={errors} /> : null}
        </span>
      </div>
    </div>
  );
}

function routeText(entry: Entry): string {
  const { file, table } = entry;
  const question = questionOf(entry);
  const route = table
    ? [
        file.tables.length > 1 ? [table.sheet, partText(table)].filter(Boolean).join(' ') : null,
        table.unit?.name,
        table.period ? periodShort(table.period) : null,
        shortTemplateTitle(table.templateTitle ?? table.duty?.title ?? ''),
      ]
        .filter(Boolean)
        .join(' · ')
    : question
      ? '输入密码后才能读取'
      : filedText(file);
  return question ? `${QUESTION_WORDS[question.code]}：${route}` : route;
}

/** Of a file without a table: where it is filed, else what it says of itself. */
function filedText({ filed, message }: FilePlan): string {
  return filed
    ? `${ATTACHMENT_KIND_WORDS[filed.kind]} · ${filed.unit.name} · ${periodShort(filed.period)}`
    : (message ?? '还没有归档');
}
