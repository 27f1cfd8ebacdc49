import { PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import type { AssessmentScheme, PointSource } from '../../../electron/contract/assessment.ts';
import { SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import { SchemeExtras } from './SchemeExtras.tsx';
import { SchemeGroupEditor } from './SchemeGroupEditor.tsx';
import { SourceDialog } from './SourceDialog.tsx';
import { moved, replaced, schemeTotal, withGroup, withNewGroup, withTotal } from './schemeEdit.ts';
import type { SchemesView } from './useSchemes.ts';

interface SchemeEditorProps {
  readonly scheme: AssessmentScheme;
  readonly view: SchemesView;
  readonly onChange: (scheme: AssessmentScheme) => void;
}

/** A scheme being changed; nothing is stored until it is saved as a version with its reason. */
export function SchemeEditor({ scheme, view, onChange }: SchemeEditorProps) {
  const [source, setSource] = useState<{ readonly group: number; readonly item: number } | null>(null);
  const isScaled = scheme.total !== undefined;
  const change = (next: AssessmentScheme) => onChange(withTotal(next, isScaled));
  const sum = schemeTotal(scheme);
  const edited = source === null ? undefined : scheme.groups[source.group]?.items[source.item];
  const setItemSource = (next: PointSource) => {
    const group = source === null ? undefined : scheme.groups[source.group];
    if (source !== null && group !== undefined && edited !== undefined)
      change(
        withGroup(scheme, source.group, {
          ...group,
          items: replaced(group.items, source.item, { ...edited, source: next }),
        }),
      );
    setSource(null);
  };
  return (
    <div className="fill panel scheme-editor" data-testid="scheme-editor">
      <div className="scheme-fields">
        <span>{W.title}</span>
        <Input
          aria-label={W.title}
          maxLength={200}
          value={scheme.title}
          onChange={(event) => onChange({ ...scheme, title: event.target.value })}
        />
        <span>{W.source}</span>
        <Input.TextArea
          aria-label={W.source}
          autoSize={{ minRows: 1, maxRows: 4 }}
          maxLength={2000}
          value={scheme.source}
          onChange={(event) => onChange({ ...scheme, source: event.target.value })}
        />
      </div>
      {scheme.groups.map((group, place) => (
        <SchemeGroupEditor
          key={group.id}
          scheme={scheme}
          group={group}
          names={view.names}
          isFirst={place === 0}
          isLast={place === scheme.groups.length - 1}
          onChange={(next) => change(withGroup(scheme, place, next))}
          onMove={(by) => change({ ...scheme, groups: moved(scheme.groups, place, by) })}
          onSource={(item) => setSource({ group: place, item })}
        />
      ))}
      <div className="row">
        <Button
          icon={<PlusOutlined />}
          onClick={() => change(withNewGroup(scheme, { group: W.newGroup, item: W.newItem }))}
          data-testid="add-group"
        >
          {W.addGroup}
        </Button>
        <span data-testid="scheme-total">
          {W.total} <b className={sum === 100 || isScaled ? '' : 'deducted'}>{sum}</b> 分
        </span>
        <Checkbox
          checked={isScaled}
          disabled={sum === 100 && !isScaled}
          onChange={(event) => onChange(withTotal(scheme, event.target.checked))}
        >
          {W.scaled}
        </Checkbox>
      </div>
      <SchemeExtras scheme={scheme} onChange={onChange} />
      {edited ? (
        <SourceDialog
          title={edited.title}
          source={edited.source}
          view={view}
          onSave={setItemSource}
          onClose={() => setSource(null)}
        />
      ) : null}
    </div>
  );
}
