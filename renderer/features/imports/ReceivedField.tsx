import { DatePicker, Space, Tooltip } from 'antd';
import dayjs from 'dayjs';
import type { Moment } from '../../../electron/contract/time.ts';

interface ReceivedFieldProps {
  readonly value: Moment | null;
  readonly onChange: (received: Moment | null) => void;
}

/** When the files reached the office: decides between on time and late. */
export function ReceivedField({ value, onChange }: ReceivedFieldProps) {
  return (
    <Tooltip title="文件到达信用办的时间，用来判断是否迟报。不填：邮件以发送时间为准，其他文件以现在为准。">
      <Space>
        <span>收到时间</span>
        <DatePicker
          aria-label="收到时间"
          data-testid="received"
          showTime={{ format: 'HH:mm' }}
          format="YYYY-MM-DD HH:mm"
          placeholder="默认为现在"
          value={value ? dayjs(value) : null}
          onChange={(moment) => onChange(moment ? moment.format('YYYY-MM-DDTHH:mm') : null)}
          style={{ width: 176 }}
        />
      </Space>
    </Tooltip>
  );
}
