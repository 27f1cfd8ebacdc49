import { describe, expect, it } from 'vitest';
import { RULES } from '../../../electron/contract/findings.ts';
import { composeNotice, type NoticeInput, returnMailText } from '../../../electron/core/returnNotice.ts';
import { writeReturnNotice } from '../../../electron/io/documents/returnNotice.ts';
import { SAMPLE_OFFICE } from '../../core/circularSample.ts';
import { item } from '../workbooks/annotated.ts';
import { docxParts } from './docxParts.ts';
import { missingRenderer, renderedPages } from './renderedPages.ts';

const LONG = '行政处罚信息汇总表（法人及非法人组织）';

/** Every rule, many times, in two sheets with long names. */
const MANY = RULES.flatMap((rule, index) =>
  Array.from({ length: 60 - index }, (_, n) =>
    item(n % 2 === 0 ? LONG : '第二张', `AB${n + 5}`, index % 4 === 3 ? 'verify' : 'error', {
      rule,
      column: '行政相对人代码_1(统一社会信用代码)',
    }),
  ),
);

function input(changes: Partial<NoticeInput> = {}): NoticeInput {
  return {
    unitName: '先进制造业开发区管理委员会综合行政执法大队',
    source: `4月第4周.zip › ${'西峡县行政许可行政处罚信息报送表'.repeat(4)}.xlsx`,
    receivedAt: '2022-04-29T10:05',
    duties: [
      { title: '十类公共信用信息归集报送', period: '2022-W17' },
      { title: '诚信宣传教育报道', period: '2022-04' },
    ],
    records: 1234,
    items: MANY,
    isShared: false,
    enclosed: 'marked',
    due: '2022-05-07T18:00',
    now: '2022-04-30T09:00',
    office: SAMPLE_OFFICE,
    ...changes,
  };
}

const textOf = (notice: ReturnType<typeof composeNotice>): string =>
  notice.paragraphs.map((one) => one.text).join('\n');

describe('the text of a notice', () => {
  it('counts findings by kind, names the first cells, and says what to do by when', () => {
    const items = [5, 6, 7, 8, 9].map((row) =>
      item('表', `B${row}`, 'error', { rule: 'uscc_check_digit', column: '信用代码' }),
    );
    const text = textOf(
      composeNotice(
        input({ items: [...items, item('表', null, 'verify', { rule: 'same_as_last_period', column: null })] }),
      ),
    );
    expect(text).toContain('共1234条）经核对有错误5处、核实1处，现予退回。');
    expect(text).toContain('1. 【错误】“信用代码”校验位不符5处：B5、B6、B7、B8等；\n2. 【核实】与上期相同1处：全表。');
    expect(text).toContain('请于2022年5月7日18时前重新报送至县信用办邮箱。');
    expect(text).toContain('2022年第17周（4月25日—5月1日）十类公共信用信息归集报送等2项');
    expect(text).not.toContain('另有');
  });

  it('asks to hurry where no day can be named', () => {
    expect(textOf(composeNotice(input({ due: null })))).toContain('请尽快改正并重新报送至县信用办邮箱。');
  });

  it('names columns in full, of very long ones the beginning and the end, and keeps the ending of the file', () => {
    const names = [
      '行政相对人代码_1(统一社会信用代码)',
      '处罚有效期（格式：YYYY/MM/DD，\n与公示截止期不同）',
      `罚款金额（万元）${'，没有罚款的填写零'.repeat(5)}，以处罚决定书所载金额为准`,
    ];
    const items = names.map((column, i) => item('表', `B${i + 5}`, 'error', { rule: 'required', column }));
    const text = textOf(composeNotice(input({ items })));
    expect(text).toContain('“行政相对人代码_1(统一社会信用代码)”必填项为空');
    expect(text).toContain('“处罚有效期（格式：YYYY/MM/DD， 与公示截止期不同）”');
    expect(text).toMatch(/“罚款金额（万元），没有罚款的填写零[^”]*…[^”]*，以处罚决定书所载金额为准”/u);
    expect(text).toMatch(/（文件“西峡县行政许可[^”]*…[^”]*信息报送表\.xlsx”/u);
  });

  it('says what is enclosed and what to send, and whose data are not the unit’s to mend', () => {
    const demand = (changes: Partial<NoticeInput>) => textOf(composeNotice(input(changes)));
    expect(demand({})).toContain('附件是你单位的原表');
    expect(demand({})).not.toContain('其他单位');
    expect(demand({ isShared: true })).toContain('表中其他单位的数据不用改动');
    for (const enclosed of ['encrypted', 'unreadable'] as const) {
      expect(demand({ enclosed })).toContain('附件只有“问题清单”');
      expect(demand({ enclosed })).not.toContain('红色单元格');
      expect(returnMailText(input({ enclosed }))).toContain('附件一为问题清单');
    }
    expect(demand({ enclosed: 'encrypted' })).toContain('去掉打开密码后把整张表重新报送');
  });

  it('lists the gravest kinds and counts the others', () => {
    const { paragraphs } = composeNotice(input());
    const kinds = paragraphs.filter(({ text }) => /^\d\. /u.test(text));
    const left = Number(/另有(\d+)类问题/u.exec(paragraphs.map(({ text }) => text).join(''))?.[1]);
    expect(kinds.length).toBeGreaterThan(1);
    expect(kinds.every(({ text }) => text.includes('【错误】'))).toBe(true);
    expect(kinds.length + left).toBe(RULES.length);
  });
});

describe('the notice as .docx', () => {
  it('has the look of an official page: margins, 小标宋 title, 仿宋 text, office and day', async () => {
    const body = (await docxParts(await writeReturnNotice(composeNotice(input()), {}))).get('word/document.xml') ?? '';
    expect(body).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/u);
    expect(body).toMatch(/方正小标宋简体[^>]*>.*?退回通知/u);
    expect(body).toContain(`>${SAMPLE_OFFICE.office}<`);
    expect(body).toContain('>2022年4月30日<');
  });

  const missing = missingRenderer();
  it.skipIf(missing !== null).each([
    ['much', input()],
    ['much, enclosed as a list of a shared file,', input({ isShared: true, enclosed: 'encrypted' })],
    ['little', input({ items: MANY.slice(0, 1) })],
  ])(`is one page, however %s went wrong ${missing ?? ''}`, async (_, given) => {
    expect(renderedPages(await writeReturnNotice(composeNotice(given), {}))).toHaveLength(1);
  });
});
