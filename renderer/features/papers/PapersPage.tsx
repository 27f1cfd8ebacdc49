import { PlusOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { PageHeader } from '../../parts/PageHeader.tsx';
import { PAPER_WORDS as W } from '../../words/papers.ts';
import { NewPaperDialog } from './NewPaperDialog.tsx';
import { NumbersTab } from './NumbersTab.tsx';
import { PaperPage } from './PaperPage.tsx';
import { RegisterTab } from './RegisterTab.tsx';
import { usePaperAddress } from './usePaperAddress.ts';
import { useRegister } from './useRegister.ts';
import { WordTemplateTab } from './WordTemplateTab.tsx';
import '../../parts/pageTabs.css';
import './papers.css';
import './paperSheet.css';
import './annexes.css';

/** 通报与文稿: the register of papers, their numbers and the office's template; or one paper in the composer. */
export function PapersPage() {
  const { paper } = usePaperAddress();
  return paper === null ? <Registers /> : <PaperPage key={paper} id={paper} />;
}

function Registers() {
  const { tab, showTab } = usePaperAddress();
  const page = useRegister();
  return (
    <div className="page fixed">
      <PageHeader title={W.title} hint={W.hint}>
        <Button type="primary" icon={<PlusOutlined />} onClick={page.begin} data-testid="new-paper">
          {W.create}
        </Button>
      </PageHeader>
      <Tabs
        className="fill page-tabs"
        activeKey={tab}
        onChange={showTab}
        destroyOnHidden
        items={[
          { key: 'register', label: W.registerTab, children: <RegisterTab page={page} /> },
          { key: 'numbers', label: W.numbersTab, children: <NumbersTab /> },
          { key: 'template', label: W.templateTab, children: <WordTemplateTab /> },
        ]}
      />
      {page.isNew ? (
        <NewPaperDialog
          period={page.period}
          directory={page.directory}
          busy={page.creating.busy}
          error={page.creating.error}
          onCreate={page.create}
          onClose={page.leave}
        />
      ) : null}
    </div>
  );
}
