import { DownloadOutlined, FileWordOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Tag } from 'antd';
import { useRef } from 'react';
import type { WordTemplate } from '../../../electron/contract/papers.ts';
import { templateFault } from '../../../electron/contract/templateFault.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { FillTable } from '../../parts/FillTable.tsx';
import { momentText } from '../../parts/periods.ts';
import { TEMPLATE_WORDS as W } from '../../words/wordTemplate.ts';
import { useWordTemplate } from './useWordTemplate.ts';

/** 本办 Word 模板: chosen after a look at its {占位}, with the list of those there are. */
export function WordTemplateTab() {
  const page = useWordTemplate();
  const file = useRef<HTMLInputElement>(null);
  const shown = page.candidate?.template ?? page.used.data ?? null;
  return (
    <div className="paper-tab">
      <div className="row spread">
        <span className="muted small" style={{ flex: 1, minWidth: 300 }}>
          {W.hint}
        </span>
        <div className="row">
          <Button icon={<DownloadOutlined />} disabled={page.busy} onClick={page.sample} data-testid="template-sample">
            {W.sample}
          </Button>
          <Button
            icon={<FileWordOutlined />}
            loading={page.busy}
            onClick={() => file.current?.click()}
            data-testid="template-choose"
          >
            {shown ? W.other : W.choose}
          </Button>
          <input
            ref={file}
            type="file"
            accept=".docx"
            hidden
            aria-label={W.choose}
            data-testid="template-file"
            onChange={(event) => {
              void page.choose(event.target.files);
              event.target.value = '';
            }}
          />
        </div>
      </div>
      <ErrorNotice error={page.used.error} onRetry={page.used.reload} />
      <ErrorNotice error={page.error} onClose={page.clearError} />
      {page.used.data === null && !page.candidate ? <EmptyState title={W.none} next={W.noneHint} /> : null}
      {shown ? <Checked template={shown} page={page} /> : null}
    </div>
  );
}

interface CheckedProps {
  readonly template: WordTemplate;
  readonly page: ReturnType<typeof useWordTemplate>;
}

function Checked({ template, page }: CheckedProps) {
  const isCandidate = page.candidate !== null;
  const there = new Set(template.tags);
  return (
    <>
      <div className="panel row spread" data-testid="template-checked">
        <div className="row">
          <b>{template.name}</b>
          {isCandidate ? null : (
            <>
              <Tag color="green" variant="outlined">
                ✓ {W.inUse}
              </Tag>
              <span className="muted small">
                {template.by} {momentText(template.at)}
              </span>
            </>
          )}
        </div>
        <div className="row">
          {isCandidate ? (
            <>
              <Button onClick={page.leave}>取消</Button>
              <Button
                type="primary"
                disabled={template.unknown.length > 0}
                loading={page.busy}
                onClick={page.use}
                data-testid="template-use"
              >
                {W.use}
              </Button>
            </>
          ) : (
            <Popconfirm title={W.removeAsk} onConfirm={page.remove} styles={{ root: { maxWidth: 360 } }}>
              <Button danger disabled={page.busy}>
                {W.remove}
              </Button>
            </Popconfirm>
          )}
        </div>
      </div>
      {template.unknown.length > 0 ? (
        <Alert
          type="error"
          showIcon
          data-testid="template-unknown"
          title={`${W.unknown}（${template.unknown.length}）：${template.unknown.map(templateFault).join('；')}`}
          description={W.unknownHint}
        />
      ) : null}
      {template.missing.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          data-testid="template-missing"
          title={`${W.missing}（${template.missing.length}）：${template.missing.map((tag) => `{${tag}}`).join('、')}`}
          description={W.missingHint}
        />
      ) : null}
      {template.unknown.length === 0 && template.missing.length === 0 ? (
        <Alert type="success" showIcon title={W.fine} />
      ) : null}
      <b>{W.tags}</b>
      <FillTable
        rowKey="tag"
        data-testid="template-tags"
        dataSource={[...template.known]}
        columns={[
          {
            title: W.tag,
            dataIndex: 'tag',
            width: 200,
            render: (tag: string) => <span className="mono">{`{${tag}}`}</span>,
          },
          { title: W.meaning, dataIndex: 'meaning' },
          { title: W.there, key: 'there', width: 100, render: (_, { tag }) => (there.has(tag) ? '✓' : '') },
        ]}
      />
    </>
  );
}
