import { SCREENS } from '../../routes.tsx';

const KEYS: readonly (readonly [string, string])[] = [
  ['F1', '这一页怎么用'],
  ['Ctrl+Enter', '导入页：提交全部没有疑问的表'],
  ['1 … 9', '导入页：选第几个答案，并转到下一个疑问'],
  ['↑ ↓ Home End', '在文件列表、数据列表中移动'],
  ['Enter', '打开所选的一行，确认对话框'],
  ['Esc', '关闭抽屉、对话框'],
  ['Tab / Shift+Tab', '到下一个、上一个控件'],
];

/** What the keyboard does. */
export function KeyList() {
  const screens = SCREENS.slice(0, 10).map(({ title }) => title);
  const keys = [['Alt+1 … Alt+9、Alt+0', screens.join('、')] as const, ...KEYS];
  return (
    <section className="panel" aria-label="快捷键">
      <h2 style={{ fontSize: 15, margin: '0 0 6px' }}>快捷键</h2>
      <dl style={{ display: 'grid', gridTemplateColumns: '120px 1fr', gap: '3px 10px', margin: 0 }}>
        {keys.map(([key, meaning]) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt className="mono">{key}</dt>
            <dd style={{ margin: 0 }}>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
