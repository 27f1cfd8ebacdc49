import { resolve } from 'node:path';
import type { WordTemplate } from '../contract/papers.ts';
import { templateFault } from '../contract/templateFault.ts';
import { onePath } from './arguments.ts';
import { answer, type Command } from './command.ts';
import { table } from './table.ts';

/** `word-template`: the office's own Word template for circulars, its placeholders, a sample to begin from. */
export const WORD_TEMPLATE_COMMANDS = {
  async 'word-template'(_line, ask) {
    const template = await ask('wordTemplate.get', {});
    return answer(template, () => (template === null ? '还没有选用本办的 Word 模板。' : shown(template)));
  },
  async 'word-template check'(line, ask) {
    const template = await ask('wordTemplate.check', { path: resolve(onePath(line, '模板文件')) });
    return answer(template, () => shown(template));
  },
  async 'word-template use'(line, ask) {
    const path = resolve(onePath(line, '模板文件'));
    const template = await ask('wordTemplate.save', { path, by: line.options.by });
    return answer(template, () => `已选用：\n${shown(template)}`);
  },
  async 'word-template remove'({ options }, ask) {
    const gone = await ask('wordTemplate.remove', { by: options.by });
    return answer(gone, () => '已停用本办的 Word 模板，按程序的版式输出。');
  },
  async 'word-template sample'({ options }, ask) {
    const out = options.out === undefined ? undefined : resolve(options.out);
    const file = await ask('wordTemplate.sample', { out });
    return answer(file, () => file.path);
  },
} satisfies Record<string, Command>;

function shown({ name, at, by, tags, unknown, missing, known }: WordTemplate): string {
  const parts = [
    `${name}  ${at} ${by}`.trimEnd(),
    `占位：${tags.length === 0 ? '没有' : tags.join('、')}`,
    ...unknown.map(templateFault),
    ...(missing.length === 0 ? [] : [`缺少：${missing.join('、')}`]),
  ];
  if (unknown.length > 0)
    parts.push(
      table(
        ['可用的占位', '填写内容'],
        known.map(({ tag, meaning }) => [`{${tag}}`, meaning]),
      ),
    );
  return parts.join('\n');
}
