import { describe, expect, it } from 'vitest';
import type { AnalyseContext } from '../../electron/core/analysed.ts';
import {
  AGENCY,
  type CellDraft,
  COMPANY,
  dateCell,
  letterOf,
  lostDigits,
  PERSON,
  type RowDraft,
  tableOf,
  tableSheet,
} from './sheetOf.ts';

const SOLE = '92411323MA9K000019'; // shape of a sole proprietor, check digit below
const sole = withCheckDigit(SOLE);

/** `field rule severity` of the one row written, and the cell where it is not the field's own. */
function check(template: string, row: RowDraft, context: Partial<AnalyseContext> = {}): string[] {
  const table = tableOf(tableSheet(template, [row]), context);
  expect(table.question).toBeNull();
  const record = table.records[0];
  expect(record?.compliant).toBe(record?.findings.every((f) => f.severity !== 'error'));
  return (record?.findings ?? []).map((f) => {
    expect([f.row, f.cell]).toEqual([3, `${letterOf(template, f.field ?? '')}3`]);
    expect(f.column).toBe(table.columns.find((c) => c.field === f.field)?.header);
    expect(f.message).not.toMatch(/[{}]|undefined|null|NaN/);
    return `${f.field} ${f.rule} ${f.severity}`;
  });
}

describe('a faultless record', () => {
  it.each(['penalty-legal', 'penalty-person', 'permit-legal', 'commitment', 'publicity'])(
    'of %s has no finding',
    (id) => {
      expect(check(id, {})).toEqual([]);
    },
  );
});

type Case = [field: string, value: CellDraft, found: readonly string[], others?: RowDraft];

