import { Spin } from 'antd';
import type { ClusterMember } from '../../../electron/contract/clusters.ts';
import type { RecordQuery } from '../../../electron/contract/records.ts';
import type { Directory } from '../../api/useDirectory.ts';
import { useRequest } from '../../api/useRequest.ts';
import { ErrorNotice } from '../../parts/ErrorNotice.tsx';
import { ClustersPanel } from './ClustersPanel.tsx';

interface ClustersTabProps {
  readonly query: RecordQuery;
  readonly directory: Directory;
  readonly onOpen: (member: ClusterMember) => void;
}

/** The second page of 数据: asked for only when it is looked at. */
export function ClustersTab({ query, directory, onOpen }: ClustersTabProps) {
  const clusters = useRequest('records.clusters', query);
  return (
    <>
      <ErrorNotice error={clusters.error} onRetry={clusters.reload} />
      {clusters.loading && !clusters.data ? <Spin delay={300} style={{ margin: '10vh auto' }} /> : null}
      {clusters.data && !clusters.error ? (
        <ClustersPanel clusters={clusters.data} directory={directory} onOpen={onOpen} />
      ) : null}
    </>
  );
}
