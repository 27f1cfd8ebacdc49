/** One block of a manual page: as much of Markdown as the manual uses. */
export type Block =
  | { readonly kind: 'title' | 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'bullets' | 'steps'; readonly items: readonly string[] };

/** Takes a manual page apart: `# ` title, `## ` heading, `- ` bullets, `1. ` steps, else paragraphs. */
export function manualBlocks(text: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, mark = '', rest = ''] = /^(#{1,2} |- |\d+\. )?(.*)$/su.exec(line) ?? [];
    if (mark === '# ') blocks.push({ kind: 'title', text: rest });
    else if (mark === '## ') blocks.push({ kind: 'heading', text: rest });
    else if (mark === '') blocks.push({ kind: 'paragraph', text: rest });
    else {
      const kind = mark === '- ' ? 'bullets' : 'steps';
      const last = blocks.at(-1);
      if (last?.kind === kind) blocks[blocks.length - 1] = { kind, items: [...last.items, rest] };
      else blocks.push({ kind, items: [rest] });
    }
  }
  return blocks;
}