describe('a penalty', () => {
  it.each<Case>([
    // required, placeholder
    ...(
      [
        '无',
        '—',
        '-',
        '/',
        '／',
        '暂无',
        'null',
        'NULL',
        '\\N',
        '——',
        '没有',
        'N/A',
        '0',
        '',
        ' ',
        '不详',
        '（无）',
        '…',
      ] as const
    ).map((text): Case => ['CF_SY', text, ['CF_SY required error']]),
    ...(['待补', '待补充', '见附件', '详见附件', '同上', '111111', '000000000000000000', '***', '待定'] as const).map(
      (text): Case => ['CF_SY', text, ['CF_SY placeholder error']],
    ),
    ['CF_XDR_SHXYM', '无', ['CF_XDR_SHXYM required error']],
    ['CF_XDR_SHXYM', 0, ['CF_XDR_SHXYM required error']],
    ['CF_JDRQ', '无', ['CF_JDRQ required error']],
    ['CF_XDR_SHXYM', '000000000000000000', ['CF_XDR_SHXYM placeholder error']],
    ['CF_XDR_SHXYM', '111111111111111111', ['CF_XDR_SHXYM placeholder error']],
    ['CF_XDR_SHXYM', '11111', ['CF_XDR_SHXYM placeholder error']],
    ['CF_XDR_SHXYM', '待补', ['CF_XDR_SHXYM placeholder error']],
    [
      'CF_XDR_SHXYM',
      { text: '000000000000000000', type: 'number', value: 0, format: '0'.repeat(18) },
      ['CF_XDR_SHXYM placeholder error'],
    ],
    ['CF_WSH', '见附件', ['CF_WSH placeholder error']],
    ['CF_CFLB', '待补', ['CF_CFLB placeholder error'], { CF_NR_FK: null }],
    ['CF_JDRQ', '见附件', ['CF_JDRQ placeholder error']],
    ['CF_GSJZQ', '无', []],
    ['CF_GSJZQ', '/', []],
    ['BZ', '无', []],
    ['CF_XDR_GSZC', '—', []],
    // conditional_required
    ['CF_NR_FK', null, ['CF_NR_FK conditional_required error']],
    ['CF_NR_FK', '/', ['CF_NR_FK conditional_required error']],
    ['CF_NR_FK', null, [], { CF_CFLB: '警告', CF_NR: '警告' }],
    ['CF_NR_FK', 0, [], { CF_CFLB: '警告', CF_NR: '警告' }],
    ['CF_NR_FK', '0.00', [], { CF_CFLB: '警告', CF_NR: '警告' }],
    ['CF_NR_FK', { text: '0.00', type: 'number', value: 0, format: '0.00' }, [], { CF_CFLB: '警告', CF_NR: '警告' }],
    ['CF_CFLB', '罚款;没收违法所得', ['CF_NR_WFFF conditional_required error']],
    ['CF_CFLB', '罚款、没收非法财物', [], { CF_NR_WFFF: 0.02, CF_NR: '罚款300元，没收非法财物价值200元' }],
    [
      'CF_CFLB',
      '暂扣或者吊销许可证',
      ['CF_NR_ZKDX conditional_required error'],
      { CF_NR_FK: null, CF_NR: '吊销许可证' },
    ],
    ['CF_CFLB', '吊销许可证件', [], { CF_NR_ZKDX: '食品经营许可证JY1', CF_NR_FK: null, CF_NR: '吊销' }],
    ['CF_FR_ZJLX', '身份证', ['CF_FR_ZJHM conditional_required error']],
    // enum
    ['CF_XDR_LB', '国有企业集团', ['CF_XDR_LB enum error']],
    ['CF_XDR_LB', '自然人', ['CF_XDR_LB enum error']],
    ['CF_XDR_LB', '法人', []],
    ['CF_XDR_LB', ' 法人及 非法人组织 ', []],
    ['CF_CFLB', '批评教育', ['CF_CFLB enum error'], { CF_NR_FK: null }],
    ['CF_CFLB', '其他', ['CF_CFLB enum error'], { CF_NR_FK: null }],
    ['CF_CFLB', '其他-', ['CF_CFLB enum error'], { CF_NR_FK: null }],
    ['CF_CFLB', '其他-责令改正', [], { CF_NR_FK: null, CF_NR: '责令改正' }],
    ['CF_CFLB', '其他—责令改正', [], { CF_NR_FK: null, CF_NR: '责令改正' }],
    ['CF_CFLB', '其他-责令改正、限期整改', [], { CF_NR_FK: null, CF_NR: '责令改正' }],
    ['CF_CFLB', '警告；罚款', []],
    ['CF_CFLB', '警告;罚款', []],
    ['CF_CFLB', '警告、罚款', []],
    ['CF_CFLB', '警告，罚款', []],
    ['CF_CFLB', '警告\n罚款', []],
    ['CF_CFLB', '警告/罚款', []],
    ['CF_CFLB', '警告；批评教育', ['CF_CFLB enum error'], { CF_NR_FK: null }],
    ['CF_CFLB', '2-罚款', []],
    // too_long
    ['CF_XDR_MC', '长'.repeat(201), ['CF_XDR_MC too_long error']],
    ['CF_XDR_MC', '长'.repeat(200), []],
    ['CF_SY', '长'.repeat(5001), ['CF_SY too_long error']],
    ['BZ', '𠮷'.repeat(512), []],
    // dates
    ['CF_JDRQ', '2022-02-30', ['CF_JDRQ date_invalid error']],
    ['CF_JDRQ', '2022.4', ['CF_JDRQ date_invalid error']],
    ['CF_JDRQ', '4月18日', ['CF_JDRQ date_invalid error']],
    ['CF_JDRQ', '长期', ['CF_JDRQ date_invalid error']],
    ['CF_JDRQ', '22.4.26', ['CF_JDRQ date_ambiguous verify']],
    ['CF_JDRQ', 44677, ['CF_JDRQ date_lost_format notice']],
    ['CF_JDRQ', dateCell('2022-04-26'), []],
    ['CF_JDRQ', 20220426, []],
    ['CF_JDRQ', '2022-04-29', []],
    ['CF_JDRQ', '2022-04-30', ['CF_JDRQ date_future error']],
    ['CF_YXQ', '长期', []],
    ['CF_YXQ', '2099/12/31', []],
    ['CF_YXQ', '2022-04-25', ['CF_YXQ date_order error']],
    ['CF_YXQ', '2022-04-26', []],
    ['CF_GSJZQ', '2022-04-25', ['CF_GSJZQ date_order error']],
    ['CF_JDRQ', '2022-04-28', ['CF_YXQ date_order error'], { CF_YXQ: '2022-04-27' }],
    // codes
    ['CF_XDR_SHXYM', '91350100M000100Y4', ['CF_XDR_SHXYM uscc_format error']],
    ['CF_XDR_SHXYM', '91350100M00O100Y43', ['CF_XDR_SHXYM uscc_format error']],
    ['CF_XDR_SHXYM', '411323000012345', ['CF_XDR_SHXYM uscc_format error']],
    ['CF_XDR_SHXYM', PERSON, ['CF_XDR_SHXYM uscc_format error']],
    ['CF_XDR_SHXYM', '440524188001010014', ['CF_XDR_SHXYM uscc_format error']],
    ['CF_XDR_SHXYM', '91350100M000100Y44', ['CF_XDR_SHXYM uscc_check_digit error']],
    ['CF_XDR_SHXYM', '91350211M0000XUF46', ['CF_XDR_SHXYM uscc_check_digit error']],
    ['CF_XDR_SHXYM', ' 91350100m000100y43 ', []],
    ['CF_XDR_SHXYM', '９１３５０１００Ｍ０００１００Ｙ４３', []],
    ['CF_XDR_SHXYM', '9135 0100 M000 100Y 43', []],
    ['CF_XDR_SHXYM', "'91350100M000100Y43", []],
    ['CF_XDR_SHXYM', '91350100M000100Y43\u200b', []],
    ['CF_XDR_SHXYM', '00000000000000000X', [], { CF_XDR_LB: '个体工商户' }],
    ['CF_XDR_SHXYM', '00000000000000000x', []],
    ['CF_XDR_SHXYM', sole, ['CF_XDR_LB uscc_category error']],
    ['CF_XDR_SHXYM', sole, [], { CF_XDR_LB: '个体工商户' }],
    ['CF_XDR_SHXYM', COMPANY, ['CF_XDR_LB uscc_category error'], { CF_XDR_LB: '个体工商户' }],
    ['CF_CFJGDM', '11230500001755309E', ['CF_CFJGDM uscc_check_digit error']],
    ['CF_SJLYDM', '1123050000175530', ['CF_SJLYDM uscc_format error']],
    ['CF_XDR_SHXYM', lostDigits('110105194912310000'), ['CF_XDR_SHXYM precision_lost error']],
    ['CF_XDR_SHXYM', lostDigits('914113231234567000'), ['CF_XDR_SHXYM precision_lost error']],
    ['CF_XDR_SHXYM', lostDigits('111111111111111000'), ['CF_XDR_SHXYM precision_lost error']],
    ['CF_XDR_SHXYM', '9.14113E+17', ['CF_XDR_SHXYM precision_lost error']],
    ['CF_CFJGDM', lostDigits('112305000017553000'), ['CF_CFJGDM precision_lost error']],
    ['CF_XDR_GSZC', lostDigits('411323000012345678'), ['CF_XDR_GSZC precision_lost error']],
    ['CF_FR_ZJHM', '110105194902300022', ['CF_FR_ZJHM id_format error'], { CF_FR_ZJLX: '身份证' }],
    ['CF_FR_ZJHM', '411***********1234', ['CF_FR_ZJHM id_format error'], { CF_FR_ZJLX: '身份证' }],
    ['CF_FR_ZJHM', 'E12345678', [], { CF_FR_ZJLX: '护照号' }],
    // numbers
    ['CF_NR_FK', '0.03', []],
    ['CF_NR_FK', '０．０３', []],
    ['CF_NR_FK', '300元', ['CF_NR_FK number_invalid error']],
    ['CF_NR_FK', '0.03万', ['CF_NR_FK number_invalid error']],
    ['CF_NR_FK', '约0.03', ['CF_NR_FK number_invalid error']],
    ['CF_NR_FK', '叁佰元', ['CF_NR_FK number_invalid error']],
    ['CF_NR_FK', -0.03, ['CF_NR_FK number_invalid error']],
    ['CF_NR_FK', 0.1234567, ['CF_NR_FK number_invalid error']],
    ['CF_NR_FK', '1,234.5', [], { CF_NR: '罚款12,345,000.00元' }],
    ['CF_NR_FK', '1，234．5', [], { CF_NR: '罚款1234.5万元' }],
    ['CF_NR_FK', 0.30000000000000004, [], { CF_NR: '罚款3000元' }],
    ['CF_NR_FK', lostDigits('1234567890123456'), ['CF_NR_FK precision_lost error']],
    // amount_unit
    ['CF_NR_FK', 300, ['CF_NR_FK amount_unit verify']],
    ['CF_NR_FK', 0.5, [], { CF_NR: '罚款5000元，没收违法所得300元' }],
    ['CF_NR_FK', 5000, ['CF_NR_FK amount_unit verify'], { CF_NR: '没收违法所得300元，处罚款人民币5000元' }],
    ['CF_NR_FK', 0.5, [], { CF_NR: '没收违法所得300元，并处罚款' }],
    ['CF_NR_FK', 0.5, [], { CF_NR: '处以5000元罚款' }],
    ['CF_NR_FK', 5000, ['CF_NR_FK amount_unit verify'], { CF_NR: '处以5000元罚款' }],
    ['CF_NR_FK', 1.5, [], { CF_NR: '罚款1.5万元（15000元）' }],
    ['CF_NR_FK', 0.03, [], { CF_NR: '责令改正' }],
    ['CF_NR_WFFF', 300, ['CF_NR_WFFF amount_unit verify'], { CF_NR: '罚款300元，没收违法所得300元' }],
    // style, special characters
    ...(
      [
        '西市监罚[2022]1号',
        '西市监罚【2022】1号',
        '西市监罚（2022）1号',
        '西市监罚(2022)1号',
        '西市监罚［2022］1号',
      ] as const
    ).map((text): Case => ['CF_WSH', text, ['CF_WSH doc_no_style notice']]),
    ['CF_WSH', '西市监罚〔2022〕1号', []],
    ['CF_WSH', { text: '5月1日', type: 'date', value: '2022-05-01' }, ['CF_WSH placeholder error']],
    ['CF_WSH', '2022-04-26', ['CF_WSH placeholder error']],
    ['CF_WSH', '5月1日', ['CF_WSH placeholder error']],
    ['CF_XDR_MC', '西峡县顺达@商贸有限公司', ['CF_XDR_MC special_chars verify']],
    ['CF_XDR_MC', '西峡县顺达😀商贸有限公司', ['CF_XDR_MC special_chars verify']],
    ['CF_XDR_MC', '西峡县顺达？商贸', ['CF_XDR_MC special_chars verify']],
    ['CF_XDR_MC', '西峡县顺达\ue000商贸', ['CF_XDR_MC special_chars verify']],
    ['CF_XDR_MC', '西峡县顺达（豫）商贸有限公司-1·分公司', []],
    ['CF_XDR_MC', '𬭎龘商贸', []],
    ['CF_FRDB', '买买提·艾力', []],
    ['CF_FRDB', '张#三', ['CF_FRDB special_chars verify']],
    // formulas, errors
    ['CF_SY', { text: '', type: 'formula', value: null }, ['CF_SY formula_uncached error']],
    ['CF_NR_FK', { text: '', type: 'formula', value: null }, ['CF_NR_FK formula_uncached error']],
    ['CF_GSJZQ', { text: '', type: 'formula', value: null }, ['CF_GSJZQ formula_uncached error']],
    ['CF_SY', { text: '#REF!', type: 'error', value: '#REF!' }, ['CF_SY formula_error error']],
    ['CF_SY', '#N/A', ['CF_SY formula_error error']],
    ['CF_JDRQ', { text: '#VALUE!', type: 'error', value: '#VALUE!' }, ['CF_JDRQ formula_error error']],
    ['CF_NR_FK', { text: '0.03', type: 'number', value: 0.03, formula: true }, []],
    // several on one cell
    [
      'CF_XDR_MC',
      { text: '西峡县顺达@商贸', struckOut: true },
      ['CF_XDR_MC struck_out verify', 'CF_XDR_MC special_chars verify'],
    ],
  ])('with %s = %j: %j', (field, value, found, others = {}) => {
    expect(check('penalty-legal', { ...others, [field]: value })).toEqual(found);
  });
});

