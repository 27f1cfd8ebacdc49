import { FileExcelOutlined } from '@ant-design/icons';
import { Button, Checkbox, Select, Tabs } from 'antd';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { periodTitle } from '../../parts/periods.ts';
import { Waiting } from '../../parts/Waiting.tsx';
import { UPLOAD_WORDS as W } from '../../words/uploads.ts';
import { GoneRecords } from './GoneRecords.tsx';
import { HeldTable } from './HeldTable.tsx';
import { UnitRows } from './UnitRows.tsx';
import { UploadHistory } from './UploadHistory.tsx';
import { useUploads } from './useUploads.ts';
import '../../parts/pageTabs.css';

/** 汇总上报: all compliant records of a template and period in one workbook, each once and only once. */
export function UploadsPage() {
  const page = useUploads();
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={W.hint} />
      <Tabs
        className="fill page-tabs"
        items={[
          { key: 'new', label: W.newTab, children: <NewUpload page={page} /> },
          {
            key: 'history',
            label: W.historyTab,
            children: (
              <div className="upload-body">
                <ErrorNotice error={page.history.error ?? page.undoing.error} onRetry={page.history.reload} />
                <UploadHistory
                  uploads={page.history.data}
                  templateTitle={page.directory.templateTitle}
                  busy={page.undoing.busy}
                  onUndo={page.undo}
                />
              </div>
            ),
          },
        ]}
      />
    </div>
  );
}

function NewUpload({ page }: { readonly page: ReturnType<typeof useUploads> }) {
  const { preview, period, template, directory, answer, writing, changed } = page;
  return (
    <div className="upload-body">
      <div className="panel row spread" style={{ padding: '8px 12px' }}>
        <div className="row">
          <span>{W.template}</span>
          <Select<string>
            aria-label={W.template}
            data-testid="upload-template"
            style={{ width: 420 }}
            placeholder={W.chooseTemplate}
            value={template}
            showSearch={{ optionFilterProp: 'label' }}
            options={directory.templates.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={page.choose}
          />
          <span>
            报送期 <b>{periodTitle(period)}</b>
          </span>
        </div>
        <div className="row">
          {changed > 0 ? (
            <Checkbox
              checked={page.includeChanged}
              onChange={(event) => page.setIncludeChanged(event.target.checked)}
              data-testid="include-changed"
            >
              {W.includeChanged}（{changed} 条）
            </Checkbox>
          ) : null}
          <Button
            type="primary"
            icon={<FileExcelOutlined />}
            disabled={page.rows === 0}
            loading={writing.busy}
            onClick={page.write}
            data-testid="write-upload"
          >
            {W.write}
            {preview ? `（${page.rows} 条）` : ''}
          </Button>
        </div>
      </div>
      <ErrorNotice error={answer.error} onRetry={answer.reload} />
      <ErrorNotice error={writing.error} onClose={writing.clearError} />
      <ProgressBar busy={writing.busy} progress={writing.progress} label={W.writing} onCancel={writing.cancel} />
      {template === null ? <EmptyState title={W.chooseTemplate} next={W.chooseTemplateHint} /> : null}
      {template !== null && !preview && !answer.error ? <Waiting /> : null}
      {preview && preview.gone.length > 0 ? <GoneRecords gone={preview.gone} unitName={directory.unitName} /> : null}
      {preview ? (
        <div className="fill upload-columns">
          <UnitRows preview={preview} unitName={(id) => directory.unitNameIn(id, period)} />
          <HeldTable preview={preview} unitName={(id) => directory.unitNameIn(id, period)} />
        </div>
      ) : null}
    </div>
  );
}
