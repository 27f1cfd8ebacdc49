import { ArrowDownOutlined, ArrowUpOutlined } from '@ant-design/icons';
import { Button, Checkbox } from 'antd';
import type { Paper, PaperChange, PaperView } from '../../../electron/contract/papers.ts';
import { PANEL_WORDS as W } from '../../words/composer.ts';
import { annexLines, chosenAnnexes, shiftAnnex } from './annexOrder.ts';

interface AnnexPanelProps {
  readonly view: PaperView;
  readonly paper: Paper;
  readonly readOnly: boolean;
  readonly onChoose: (change: Omit<PaperChange, 'edits'>) => void;
}

/** Which annexes are printed, and in which order. */
export function AnnexPanel({ view, paper, readOnly, onChoose }: AnnexPanelProps) {
  const printed = view.document.tables.map(({ key }) => key);
  const chosen = paper.annexes ?? printed;
  const lines = annexLines(view.annexChoice, chosen);
  const choose = (annexes: readonly string[]) => onChoose({ annexes });
  return (
    <div data-testid="annex-panel">
      <p className="muted small">{W.annexesHint}</p>
      {lines.map(({ annex, caption, isChosen }, index) => (
        <div key={annex} className="paper-annex-line">
          <Checkbox
            checked={isChosen}
            disabled={readOnly}
            onChange={(event) => choose(chosenAnnexes(chosen, annex, event.target.checked))}
          >
            {caption}
          </Checkbox>
          {readOnly || !isChosen ? null : (
            <span className="nowrap">
              <Button
                size="small"
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={`${W.annexUp}：${caption}`}
                title={W.annexUp}
                disabled={index === 0}
                onClick={() => choose(shiftAnnex(lines, chosen, annex, -1))}
              />
              <Button
                size="small"
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={`${W.annexDown}：${caption}`}
                title={W.annexDown}
                disabled={lines[index + 1]?.isChosen !== true}
                onClick={() => choose(shiftAnnex(lines, chosen, annex, 1))}
              />
            </span>
          )}
        </div>
      ))}
      {readOnly || paper.annexes === null ? null : (
        <Button size="small" type="link" onClick={() => onChoose({ annexes: null })}>
          {W.annexReset}
        </Button>
      )}
    </div>
  );
}
