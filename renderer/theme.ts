import type { ThemeConfig } from 'antd';

/** Calm and dense: clerks read tables all day on 1366×768 office screens. */
export const theme: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: '#1d4f91',
    colorLink: '#1d4f91',
    colorSuccess: '#2f7d3b',
    colorWarning: '#b46a00',
    colorError: '#b3261e',
    colorInfo: '#1d4f91',
    // The derived alert backgrounds of these dark tones are murky; paper-light ones read better.
    colorSuccessBg: '#edf7ee',
    colorSuccessBorder: '#a5d0ab',
    colorWarningBg: '#fff8e6',
    colorWarningBorder: '#ecc97a',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#eab0aa',
    colorInfoBg: '#eef4fc',
    colorInfoBorder: '#b3cbea',
    colorText: '#1f2933',
    colorBgLayout: '#f3f5f8',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 30,
    fontFamily:
      "'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif",
    motionDurationMid: '0.1s',
    motionDurationSlow: '0.15s',
  },
  components: {
    Layout: { headerHeight: 48, headerPadding: '0 16px', headerBg: '#ffffff', siderBg: '#173a63' },
    Menu: { darkItemBg: '#173a63', darkItemSelectedBg: '#2a63ab', darkItemColor: '#d5e0ee', itemHeight: 36 },
    Table: { cellPaddingBlockSM: 5, cellPaddingInlineSM: 8, headerBg: '#eef2f7', headerSplitColor: '#d5dce6' },
    Card: { bodyPaddingSM: 12 },
    Alert: { withDescriptionPadding: '8px 12px', withDescriptionIconSize: 18, defaultPadding: '6px 12px' },
    Descriptions: { itemPaddingBottom: 6 },
  },
};
