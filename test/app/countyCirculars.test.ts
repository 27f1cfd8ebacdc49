import { expect, it } from 'vitest';
import { openDesk } from './desk.ts';

it.each([
  ['xixia-2022', '2022-04', '县主要领导', '目标责任考核'],
  ['xingshan-2024', '2024-05', '县直部门目标责任考核', '县主要领导'],
  ['weidong-2021', '2021-05', '评估结果按程序报区政府', '县主要领导'],
  ['zhaoling-2018', '2018-05', '每季度通报一次', '县主要领导'],
  ['jishan-2022', '2022-05', '业务指导', '县主要领导'],
])(
  '%s demands in its circular what its notice says, and nothing of another county',
  async (profile, period, own, others) => {
    const desk = await openDesk({ init: false });
    try {
      desk.now = `${period.slice(0, 4)}-12-31T09:00`;
      await desk.ask('profiles.init', { profile });
      const { sections } = await desk.ask('circulars.compose', { period });
      const text = sections.flatMap((section) => section.paragraphs.map((paragraph) => paragraph.text)).join('\n');
      expect(text).toContain(own);
      expect(text).not.toContain(others);
    } finally {
      await desk.close();
    }
  },
);
