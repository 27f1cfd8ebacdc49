import { Layout } from 'antd';
import { Suspense, useEffect, useRef } from 'react';
import { Navigate, Route, Routes, useLocation, useNavigate, useNavigationType, useSearchParams } from 'react-router';
import { ErrorBoundary } from '../parts/ErrorBoundary.tsx';
import { Waiting } from '../parts/Waiting.tsx';
import { SCREENS } from '../routes.tsx';
import { linkedPeriod, type PeriodBefore } from '../state/linkedPeriod.ts';
import { usePeriodStore } from '../state/period.ts';
import { AppHeader } from './AppHeader.tsx';
import { SideNav } from './SideNav.tsx';

/** Navigation on the left, header above, one screen in the rest. */
export function Frame() {
  useScreenKeys();
  useLinkedPeriod();
  useNoStrayDrops();
  const { pathname } = useLocation();
  return (
    <Layout className="app-frame">
      <SideNav />
      <Layout className="app-main">
        <AppHeader />
        <main
          className="app-content"
          tabIndex={-1}
          aria-label={SCREENS.find((screen) => screen.path === pathname)?.title}
        >
          <ErrorBoundary key={pathname}>
            <Suspense fallback={<Waiting />}>
              <Routes>
                {SCREENS.map(({ path, Page }) => (
                  <Route key={path} path={path} element={<Page />} />
                ))}
                <Route path="*" element={<Navigate to="/overview" replace />} />
              </Routes>
            </Suspense>
          </ErrorBoundary>
        </main>
      </Layout>
    </Layout>
  );
}

/** Alt+1 … Alt+9 and Alt+0 open the first ten screens. */
function useScreenKeys(): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const digit = /^Digit(\d)$/.exec(event.code)?.[1];
      const screen = digit === undefined ? undefined : SCREENS[(Number(digit) + 9) % 10];
      if (!screen) return;
      event.preventDefault();
      navigate(screen.path);
      // What the next Tab reaches is on the screen that was opened, not at the top of the window.
      document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true });
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [navigate]);
}

/**
 * A link may bring its period along (`#/status?period=2022-W17`); it stays chosen on the next screen, but going back brings the one back that
 * was chosen before.
 */
function useLinkedPeriod(): void {
  const [params] = useSearchParams();
  const linked = params.get('period');
  const { key } = useLocation();
  const how = useNavigationType();
  const before = useRef<PeriodBefore | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` tells each step through the history apart
  useEffect(() => {
    const { period } = usePeriodStore.getState();
    const step = linkedPeriod({ period, linked, isBack: how === 'POP', before: before.current });
    before.current = step.before;
    if (step.period !== period) usePeriodStore.setState({ period: step.period });
  }, [linked, key, how]);
}

/** A file dropped beside the drop zone must not replace the program's page. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const refuse = (event: DragEvent) => event.preventDefault();
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    return () => {
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
    };
  }, []);
}
