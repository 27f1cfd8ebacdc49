import { Layout, Menu } from 'antd';
import { useLocation, useNavigate } from 'react-router';
import { SCREENS } from '../routes.tsx';
import { OperatorField } from './OperatorField.tsx';

/** The screens, and whose name goes with the work. */
export function SideNav() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  return (
    <Layout.Sider width={148} className="no-print">
      <div style={{ color: '#fff', padding: '13px 16px 11px', fontSize: 16, letterSpacing: 1 }}>信用办工作台</div>
      <nav aria-label="主导航">
        <Menu
          theme="dark"
          mode="inline"
          selectedKeys={[pathname]}
          onClick={({ key }) => navigate(key)}
          items={SCREENS.flatMap((screen, index) => [
            ...(screen.startsPart ? [{ type: 'divider' as const, key: `before ${screen.path}` }] : []),
            {
              key: screen.path,
              icon: screen.icon,
              label: screen.title,
              title: index < 10 ? `${screen.title}（Alt+${(index + 1) % 10}）` : screen.title,
              'data-testid': `nav${screen.path.replace('/', '-')}`,
            },
          ])}
        />
      </nav>
      <OperatorField />
    </Layout.Sider>
  );
}
