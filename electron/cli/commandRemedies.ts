import type { AppError, ErrorCode } from '../contract/reply.ts';

/**
 * A refusal as the command line says it: the sentence of the window, and where a command or an option is the way on, that too. What was
 * not filled in rightly there is a command not written rightly here.
 */
export function atCommandLine({ code, message }: AppError): AppError {
  const said = code === 'usage' ? message.replace(/^填写不对：/u, '命令写法不对：') : message;
  return { code, message: `${said}${REMEDIES[code] ?? ''}` };
}

/** What a clerk at the window does by a button. */
const REMEDIES: Readonly<Partial<Record<ErrorCode, string>>> = {
  not_initialised: '命令行：init --profile 县情。',
  year_unknown: '命令行：credit-desk-cli calendar import 文件。',
  name_required: '命令行：--by 姓名。',
  letter_again: '命令行：remind letters --again。',
  unit_unknown: '命令行：units 列出单位。',
  duty_unknown: '命令行：duties 列出事项。',
  template_unknown: '命令行：templates-list 列出模板。',
  item_unknown: '命令行：assess --year 年 --unit 单位 列出各项的编号。',
};
