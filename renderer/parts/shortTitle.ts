/** `某某办公室关于2022年4月…` → `关于2022年4月…`: every title begins with the office's own name, what tells them apart comes after. */
export function shortTitle(title: string): string {
  return title.slice(Math.max(0, title.indexOf('关于')));
}
