import { DownloadOutlined, DownOutlined, FileTextOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Dropdown, Tabs } from 'antd';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FigureDrawer } from '../../parts/FigureDrawer.tsx';
import { MomentField } from '../../parts/MomentField.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { momentText } from '../../parts/periods.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { ASSESSMENT_WORDS as W } from '../../words/assessment.ts';
import { BatchTab } from './BatchTab.tsx';
import { ObjectionsTab } from './ObjectionsTab.tsx';
import { ResultTab } from './ResultTab.tsx';
import { SchemeTab } from './SchemeTab.tsx';
import { ScoreSheet } from './ScoreSheet.tsx';
import { type AssessmentView, useAssessment } from './useAssessment.ts';
import { useBatch } from './useBatch.ts';
import { useSchemes } from './useSchemes.ts';
import { useScoring } from './useScoring.ts';
import '../../parts/pageTabs.css';
import './assessment.css';

/** 年度考核: every unit's score of a year by the scheme in force, how it came about, and what is written from it. */
export function AssessmentPage() {
  const page = useAssessment();
  // What is half done belongs to its year.
  return <YearOf key={page.year} page={page} />;
}

function YearOf({ page }: { readonly page: AssessmentView }) {
  const { year, assessment, answer, objections, figure } = page;
  const scoring = useScoring(year);
  const batch = useBatch(year, page.setSending);
  const schemes = useSchemes(year, page.tab === 'scheme', page);
  const waiting = objections.filter(({ state }) => state === 'open').length;
  return (
    <div className="page fixed assessment">
      <PageHeader title={W.title} hint={assessment ? <SchemeName page={page} /> : null}>
        <Actions page={page} />
      </PageHeader>
      <ErrorNotice error={answer.error ?? page.decidedError} onRetry={answer.reload} />
      <ErrorNotice error={page.writing.error} onClose={page.writing.clearError} />
      <ErrorNotice error={page.creating.error} onClose={page.creating.clearError} />
      <ProgressBar busy={page.writing.busy} progress={page.writing.progress} label={W.export} />
      {!assessment && !answer.error ? <Waiting /> : null}
      {assessment ? (
        <Tabs
          className="fill page-tabs"
          activeKey={page.tab}
          onChange={page.showTab}
          destroyOnHidden
          items={[
            { key: 'results', label: W.resultTab, children: <ResultTab page={page} assessment={assessment} /> },
            {
              key: 'batch',
              label: assessment.open === 0 ? W.batchTab : `${W.batchTab}（待评 ${assessment.open}）`,
              children: <BatchTab page={page} assessment={assessment} batch={batch} />,
            },
            {
              key: 'objections',
              label: waiting === 0 ? W.objectionTab : `${W.objectionTab}（待处理 ${waiting}）`,
              children: <ObjectionsTab page={page} assessment={assessment} scoring={scoring} />,
            },
            { key: 'scheme', label: W.schemeTab, children: <SchemeTab view={schemes} year={year} /> },
          ]}
        />
      ) : null}
      {assessment && page.unit !== null ? (
        <ScoreSheet page={page} assessment={assessment} unit={page.unit} scoring={scoring} />
      ) : null}
      {figure ? (
        <FigureDrawer
          key={JSON.stringify(figure.ref)}
          figure={figure}
          directory={page.directory}
          onClose={page.closeFigure}
        />
      ) : null}
    </div>
  );
}

/** By which scheme the year is scored, and whose version of it. */
function SchemeName({ page }: { readonly page: AssessmentView }) {
  const version = page.assessment?.version;
  if (version === undefined) return null;
  const { scheme, by, at } = version;
  const which = version.version === 0 ? '程序附带' : `${version.year} 年第 ${version.version} 版`;
  const saved = version.version === 0 ? '' : `（${by === '' ? '' : `${by} `}${momentText(at)} 存）`;
  return (
    <span className="clip scheme-name" data-testid="scheme-in-force" title={`${which}${scheme.title}${saved}`}>
      {W.schemeInForce}：{which}《{scheme.title}》
    </span>
  );
}

function Actions({ page }: { readonly page: AssessmentView }) {
  const { year, assessment } = page;
  const isEmpty = (assessment?.units.length ?? 0) === 0;
  return (
    <>
      <Button aria-label={W.earlier} icon={<LeftOutlined />} onClick={() => page.setYear(year - 1)} />
      <b data-testid="assessment-year">{year}年</b>
      <Button aria-label={W.later} icon={<RightOutlined />} onClick={() => page.setYear(year + 1)} />
      <span className="muted small">{W.asOf}</span>
      <MomentField
        label={W.asOf}
        placeholder={W.asOfNow}
        value={page.asOf}
        onChange={page.setAsOf}
        wholeDay
        testId="assessment-as-of"
      />
      <Dropdown
        trigger={['click']}
        disabled={isEmpty}
        menu={{
          items: [
            { key: 'xlsx', label: W.workbook },
            { key: 'docx', label: W.sheets },
          ],
          onClick: ({ key }) => void page.write(key === 'xlsx' ? 'xlsx' : 'docx'),
        }}
      >
        <Button icon={<DownloadOutlined />} loading={page.writing.busy} data-testid="assessment-export">
          {W.export} <DownOutlined />
        </Button>
      </Dropdown>
      <Button
        type="primary"
        icon={<FileTextOutlined />}
        title={W.circularHint}
        disabled={isEmpty}
        loading={page.creating.busy}
        onClick={() => void page.compose()}
        data-testid="assessment-circular"
      >
        {W.circular}
      </Button>
    </>
  );
}
