import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { helpText } from './helpTexts.ts';
import { type Block, manualBlocks } from './manualBlocks.ts';

/** The manual's page of the screen in view, by a button or F1. Nothing where none is written. */
export function HelpDrawer() {
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const text = helpText(pathname);
  const isThere = text !== undefined;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      if (isThere) setOpen((before) => !before);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [isThere]);
  if (text === undefined) return null;
  return (
    <>
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        title="这一页怎么用（F1）"
        data-testid="help"
        onClick={() => setOpen(true)}
      >
        帮助
      </Button>
      <Drawer open={open} onClose={() => setOpen(false)} size={480} title="帮助" destroyOnHidden>
        <div className="manual" data-testid="manual">
          {manualBlocks(text).map((block) => (
            <ManualBlock key={'text' in block ? block.text : block.items.join()} block={block} />
          ))}
        </div>
      </Drawer>
    </>
  );
}

function ManualBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'title':
      return <h2>{block.text}</h2>;
    case 'heading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'bullets':
      return <ul>{itemsOf(block.items)}</ul>;
    case 'steps':
      return <ol>{itemsOf(block.items)}</ol>;
  }
}

function itemsOf(items: readonly string[]) {
  return items.map((item) => <li key={item}>{item}</li>);
}
