import { periodShort } from '../../parts/periods.ts';
import { SeverityTag } from '../../parts/SeverityTag.tsx';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { QUESTION_WORDS } from '../../words.ts';
import { EntryTag } from './EntryTag.tsx';
import { type Entry, findingCount } from './entries.ts';

interface EntryRowProps {
  readonly id: string;
  readonly entry: Entry;
  readonly selected: boolean;
  readonly top: number;
  readonly height: number;
  readonly onSelect: (key: string) => void;
}

/** One table in the list: file, where it was routed to, state and errors. */
export function EntryRow({ id, entry, selected, top, height, onSelect }: EntryRowProps) {
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
        position: 'absolute',
        top,
        left: 0,
        right: 0,
        height,
        boxSizing: 'border-box',
        padding: '6px 10px',
        cursor: 'pointer',
        borderBottom: '1px solid #edf0f4',
        borderLeft: `3px solid ${selected ? '#1d4f91' : 'transparent'}`,
        background: selected ? '#e8f0fb' : undefined,
      }}
    >
      <div className="row spread" style={{ flexWrap: 'nowrap' }}>
        <span className="clip" title={file.name}>
          {file.name.split('/').at(-1)}
        </span>
        <span style={{ flexShrink: 0 }}>
          <EntryTag status={status} />
        </span>
      </div>
      <div className="row spread" style={{ flexWrap: 'nowrap', marginTop: 2 }}>
        <span className="clip muted small" title={routeText(entry)}>
          {routeText(entry)}
        </span>
        {errors > 0 ? (
          <span style={{ flexShrink: 0 }}>
            <SeverityTag severity="error" count={errors} />
          </span>
        ) : null}
      </div>
    </div>
  );
}

function routeText({ file, table }: Entry): string {
  const question = table?.question ?? (table ? null : file.question);
  const route = table
    ? [
        file.tables.length > 1 ? table.sheet : null,
        table.unit?.name,
        table.period ? periodShort(table.period) : null,
        shortTemplateTitle(table.templateTitle ?? table.duty?.title ?? ''),
      ]
        .filter(Boolean)
        .join(' · ')
    : (file.message ?? '');
  return question ? `${QUESTION_WORDS[question.code]}：${route}` : route;
}
