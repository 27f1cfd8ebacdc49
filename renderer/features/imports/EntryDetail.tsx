import type { Override } from '../../../electron/contract/imports.ts';
import type { Template } from '../../../electron/contract/templates.ts';
import type { Period } from '../../../electron/contract/time.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { unitChoices } from '../../parts/choices.ts';
import { AttachmentPanel } from './AttachmentPanel.tsx';
import { DetailHead } from './DetailHead.tsx';
import { type DetailTab, DetailTabs } from './DetailTabs.tsx';
import { answersAlike, type Entry, questionOf, targetOf } from './entries.ts';
import { ownName } from './entryGroups.ts';
import type { FindingActions } from './FindingsTable.tsx';
import { LeftOutSheets } from './LeftOutSheets.tsx';
import { type Answer, type Choice, isAnswered, type OverrideTarget } from './overrides.ts';
import { QuestionPanel } from './QuestionPanel.tsx';
import { ReturnedNote } from './ReturnedNote.tsx';
import { TableCounts } from './TableCounts.tsx';

export interface EntryActions {
  readonly choose: (answers: readonly Answer[]) => void;
  readonly forget: (target: OverrideTarget) => void;
  readonly unlock: (password: string) => void;
  readonly diagnose: () => void;
  readonly showTab: (tab: DetailTab) => void;
  /** What is done to single findings of a table. */
  readonly findings: (target: OverrideTarget) => FindingActions;
}

interface EntryDetailProps {
  readonly entry: Entry;
  readonly entries: readonly Entry[];
  readonly template: Template | undefined;
  readonly directory: Directory;
  readonly overrides: readonly Override[];
  readonly period: Period;
  readonly reasons: readonly string[];
  readonly tab: DetailTab | null;
  /** Nothing can be answered. */
  readonly busy: boolean;
  /** An answer was given; the preview with it is under way, and further answers join it. */
  readonly settling: boolean;
  readonly actions: EntryActions;
}

/** Everything about one table of the plan: question, counts, and its tabs; of an attachment what it says and where it is filed. */
export function EntryDetail(props: EntryDetailProps) {
  const { entry, entries, template, directory, overrides, period, reasons, tab, busy, settling, actions } = props;
  const { file, table } = entry;
  const target = targetOf(entry);
  const question = questionOf(entry);
  const isPaper = file.status === 'attachment' && table === null;
  const units = unitChoices(directory.units);
  const choose = (choice: Choice) => actions.choose([{ target, choice }]);
  return (
    <section className="panel fill entry-detail" tabIndex={-1} aria-label="所选表的详情" data-testid="entry-detail">
      <DetailHead
        entry={entry}
        answered={isAnswered(overrides, target)}
        busy={busy}
        onDiagnose={actions.diagnose}
        onForget={() => actions.forget(target)}
        onSkip={() => choose({ skip: true })}
      />
      {file.message && !question && !isPaper ? <div data-testid="file-message">{file.message}</div> : null}
      {question ? (
        <QuestionPanel
          key={entry.key}
          question={question}
          name={ownName(file.name)}
          units={units}
          locked={entries.filter((one) => one.table === null && one.file.question !== null).length}
          alike={(value) => answersAlike(entries, entry, value)}
          onChooseAlike={(choice, alike) => actions.choose([{ target, choice }, ...alike])}
          answered={settling}
          busy={busy}
          onChoose={choose}
          onPassword={actions.unlock}
        />
      ) : null}
      <LeftOutSheets
        file={file}
        directory={directory}
        busy={busy}
        onChoose={(sheet, choice) => actions.choose([{ target: sheet, choice }])}
        onForget={actions.forget}
      />
      {isPaper ? (
        <AttachmentPanel
          key={`${entry.key} ${file.filed?.unit.id}`}
          file={file}
          directory={directory}
          units={units}
          period={period}
          busy={busy}
          onChoose={choose}
        />
      ) : null}
      {table ? (
        <>
          {table.returned ? <ReturnedNote returned={table.returned} /> : null}
          <TableCounts table={table} />
          <DetailTabs
            entryKey={entry.key}
            table={table}
            template={template}
            directory={directory}
            period={period}
            reasons={reasons}
            busy={busy}
            tab={tab}
            onTab={actions.showTab}
            onChoose={choose}
            findingActions={actions.findings(target)}
          />
        </>
      ) : null}
    </section>
  );
}
