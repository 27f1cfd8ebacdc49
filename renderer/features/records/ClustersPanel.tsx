import { Button, Collapse, Table } from 'antd';
import { CLUSTER_KINDS, type Cluster, type ClusterMember } from '../../../electron/contract/clusters.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { periodShort } from '../../parts/periods.ts';
import { shortTemplateTitle } from '../../parts/templateNames.ts';
import { CLUSTER_HINTS, CLUSTER_WORDS, CLUSTERS_NOTE } from '../../words/clusters.ts';

interface ClustersPanelProps {
  readonly clusters: readonly Cluster[];
  readonly directory: Directory;
  readonly onOpen: (member: ClusterMember) => void;
}

/** 疑似重复: look-alikes by kind, each with what it means; nothing is merged here. */
export function ClustersPanel({ clusters, directory, onOpen }: ClustersPanelProps) {
  if (clusters.length === 0) {
    return <EmptyState title="没有发现疑似重复的记录" next="换一个报送期，或看所有报送期的记录再查。" />;
  }
  const kinds = CLUSTER_KINDS.filter((kind) => clusters.some((cluster) => cluster.kind === kind));
  return (
    <div className="fill" style={{ overflow: 'auto' }} data-testid="clusters">
      <p className="muted" style={{ margin: '0 0 8px' }}>
        {CLUSTERS_NOTE}
      </p>
      <Collapse
        size="small"
        defaultActiveKey={[...kinds]}
        items={kinds.map((kind) => {
          const some = clusters.filter((cluster) => cluster.kind === kind);
          return {
            key: kind,
            label: `${CLUSTER_WORDS[kind]}　${some.length} 组`,
            children: (
              <>
                <p style={{ marginTop: 0 }}>{CLUSTER_HINTS[kind]}</p>
                {some.map((cluster) => (
                  <ClusterCard
                    key={`${cluster.shared} ${cluster.members[0]?.record}`}
                    {...{ cluster, directory, onOpen }}
                  />
                ))}
              </>
            ),
          };
        })}
      />
    </div>
  );
}

interface ClusterCardProps extends Pick<ClustersPanelProps, 'directory' | 'onOpen'> {
  readonly cluster: Cluster;
}

function ClusterCard({ cluster, directory, onOpen }: ClusterCardProps) {
  return (
    <div className="cluster" data-testid="cluster">
      <div>{cluster.message}</div>
      <Table<ClusterMember>
        size="small"
        rowKey="record"
        pagination={false}
        dataSource={[...cluster.members]}
        columns={[
          { title: '名称', dataIndex: 'name', width: 220 },
          { title: '代码', dataIndex: 'code', width: 190, className: 'mono' },
          {
            title: '单位',
            key: 'unit',
            width: 110,
            render: (_, { unit, period }) => directory.unitNameIn(unit, period),
          },
          {
            title: '模板',
            dataIndex: 'template',
            width: 150,
            render: (id: string) => shortTemplateTitle(directory.templateTitle(id)),
          },
          { title: '报送期', dataIndex: 'period', width: 80, render: periodShort },
          { title: '不同之处', dataIndex: 'detail' },
          {
            title: '',
            key: 'open',
            width: 90,
            render: (_, member) => (
              <Button size="small" onClick={() => onOpen(member)}>
                查看记录
              </Button>
            ),
          },
        ]}
      />
      {cluster.more > 0 ? (
        <p className="muted small" style={{ margin: '4px 0 0' }}>
          另有 {cluster.more} 条同样的记录未列出，可在“数据记录”里按名称或代码查找。
        </p>
      ) : null}
    </div>
  );
}
