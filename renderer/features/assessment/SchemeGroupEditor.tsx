import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, InputNumber } from 'antd';
import type { ReactNode } from 'react';
import type { AssessmentGroup, AssessmentItem, AssessmentScheme } from '../../../electron/contract/assessment.ts';
import { SCHEME_WORDS as W } from '../../words/assessmentSchemes.ts';
import { sumOf } from './resultRows.ts';
import { moved, newItem, removed, replaced } from './schemeEdit.ts';
import { type SourceNames, sourceSentence } from './schemeSources.ts';

interface SchemeGroupEditorProps {
  readonly scheme: AssessmentScheme;
  readonly group: AssessmentGroup;
  readonly names: SourceNames;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onChange: (group: AssessmentGroup) => void;
  readonly onMove: (by: -1 | 1) => void;
  /** Asks for the way of counting of the item at a place. */
  readonly onSource: (item: number) => void;
}

/** A group of a scheme with its items, each to be worded, weighed, moved and removed. */
export function SchemeGroupEditor(props: SchemeGroupEditorProps) {
  const { scheme, group, names, isFirst, isLast, onChange, onMove, onSource } = props;
  const { title, items } = group;
  const setItems = (next: readonly AssessmentItem[]) => onChange({ ...group, items: next });
  return (
    <fieldset className="scheme-group-editor" aria-label={`${W.group} ${title}`}>
      <div className="row">
        <Input
          aria-label={`${W.group}名称`}
          style={{ width: 260, fontWeight: 600 }}
          maxLength={100}
          value={title}
          onChange={(event) => onChange({ ...group, title: event.target.value })}
        />
        <span>{sumOf(items.map(({ points }) => points))} 分</span>
        <MoveButtons label={title} isFirst={isFirst} isLast={isLast} onMove={onMove} onRemove={() => setItems([])} />
        <Button
          size="small"
          icon={<PlusOutlined />}
          onClick={() => setItems([...items, newItem(scheme, W.newItem)])}
          data-testid="add-item"
        >
          {W.addItem}
        </Button>
      </div>
      {items.map((item, place) => (
        <div className="scheme-item" key={item.id} data-item={item.id}>
          <Input
            aria-label={`${W.item}名称`}
            maxLength={100}
            value={item.title}
            onChange={(event) => setItems(replaced(items, place, { ...item, title: event.target.value }))}
          />
          <InputNumber
            aria-label={`${item.title} ${W.points}`}
            min={0}
            max={1000}
            suffix="分"
            value={item.points}
            onChange={(points) => setItems(replaced(items, place, { ...item, points: cents(points) }))}
          />
          <Input.TextArea
            aria-label={`${item.title} ${W.basis}`}
            placeholder={W.basis}
            autoSize={{ minRows: 1, maxRows: 4 }}
            maxLength={1000}
            value={item.basis}
            onChange={(event) => setItems(replaced(items, place, { ...item, basis: event.target.value }))}
          />
          <Button
            size="small"
            className="scheme-source"
            title={W.changeSource}
            aria-label={`${item.title}：${W.changeSource}`}
            onClick={() => onSource(place)}
          >
            {sourceSentence(item.source, names)}
          </Button>
          <MoveButtons
            label={item.title}
            isFirst={place === 0}
            isLast={place === items.length - 1}
            onMove={(by) => setItems(moved(items, place, by))}
            onRemove={() => setItems(removed(items, place))}
          />
        </div>
      ))}
    </fieldset>
  );
}

interface MoveButtonsProps {
  readonly label: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function MoveButtons({ label, isFirst, isLast, onMove, onRemove }: MoveButtonsProps) {
  const button = (word: string, icon: ReactNode, disabled: boolean, onClick: () => void) => (
    <Button
      size="small"
      type="text"
      icon={icon}
      disabled={disabled}
      title={word}
      aria-label={`${word} ${label}`}
      onClick={onClick}
    />
  );
  return (
    <span className="scheme-moves">
      {button(W.up, <ArrowUpOutlined />, isFirst, () => onMove(-1))}
      {button(W.down, <ArrowDownOutlined />, isLast, () => onMove(1))}
      {button(W.remove, <DeleteOutlined />, false, onRemove)}
    </span>
  );
}

/** Points have at most two decimals. */
function cents(points: number | null): number {
  return Math.round((points ?? 0) * 100) / 100;
}
