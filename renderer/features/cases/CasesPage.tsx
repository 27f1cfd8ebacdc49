import { FileExcelOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented, Tabs } from 'antd';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { Waiting } from '../../parts/Waiting.tsx';
import { LEDGERS, CASE_WORDS as W } from '../../words/cases.ts';
import { CaseDrawer } from './CaseDrawer.tsx';
import { CaseForm } from './CaseForm.tsx';
import { CaseList } from './CaseList.tsx';
import './cases.css';
import '../../parts/pageTabs.css';
import { CommitmentBoard } from './CommitmentBoard.tsx';
import { CountMatrix } from './CountMatrix.tsx';
import { useCaseEntry } from './useCaseEntry.ts';
import { type CaseView, useCases } from './useCases.ts';

/** 案例: the ledgers the office lives by, each as a list, as counts by month, and the commitments by coverage. */
export function CasesPage() {
  const page = useCases();
  const entry = useCaseEntry();
  const { template, view, columns, directory } = page;
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={W.hint}>
        <Button
          size="small"
          icon={<FileExcelOutlined />}
          loading={page.writing.busy}
          onClick={page.write}
          data-testid="write-cases"
        >
          {W.write}
        </Button>
        <Button
          size="small"
          type="primary"
          icon={<PlusOutlined />}
          disabled={!columns}
          onClick={entry.open}
          data-testid="add-case"
        >
          {W.add}
        </Button>
      </PageHeader>
      <Tabs
        className="page-tabs case-tabs"
        activeKey={template}
        onChange={(key) => {
          const next = LEDGERS.find((one) => one.template === key);
          if (next) page.choose(next.template);
        }}
        items={LEDGERS.map(({ template: key, title }) => ({ key, label: title }))}
        tabBarExtraContent={
          <Segmented<CaseView>
            size="small"
            aria-label="看法"
            value={view}
            onChange={page.setView}
            options={[
              { value: 'list', label: W.list },
              { value: 'counts', label: W.counts },
              ...(template === 'commitment' ? [{ value: 'coverage' as const, label: W.coverage }] : []),
            ]}
          />
        }
      />
      <ErrorNotice error={page.writing.error} onClose={page.writing.clearError} />
      {page.opened ? null : <ErrorNotice error={page.correcting.error} onClose={page.correcting.clearError} />}
      <Body page={page} />
      <CaseDrawer
        item={page.opened}
        template={columns}
        directory={directory}
        papers={page.papers}
        busy={page.correcting.busy || page.confirming.busy || page.openingPaper.busy}
        error={page.correcting.error ?? page.confirming.error ?? page.openingPaper.error}
        onCorrect={page.correct}
        onConfirm={page.confirm}
        onOpenPaper={page.openPaper}
        onClose={() => page.open(null)}
      />
      {columns && entry.isOpen ? (
        <CaseForm
          key={template}
          template={columns}
          ledger={template}
          directory={directory}
          period={page.period}
          unit={page.filters.unit}
          findings={entry.findings}
          busy={entry.busy}
          error={entry.error}
          onSave={entry.save}
          onTouch={entry.forget}
          onClose={entry.close}
        />
      ) : null}
    </div>
  );
}

function Body({ page }: { readonly page: ReturnType<typeof useCases> }) {
  const { view, directory, list, counts, coverage, columns } = page;
  const asked = view === 'list' ? list : view === 'counts' ? counts : coverage;
  if (asked.error) return <ErrorNotice error={asked.error} onRetry={asked.reload} />;
  // The answer about another ledger stays until the new one comes.
  if (view === 'list' && list.data && columns)
    return (
      <CaseList
        page={list.data}
        template={columns}
        directory={directory}
        filters={page.filters}
        period={page.period}
        busy={page.correcting.busy}
        loading={list.loading}
        onFilter={page.setFilters}
        onOpen={page.open}
        onAdopt={page.adopt}
      />
    );
  if (view === 'counts' && counts.data?.template === page.template)
    return (
      <CountMatrix
        counts={counts.data}
        unitName={(id) => directory.unitNameIn(id, page.period.slice(0, 4))}
        onSquare={page.showSquare}
      />
    );
  if (view === 'coverage' && coverage.data)
    return (
      <CommitmentBoard
        ledger={coverage.data}
        template={columns}
        unitName={(id) => directory.unitNameIn(id, page.period)}
        busy={page.enterprises.busy}
        error={page.enterprises.error}
        onEnterprises={page.saveEnterprises}
      />
    );
  return <Waiting />;
}
