import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined, RollbackOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { PARAGRAPH_LEVELS } from '../../../electron/contract/circulars.ts';
import { INSERT_WORDS, COMPOSER_WORDS as W } from '../../words/composer.ts';
import type { BlockActions } from './blockActions.ts';
import type { PaperBlock } from './paperBlocks.ts';

interface BlockToolsProps {
  readonly block: PaperBlock;
  /** Of the data's own text, changed by hand. */
  readonly canRestore: boolean;
  readonly composed: string;
  readonly actions: BlockActions;
}

/** Moves, adds below, gives back to the data, takes away. */
export function BlockTools({ block, canRestore, composed, actions }: BlockToolsProps) {
  const { key, up, down } = block;
  return (
    <div className="paper-tools" role="toolbar" aria-label="段落操作">
      <Button
        size="small"
        type="text"
        icon={<ArrowUpOutlined />}
        aria-label="上移"
        title={W.up}
        disabled={up === null}
        onClick={() => up !== null && actions.move(key, up)}
      />
      <Button
        size="small"
        type="text"
        icon={<ArrowDownOutlined />}
        aria-label="下移"
        title={W.down}
        disabled={down === null}
        onClick={() => down !== null && actions.move(key, down)}
      />
      <InsertButton after={key} section={block.section} actions={actions} />
      {canRestore ? (
        <Button
          size="small"
          type="text"
          icon={<RollbackOutlined />}
          title={W.restoreHint}
          onClick={() => actions.restore(key)}
        >
          {W.restore}
        </Button>
      ) : null}
      <Button
        size="small"
        type="text"
        danger
        icon={<DeleteOutlined />}
        aria-label={W.remove}
        title={block.level === 'section' ? W.removeSection : W.remove}
        onClick={() => actions.remove(key, composed)}
      />
    </div>
  );
}

interface InsertButtonProps {
  readonly after: string;
  /** A section is added behind this one. */
  readonly section: string;
  readonly actions: BlockActions;
}

/** Adds a paragraph, a heading, an item or a section below; its number comes from its level. */
export function InsertButton({ after, section, actions }: InsertButtonProps) {
  const levels = [...PARAGRAPH_LEVELS, 'section'] as const;
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: levels.map((level) => ({ key: level, label: INSERT_WORDS[level] })),
        onClick: ({ key }) => {
          const level = levels.find((one) => one === key);
          if (level === 'section') actions.insert(section, level, W.newHeading);
          else if (level) actions.insert(after, level, '');
        },
      }}
    >
      <Button size="small" type="text" icon={<PlusOutlined />} aria-label={W.addTo} title={W.addTo}>
        加
      </Button>
    </Dropdown>
  );
}
