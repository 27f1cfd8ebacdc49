import { Badge, Tabs } from 'antd';
import type { Paper, PaperView } from '../../../electron/contract/papers.ts';
import { dayText, momentText } from '../../parts/periods.ts';
import { PANEL_WORDS as W } from '../../words/composer.ts';
import { PAPER_STEP_WORDS } from '../../words/papers.ts';
import { AnnexPanel } from './AnnexPanel.tsx';
import { FormPanel } from './FormPanel.tsx';
import type { OpenPaper } from './usePaper.ts';

interface PaperPanelProps {
  readonly page: OpenPaper;
  readonly view: PaperView;
  readonly paper: Paper;
}

/** What belongs to the paper besides its text: form, annexes, advice and the steps it took. */
export function PaperPanel({ page, view, paper }: PaperPanelProps) {
  const readOnly = paper.state !== 'draft';
  const missing = page.fonts.filter((font) => font.advice !== '');
  const advice = paper.state === 'draft' || paper.state === 'checked' ? view.advice.length : 0;
  return (
    <aside className="paper-panel" aria-label={W.show} data-testid="paper-panel">
      <Tabs
        size="small"
        items={[
          {
            key: 'form',
            label: W.form,
            children: (
              <FormPanel paper={paper} readOnly={readOnly} directory={page.directory} onChoose={page.chooseForm} />
            ),
          },
          {
            key: 'annexes',
            label: W.annexes,
            children: <AnnexPanel view={view} paper={paper} readOnly={readOnly} onChoose={page.keeper.choose} />,
          },
          {
            key: 'advice',
            label: (
              <Badge count={advice} size="small" offset={[8, -2]}>
                {W.advice}
              </Badge>
            ),
            children: (
              <div data-testid="paper-advice">
                {view.advice.length === 0 ? <p className="muted">{W.noAdvice}</p> : null}
                <ul className="paper-advice">
                  {view.advice.map((sentence) => (
                    <li key={sentence}>{sentence}</li>
                  ))}
                </ul>
                <b>{W.fonts}</b>
                {missing.length === 0 ? (
                  <p className="muted">{W.fontsFine}</p>
                ) : (
                  <details data-testid="paper-fonts">
                    <summary>
                      {W.fontsMissing} {missing.length} 种
                    </summary>
                    <ul className="paper-advice">
                      {missing.map((font) => (
                        <li key={font.role}>{font.advice}</li>
                      ))}
                    </ul>
                  </details>
                )}
              </div>
            ),
          },
          {
            key: 'steps',
            label: W.steps,
            children: (
              <ol className="paper-steps" data-testid="paper-steps">
                {paper.steps.map(({ step, by, at, note }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: steps are only added at the end, and two may be alike
                  <li key={index}>
                    <b>{PAPER_STEP_WORDS[step]}</b> {by === '' ? '（未填经办人）' : by}
                    <div className="muted small">
                      {momentText(at)}
                      {note === '' ? '' : `：${note}`}
                    </div>
                  </li>
                ))}
                {paper.date === null ? null : (
                  <li>
                    <b>{W.date}</b> {dayText(paper.date)}
                  </li>
                )}
              </ol>
            ),
          },
        ]}
      />
    </aside>
  );
}
