import type { DetectorFeatureResult, FeatureAdditionalConfiguration } from '@aws-sdk/client-guardduty';

interface FeatureGiven {
  name: DetectorFeatureResult;
  status: 'ENABLED' | 'DISABLED';
  additional: { name: FeatureAdditionalConfiguration; status: 'ENABLED' | 'DISABLED' }[];
}

interface DataSourcesGiven {
  s3Logs?: 'ENABLED' | 'DISABLED';
  kubernetesAuditLogs?: 'ENABLED' | 'DISABLED';
  ebsVolumes?: 'ENABLED' | 'DISABLED';
}

/** A feature as `GetDetector` lists it. */
export const feature = (
  name: DetectorFeatureResult,
  status: 'ENABLED' | 'DISABLED',
  additional: FeatureGiven['additional'] = [],
): FeatureGiven => ({
  name,
  status,
  additional,
});

const subject = { id: 'd1', name: 'GuardDuty in eu-west-1', detectorId: 'd1' };

const detailOf = (
  status: 'ENABLED' | 'DISABLED',
  features: FeatureGiven[] | undefined,
  dataSources: DataSourcesGiven,
) => ({
  status,
  publishingFrequency: 'SIX_HOURS' as const,
  features,
  dataSources: { s3Logs: undefined, kubernetesAuditLogs: undefined, ebsVolumes: undefined, ...dataSources },
});

/** A region whose detector runs. */
export const on = (features: FeatureGiven[] | undefined, dataSources: DataSourcesGiven = {}) => ({
  ...subject,
  detail: detailOf('ENABLED', features, dataSources),
});

/** A region whose detector is suspended. */
export const suspended = (features: FeatureGiven[]) => ({ ...subject, detail: detailOf('DISABLED', features, {}) });

/** A region without a detector. */
export const gone = { id: 'none', name: 'GuardDuty in eu-west-1', detectorId: undefined, detail: undefined };
