import type { RuleCode } from '../contract/findings.ts';
import { quoted } from '../contract/quotation.ts';

/** The Chinese sentence of a finding: what is wrong with which column, and how to mend it. `detail` depends on the rule. */
export function findingSentence(rule: RuleCode, column: string, value: string, detail: string): string {
  const sentence = rule === 'placeholder' && detail !== '' ? NO_NUMBER : SENTENCES[rule];
  // Of signs that must not be there each is told as it is.
  const inMarks = rule === 'special_chars' ? (text: string) => `“${text}”` : quoted;
  return sentence.replaceAll(
    /“\{(column|value|detail)\}”|\{(column|value|detail)\}/gu,
    (_, inner?: Part, bare?: Part) => {
      const said = { column, value: shorten(value), detail };
      return inner === undefined ? said[bare ?? 'detail'] : inMarks(said[inner]);
    },
  );
}

type Part = 'column' | 'value' | 'detail';

function shorten(value: string): string {
  const characters = [...value];
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : value;
}

/** A placeholder of which more is known: what stands there instead of a number. */
const NO_NUMBER =
  '“{column}”的“{value}”是{detail}，不是文书号，多为表格软件自动改写或填错列。请把单元格设为文本后重填文书号。';

const SENTENCES: Readonly<Record<RuleCode, string>> = {
  required: '“{column}”是必填项，现为空或填了“无、/”之类。请补填。',
  conditional_required: '“{column}”在{detail}时必填，现为空。请补填。',
  must_be_empty: '“{column}”在{detail}时应为空，现填了“{value}”。请清空或改正相关栏。',
  too_long: '“{column}”过长（{detail}）。请精简后重填。',
  enum: '“{column}”的“{value}”不在代码表内。可填：{detail}。',
  date_invalid: '“{column}”的“{value}”不能读作日期（{detail}）。请按 2022/04/18 的样式填写。',
  date_ambiguous: '“{column}”的“{value}”只有两位年份，已读作 {detail}。请核实。',
  date_future: '“{column}”为 {value}，晚于收件日 {detail}。请核对日期。',
  date_order: '“{column}”为 {value}，早于{detail}。请核对先后。',
  date_lost_format: '“{column}”的“{value}”失去了日期格式，已读作 {detail}。',
  uscc_format: '“{column}”的“{value}”不是统一社会信用代码（{detail}）。请填 18 位代码。',
  uscc_check_digit: '“{column}”的“{value}”校验位不对（GB 32100），多为录入有误。请核对后重填。',
  uscc_category: '“{column}”填“{value}”，与代码 {detail} 的类别不符（92 开头是个体工商户）。请核对类别或代码。',
  id_format: '“{column}”的“{value}”不是有效的 18 位身份号码（{detail}）。请核对后重填。',
  id_check_digit: '“{column}”的“{value}”校验位不对（GB 11643），多为录入有误。请核对后重填。',
  number_invalid: '“{column}”的“{value}”不是有效数字（{detail}）。请只填数字。',
  precision_lost: '“{column}”的“{value}”被表格软件存成了数字，末几位已丢失，无法恢复。请把单元格设为文本后重新填写。',
  amount_unit: '“{column}”填 {value} 万元，而内容中写的是 {detail} 元，单位可能填错。请核实。',
  duplicate_row: '与第 {detail} 行完全相同，已略过。',
  duplicate_record: '与第 {detail} 行的文书号和主体相同而内容不同，可能重复。请核实。',
  doc_no_style: '“{column}”的“{value}”不合规范写法（{detail}）。',
  placeholder: '“{column}”的“{value}”是占位内容，不是实际值。请补填。',
  special_chars: '“{column}”的“{value}”含有特殊字符“{detail}”。请核实。',
  merged_value: '“{column}”在合并单元格内（{detail}）。请取消合并后逐行填写。',
  hidden_row: '这一行在工作表中是隐藏的，已照常读取。',
  struck_out: '“{column}”的“{value}”带有删除线，可能已作废。请核实。',
  formula_error: '“{column}”的公式出错（{detail}）。请填入实际值。',
  formula_uncached: '“{column}”是没有计算结果的公式。请打开工作簿重新计算并保存，或填入实际值。',
  same_as_last_period: '本表与上一期（{detail}）的内容完全相同，疑似重复报送。请核实。',
  copied_value: '“{column}”整列都是“{value}”（{detail} 行）。请核实是否向下复制所致。',
  late_record: '“{column}”为 {value}，收件时已超过时限（应于 {detail} 前报送）。',
  unit_mismatch: '“{column}”填“{value}”，与报送单位（{detail}）不一致。请核实。',
};
