import { Table, type TableProps } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';

/** Head, borders and the horizontal scroll bar that stand around the scrolling body. */
const AROUND_BODY = 42;

/**
 * A dense antd table that takes the height left in its column (`.page.fixed` or any flex column) and scrolls inside, so that the
 * page never does. `scrollX`: width of all columns; needed with `virtual`.
 */
export function FillTable<T extends object>({
  scrollX,
  aroundBody = AROUND_BODY,
  ...props
}: TableProps<T> & { readonly scrollX?: number; readonly aroundBody?: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = holder.current;
    if (!element) return;
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = element;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const y = Math.max(120, size.height - aroundBody);
  return (
    <div ref={holder} className="fill fill-table">
      {size.height > 0 ? (
        <Table<T>
          size="small"
          pagination={false}
          {...props}
          scroll={scrollX ? { x: Math.max(scrollX, size.width - 1), y } : { y }}
        />
      ) : null}
    </div>
  );
}
