import {
  BankOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  DatabaseOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  HomeOutlined,
  ImportOutlined,
  InfoCircleOutlined,
  LineChartOutlined,
  ProfileOutlined,
  SettingOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';

export interface Screen {
  readonly path: string;
  readonly title: string;
  /** First of a part of the menu: the week's round, what is followed up, who owes what by when, the program itself. */
  readonly startsPart?: true;
  readonly icon: ReactNode;
  readonly Page: LazyExoticComponent<ComponentType>;
}

/** The screens in the order of the clerk's week; Alt+1 … Alt+9 and Alt+0 open the first ten. Each page is loaded when first shown. */
export const SCREENS: readonly Screen[] = [
  {
    path: '/overview',
    title: '工作台',
    icon: <HomeOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/overview/OverviewPage.tsx')).OverviewPage })),
  },
  {
    path: '/imports',
    title: '导入',
    icon: <ImportOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/imports/ImportsPage.tsx')).ImportsPage })),
  },
  {
    path: '/status',
    title: '报送台账',
    icon: <BarChartOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/status/StatusPage.tsx')).StatusPage })),
  },
  {
    path: '/records',
    title: '数据',
    icon: <DatabaseOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/records/RecordsPage.tsx')).RecordsPage })),
  },
  {
    path: '/reminders',
    title: '催报',
    icon: <BellOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/reminders/RemindersPage.tsx')).RemindersPage })),
  },
  {
    path: '/uploads',
    title: '汇总上报',
    icon: <FileDoneOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/uploads/UploadsPage.tsx')).UploadsPage })),
  },
  {
    path: '/circulars',
    title: '通报',
    icon: <FileTextOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/papers/PapersPage.tsx')).PapersPage })),
  },
  {
    path: '/cases',
    title: '案例',
    startsPart: true,
    icon: <BookOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/cases/CasesPage.tsx')).CasesPage })),
  },
  {
    path: '/indicators',
    title: '指标',
    icon: <LineChartOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/indicators/IndicatorsPage.tsx')).IndicatorsPage })),
  },
  {
    path: '/assessment',
    title: '年度考核',
    icon: <TrophyOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/assessment/AssessmentPage.tsx')).AssessmentPage })),
  },
  {
    path: '/calendar',
    title: '日历',
    startsPart: true,
    icon: <CalendarOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/calendar/CalendarPage.tsx')).CalendarPage })),
  },
  {
    path: '/duties',
    title: '事项',
    icon: <ProfileOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/duties/DutiesPage.tsx')).DutiesPage })),
  },
  {
    path: '/units',
    title: '单位',
    icon: <BankOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/units/UnitsPage.tsx')).UnitsPage })),
  },
  {
    path: '/settings',
    title: '记忆与设置',
    startsPart: true,
    icon: <SettingOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/settings/SettingsPage.tsx')).SettingsPage })),
  },
  {
    path: '/about',
    title: '关于',
    icon: <InfoCircleOutlined />,
    Page: lazy(async () => ({ default: (await import('./features/about/AboutPage.tsx')).AboutPage })),
  },
];
