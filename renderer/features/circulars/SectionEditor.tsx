import type { CircularSection } from '../../../electron/contract/circulars.ts';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';
import { AddButton, EditableText, RemoveButton } from './EditableText.tsx';
import type { CircularEdit } from './editCircular.ts';

interface SectionEditorProps {
  readonly section: CircularSection;
  readonly index: number;
  readonly onEdit: (edit: CircularEdit) => void;
}

/** One section: its heading and paragraphs, each with add and remove beside it. */
export function SectionEditor({ section, index, onEdit }: SectionEditorProps) {
  const add = (at: number, level: 'body' | 'second') =>
    onEdit({ edit: 'addParagraph', section: index, index: at, level });
  return (
    <div className="circular-section">
      <div className="circular-part">
        <EditableText
          label={`${W.heading} ${index + 1}`}
          text={section.heading}
          className="heading"
          testId={`circular-heading-${index}`}
          onChange={(text) => onEdit({ edit: 'heading', section: index, text })}
        />
        <div className="circular-tools">
          <AddButton label={W.addBody} onClick={() => add(0, 'body')} />
          <AddButton label={W.addSecond} onClick={() => add(0, 'second')} />
          <RemoveButton onClick={() => onEdit({ edit: 'removeSection', section: index })} />
        </div>
      </div>
      {section.paragraphs.map((paragraph, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity than their place
        <div className="circular-part" key={at}>
          <EditableText
            label={`${W.paragraph} ${index + 1}.${at + 1}`}
            text={paragraph.text}
            className={paragraph.level === 'second' ? 'second' : ''}
            testId={`circular-paragraph-${index}-${at}`}
            onChange={(text) => onEdit({ edit: 'paragraph', section: index, index: at, text })}
          />
          <div className="circular-tools">
            <AddButton label={W.addBody} onClick={() => add(at + 1, 'body')} />
            <AddButton label={W.addSecond} onClick={() => add(at + 1, 'second')} />
            <RemoveButton onClick={() => onEdit({ edit: 'removeParagraph', section: index, index: at })} />
          </div>
        </div>
      ))}
    </div>
  );
}
