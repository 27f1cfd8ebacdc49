import path from 'node:path';
import { expect, it } from 'vitest';
import { type FaultyRow, maskedRow } from '../../electron/core/maskedRow.ts';
import { loadResources } from '../../electron/io/resources.ts';

const { templates } = loadResources(path.resolve('resources'));
const TODAY = '2022-05-05';

/** What is printed of a record of a table with one finding, as one text. */
function printed(table: string, row: Partial<FaultyRow>, field: string, value: string, message: string): string {
  const template = templates.find(({ id }) => id === table);
  const faulty = { file: 'a.xlsx', name: '', values: {}, ...row, findings: [{ field, value, message }] };
  const { file, subject, problems } = maskedRow(faulty, template, TODAY);
  return [file, subject, ...problems].join('|');
}

it.each([
  [
    'a person in a table of all kinds, by its category',
    printed(
      'coercion',
      { name: '梁小明', values: { subjectKind: '自然人' }, file: '梁小明.xlsx' },
      'documentId',
      '41132319751117941',
      '“证件号码”的“41132319751117941”不是有效的 18 位身份号码（有 17 位）。',
    ),
    '梁**.xlsx|梁**|“证件号码”的“411323***********”不是有效的 18 位身份号码（有 17 位）。',
  ],
  [
    'a person by the number in a column that takes both',
    printed(
      'report-use',
      { name: '梁小明', values: { subjectCode: '411323197511179418' } },
      'subjectCode',
      '411323197511179418',
      '“核查对象代码”的“411323197511179418”校验位不对。',
    ),
    'a.xlsx|梁**|“核查对象代码”的“411323********9418”校验位不对。',
  ],
  [
    'a number of any length in the column of a company',
    printed(
      'penalty-legal',
      { name: '西峡县某公司' },
      'CF_XDR_SHXYM',
      '4113237511179',
      '“统一社会信用代码”的“4113237511179”不是统一社会信用代码（只有13位）。',
    ),
    'a.xlsx|西峡县某公司|“统一社会信用代码”的“41***********”不是统一社会信用代码（只有13位）。',
  ],
  [
    'who speaks for a company',
    printed(
      'penalty-legal',
      { name: '西峡县某公司' },
      'CF_FRDB',
      '梁小明@',
      '“法定代表人”的“梁小明@”含有特殊字符“@”。',
    ),
    'a.xlsx|西峡县某公司|“法定代表人”的“梁**”含有特殊字符“@”。',
  ],
])('hides %s', (_name, text, expected) => {
  expect(text).toBe(expected);
});

it('shows the code of a company, however wrong', () => {
  const code = '91411323MA40ABCD3X';
  const text = printed(
    'penalty-legal',
    { name: '西峡县某公司' },
    'CF_XDR_SHXYM',
    code,
    `“统一社会信用代码”的“${code}”校验位不对。`,
  );
  expect(text).toContain(code);
});
