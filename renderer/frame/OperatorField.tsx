import { UserOutlined } from '@ant-design/icons';
import { Input, Tooltip } from 'antd';
import { useOperator } from '../state/operator.ts';

/** 经办人: whose name goes with corrections, confirmations and returns. */
export function OperatorField() {
  const { name, rename } = useOperator();
  return (
    <Tooltip placement="right" title="您的姓名。更正、放行、退回、锁定时一并记下，只存在这台电脑上。">
      <div className="operator">
        <span>经办人</span>
        <Input
          size="small"
          aria-label="经办人"
          data-testid="operator"
          prefix={<UserOutlined />}
          placeholder="请填姓名"
          maxLength={20}
          value={name}
          onChange={(event) => rename(event.target.value)}
        />
      </div>
    </Tooltip>
  );
}
