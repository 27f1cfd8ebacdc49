import type { CircularDocument } from '../../../electron/contract/circulars.ts';
import { CIRCULAR_WORDS as W } from '../../words/circulars.ts';
import { AddButton, EditableText, RemoveButton } from './EditableText.tsx';
import type { CircularEdit, TextField } from './editCircular.ts';
import { SectionEditor } from './SectionEditor.tsx';
import { TableList } from './TableList.tsx';

interface CircularEditorProps {
  readonly document: CircularDocument;
  readonly onEdit: (edit: CircularEdit) => void;
}

/** The circular's text as a sheet of paper on which every part can be edited in place. */
export function CircularEditor({ document, onEdit }: CircularEditorProps) {
  const field = (name: TextField, label: string, className = '') => (
    <EditableText
      label={label}
      text={document[name]}
      className={className}
      testId={`circular-${name}`}
      onChange={(text) => onEdit({ edit: 'field', field: name, text })}
    />
  );
  return (
    <section className="circular-editor" aria-label={W.editor} data-testid="circular-editor">
      <div className="circular-paper">
        {field('letterhead', W.letterhead, 'letterhead')}
        {field('documentNo', W.documentNo, 'center')}
        <hr />
        {field('title', W.documentTitle, 'title')}
        <Labelled label={W.addressee}>{field('addressee', W.addressee)}</Labelled>
        {document.introduction.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity than their place
          <div className="circular-part" key={index}>
            <EditableText
              label={`${W.introduction} ${index + 1}`}
              text={text}
              testId={`circular-introduction-${index}`}
              onChange={(changed) => onEdit({ edit: 'introduction', index, text: changed })}
            />
            <div className="circular-tools">
              <AddButton label={W.addBody} onClick={() => onEdit({ edit: 'addIntroduction', index: index + 1 })} />
              <RemoveButton onClick={() => onEdit({ edit: 'removeIntroduction', index })} />
            </div>
          </div>
        ))}
        {document.introduction.length === 0 && (
          <AddButton label={W.addIntroduction} onClick={() => onEdit({ edit: 'addIntroduction', index: 0 })} />
        )}
        {document.sections.map((section, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: sections have no other identity than their place
          <SectionEditor key={index} section={section} index={index} onEdit={onEdit} />
        ))}
        <AddButton
          label={W.addSection}
          onClick={() => onEdit({ edit: 'addSection', section: document.sections.length, heading: W.newHeading })}
        />
        <div className="circular-end">
          {field('signature', W.signature, 'right')}
          {field('date', W.date, 'right')}
        </div>
        <Labelled label={W.remark}>{field('remark', W.remark)}</Labelled>
        <Labelled label={W.copyTo}>
          <EditableText
            label={W.copyTo}
            text={document.copyTo.join('，')}
            testId="circular-copyTo"
            lazy
            onChange={(text) => onEdit({ edit: 'copyTo', text })}
          />
        </Labelled>
        <Labelled label={W.issuer}>{field('issuer', W.issuer)}</Labelled>
      </div>
      <TableList tables={document.tables} />
    </section>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="circular-pair">
      <span className="circular-label">{label}</span>
      {children}
    </div>
  );
}
