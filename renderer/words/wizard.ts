/** Words of the first run and of the profile file. */
export const WIZARD_WORDS = {
  title: '欢迎使用信用办工作台',
  intro:
    '第一次使用，请选择本县（市、区）的县情配置。程序会据此建立成员单位、单位分组、报送事项和模板，以后都可以在“单位”“事项”里修改。',
  choices: '县情配置',
  basis: '依据',
  units: '个成员单位',
  duties: '个报送事项',
  blankTitle: '其他县（市、区）',
  blankHint: '只带常用报送事项，分组是空的；填写县名和办公室，单位以后录入或导入',
  fileTitle: '从县情文件建立',
  fileHint: '由另一台电脑在“记忆与设置—设置”里导出，含办公室、单位、分组、事项和指标，不含数据',
  chooseFile: '选择县情文件',
  noFile: '还没有选择文件',
  county: '县（市、区）名称',
  countyRule: '以县、市、区或旗结尾，不超过20个字，如 西峡县',
  city: '所属市（州、盟）',
  office: '办公室全称',
  officeRule: '落款和红头用的全称',
  documentWord: '发文机关代字',
  documentWordRule: '如 西信用办，文号即为 西信用办〔2022〕5号',
  regionCode: '行政区划代码',
  regionCodeRule: '6 位数字，如 411323',
  required: '请填写',
  preparing: '正在建立数据…',
  dataFolder: '数据只保存在这台电脑：',
  create: '建立并开始使用',
  offline: '本程序不连接任何网络。',
  exportProfile: '导出县情文件',
  exportHint: '办公室、单位、分组、事项和指标存成一个文件，另一台电脑可以据此建立；不含数据',
  exported: '县情文件已存到',
} as const;

/** The office's full name as most counties write it. */
export const usualOfficeName = (county: string): string =>
  county === '' ? '' : `${county}社会信用体系建设领导小组办公室`;

/** The office's names, as its settings show them. */
export const LETTERHEAD_WORDS = {
  group: '办公室和发文',
  hint: '印在通报、催报函的红头、落款和主送上；文号里 {year} 是年份，{no} 是序号。',
  office: '办公室全称',
  shortName: '简称',
  letterhead: '红头',
  documentNoPattern: '文号',
  addressee: '主送',
  regionCode: '行政区划代码',
  notice: { documentNo: '依据文号', title: '依据标题' },
} as const;
