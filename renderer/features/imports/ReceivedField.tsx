import { Space, Tooltip } from 'antd';
import type { Moment } from '../../../electron/contract/time.ts';
import { MomentField } from '../../parts/MomentField.tsx';

interface ReceivedFieldProps {
  readonly value: Moment | null;
  readonly onChange: (received: Moment | null) => void;
}

/** When the files reached the office: decides between on time and late. */
export function ReceivedField({ value, onChange }: ReceivedFieldProps) {
  return (
    <Tooltip title="文件到达信用办的时间，用来判断是否迟报。只填日期的，按当天 12:00 算。不填：邮件以发送时间为准，其他文件以现在为准。">
      <Space>
        <span>收到时间</span>
        <MomentField
          label="收到时间"
          testId="received"
          placeholder="默认为现在"
          width={176}
          value={value}
          onChange={onChange}
        />
      </Space>
    </Tooltip>
  );
}