describe('a penalty of a person', () => {
  it.each<Case>([
    ['CF_XDR_ZJHM', '11010519491231002x', []],
    ['CF_XDR_ZJHM', '１１０１０５１９４９１２３１００２Ｘ', []],
    ['CF_XDR_ZJHM', '11010519491231002×', []],
    ['CF_XDR_ZJHM', '110105194912310021', ['CF_XDR_ZJHM id_check_digit error']],
    ['CF_XDR_ZJHM', '110105194902300022', ['CF_XDR_ZJHM id_format error']],
    ['CF_XDR_ZJHM', '110105202204300028', ['CF_XDR_ZJHM id_format error']],
    ['CF_XDR_ZJHM', '110105491231002', ['CF_XDR_ZJHM id_format error']],
    ['CF_XDR_ZJHM', COMPANY, ['CF_XDR_ZJHM id_format error']],
    ['CF_XDR_ZJHM', AGENCY, ['CF_XDR_ZJHM id_format error']],
    ['CF_XDR_ZJHM', '000000000000000000', ['CF_XDR_ZJHM placeholder error']],
    ['CF_XDR_ZJHM', '无', ['CF_XDR_ZJHM required error']],
    ['CF_XDR_ZJHM', lostDigits('110105194912310000'), ['CF_XDR_ZJHM precision_lost error']],
    ['CF_XDR_ZJHM', 'E12345678', [], { CF_XDR_ZJLX: '护照号' }],
    ['CF_XDR_LB', '个体工商户', ['CF_XDR_LB enum error']],
  ])('with %s = %j: %j', (field, value, found, others = {}) => {
    expect(check('penalty-person', { ...others, [field]: value })).toEqual(found);
  });
});

