export const BLANK_WORDS = {
  tab: '模板下发',
  explain:
    '生成发给单位填写的空白表：有下拉选项、填写说明和冻结表头，代码列已设为文本；表里带有识别标记，单位填好发回来时，不用再问就知道是哪个单位、哪项、哪一期。',
  duty: '报送事项',
  units: '发给',
  allUnits: '所有责任单位，每个单位一份',
  oneUnit: '一个单位',
  unit: '单位',
  period: '报送期',
  periodOpen: '不限定，由单位填写',
  periodFixed: '限定为',
  write: '生成空白表',
  writing: '正在写出空白表…',
  files: '生成的空白表',
  forAll: '通用（单位名称由单位填写）',
  save: '另存',
} as const;
