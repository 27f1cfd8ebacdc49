import { Link } from 'react-router';
import type { Overview, Todo } from '../../../electron/contract/overview.ts';
import { momentText, periodTitle } from '../../parts/periods.ts';
import { TODO_WORDS, OVERVIEW_WORDS as W } from '../../words/overview.ts';

interface TodoPanelProps extends Pick<Overview, 'todo' | 'lastBatch'> {
  readonly groupTitle: (id: string) => string;
}

/** What the office itself still has to do, and when files last came in. */
export function TodoPanel({ todo, lastBatch, groupTitle }: TodoPanelProps) {
  return (
    <section className="panel" aria-label={W.todo} data-testid="todo-list">
      <div className="overview-panel-head">
        <h2>{W.todo}</h2>
      </div>
      {todo.length === 0 && <div className="muted">✓ {W.noTodo}</div>}
      <ul className="overview-todo">
        {todo.map((item) => (
          <li
            key={`${item.code}:${item.subject}:${item.code === 'numbers_missing' ? item.period : ''}`}
            data-testid={`todo-${item.code}`}
          >
            <span>{TODO_WORDS[item.code].sentence(subjectOf(item, groupTitle))}</span>
            <Link to={TODO_WORDS[item.code].link(item.subject)}>{TODO_WORDS[item.code].action}</Link>
          </li>
        ))}
      </ul>
      <div className="overview-import">
        <span className="muted">{W.lastImport}</span>
        {lastBatch ? (
          <span data-testid="last-import">
            {momentText(lastBatch.at)}，{lastBatch.files} 个文件（{lastBatch.id}）
          </span>
        ) : (
          <span>
            {W.noImport}。{W.noImportHint} <Link to="/imports">{W.import}</Link>
          </span>
        )}
      </div>
    </section>
  );
}

function subjectOf(item: Todo, groupTitle: TodoPanelProps['groupTitle']): string {
  if (item.code === 'numbers_missing') return `${item.title}（${periodTitle(item.period)}）有 ${item.count} 个单位`;
  return item.code === 'group_empty' ? groupTitle(item.subject) : item.subject;
}
