/** `行政处罚信息（法人、非法人组织和个体工商户）` → `行政处罚信息（法人）`: for lists, where the first of the kinds tells enough. */
export function shortTemplateTitle(title: string): string {
  return title.replace(/（([^、）]+)、[^）]*）/, '（$1）');
}