describe('a permit', () => {
  it.each<Case>([
    ['XK_XKLB', '其他-补办', []],
    ['XK_XKLB', '其他', ['XK_XKLB enum error']],
    ['XK_XKLB', '1-普通', []],
    ['XK_XKLB', '普通（1）', []],
    ['XK_YXQZI', '长期', []],
    ['XK_YXQZI', '2022-04-25', ['XK_YXQZI date_order error']],
    ['XK_YXQZ', '2022-06-01', []],
    ['XK_YXQZ', '无', ['XK_YXQZ required error']],
    ['XK_JDRQ', '2022-05-01', ['XK_JDRQ date_future error']],
    ['XK_ZT', 1, []],
    ['XK_XKWS', '长'.repeat(65), ['XK_XKWS too_long error']],
  ])('with %s = %j: %j', (field, value, found, others = {}) => {
    expect(check('permit-legal', { ...others, [field]: value })).toEqual(found);
  });
});

describe('a commitment', () => {
  it.each<Case>([
    ['promiseNo', '41132320220425000001', ['promiseNo doc_no_style notice']],
    ['promiseNo', '411323202204260001', ['promiseNo doc_no_style notice']],
    ['promiseNo', lostDigits('41132320220426000000'), ['promiseNo precision_lost error']],
    ['unfulfilled', '未按期整改', ['unfulfilled must_be_empty error']],
    ['unfulfilled', '无', []],
    ['accountability', '列入黑名单', ['accountability must_be_empty error']],
    ['fulfilment', '部分履行', ['unfulfilled conditional_required error', 'accountability conditional_required error']],
    ['fulfilment', '全部未履行', [], { unfulfilled: '未整改', accountability: '撤销许可' }],
    // Open: nobody has found yet whether it is kept.
    ['fulfilment', '无', []],
    ['fulfilment', null, []],
    ...(
      [
        { determinedOn: '2022-04-28' },
        { determinedBy: '西峡县市场监督管理局' },
        { determinedByCode: AGENCY },
        { unfulfilled: '未按期整改' },
        { accountability: '列入黑名单' },
      ] satisfies RowDraft[]
    ).map((others): Case => ['fulfilment', null, ['fulfilment conditional_required error'], others]),
    ['promisorCode', PERSON, ['promisorCode uscc_format error']],
    ['promisorCode', PERSON, [], { promisorKind: '自然人' }],
    ['promisorCode', COMPANY, ['promisorCode id_format error'], { promisorKind: '自然人' }],
    ['promisorCode', sole, ['promisorKind uscc_category error']],
    ['promisorCode', PERSON, ['promisorKind required error'], { promisorKind: '无' }],
    ['promisorCode', PERSON, ['promisorKind enum error'], { promisorKind: '群众' }],
    ['promiseKind', '其他-告知承诺', []],
    ['promiseKind', '其他', ['promiseKind enum error']],
    ['validUntil', '2022-04-25', ['validUntil date_order error']],
    ['determinedOn', '2022-04-25', ['determinedOn date_order error']],
    ['publicity', '公开一下', ['publicity enum error']],
  ])('with %s = %j: %j', (field, value, found, others = {}) => {
    expect(check('commitment', { ...others, [field]: value })).toEqual(found);
  });
});

function withCheckDigit(code: string): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const sum = [...code.slice(0, 17)].reduce((total, c, i) => total + alphabet.indexOf(c) * (3 ** i % 31), 0);
  return code.slice(0, 17) + alphabet[(31 - (sum % 31)) % 31];
}
