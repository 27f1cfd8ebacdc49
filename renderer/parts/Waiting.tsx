import { Spin } from 'antd';

/** Stands where a page's content will be; shows itself only when the answer takes longer than half a second. */
export function Waiting() {
  return (
    <div style={{ marginTop: '10vh', display: 'flex', justifyContent: 'center' }}>
      <Spin delay={500} />
    </div>
  );
}
