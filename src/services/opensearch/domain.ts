import { listed } from '../../inventory/listed.ts';
import { shell } from '../../text/shell.ts';
import { opensearch } from './service.ts';

/**
 * A domain of OpenSearch or of the legacy Elasticsearch. Its settings are asked for five domains at once.
 * https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_ListDomainNames.html
 */
export const domain = listed(opensearch, 'AWS::OpenSearchService::Domain', 'ListDomainNames', {
  at: 'DomainNames',
  whole: true,
  narrows: { EngineType: 'unless given' },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/security.html'],
  id: ({ DomainName }) => DomainName,
  keep: { engine: 'EngineType' },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:es:${region}:${account}:domain/${id}`,
}).facets((facet) => ({
  details: facet.batch({
    revision: 2,
    calls: ['DescribeDomains'],
    // five, by the description of the operation's Elasticsearch twin and the service's quota for a request
    // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/limits.html
    most: 5,
    async read(api, items) {
      const { DomainStatusList } = await api.call('DescribeDomains', { DomainNames: items.map(({ id }) => id) });
      return new Map(
        (DomainStatusList ?? []).map((found) => [
          found.DomainName ?? '',
          {
            /** True while it is being deleted. */
            deleted: found.Deleted,
            /**
             * `vpc`, or `public`: reached over the internet. A domain in a VPC has its endpoints by the VPC's name, one that is not has
             * an endpoint of its own, so that of a domain that has neither yet nothing is said.
             */
            reachedBy: reachedBy(found),
            fineGrainedAccess: found.AdvancedSecurityOptions?.Enabled,
            /**
             * True while fine-grained access is only being introduced: for 30 days, who is not mapped to a role is let in as before
             * (https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html).
             */
            anonymousAccess: found.AdvancedSecurityOptions?.AnonymousAuthEnabled,
            /** ISO 8601: when that time ends. */
            anonymousUntil: found.AdvancedSecurityOptions?.AnonymousAuthDisableDate?.toISOString(),
            encryptedAtRest: found.EncryptionAtRestOptions?.Enabled,
            /** The id or ARN of the KMS key. */
            encryptionKey: found.EncryptionAtRestOptions?.KmsKeyId,
            encryptedBetweenNodes: found.NodeToNodeEncryptionOptions?.Enabled,
            /** The text of its access policy; empty where it has none, as AWS writes it. */
            accessPolicy: found.AccessPolicies,
            httpsRequired: found.DomainEndpointOptions?.EnforceHTTPS,
            tlsPolicy: found.DomainEndpointOptions?.TLSSecurityPolicy,
            /** Whether users and their passwords are kept in the domain itself. */
            ownUsers: found.AdvancedSecurityOptions?.InternalUserDatabaseEnabled,
            cognito: found.CognitoOptions?.Enabled,
            /** Left out until SAML was once set (seen in answers; the reference does not say it). */
            saml: found.AdvancedSecurityOptions?.SAMLOptions?.Enabled,
            auditLogs: published(found.LogPublishingOptions, 'AUDIT_LOGS'),
            errorLogs: published(found.LogPublishingOptions, 'ES_APPLICATION_LOGS'),
            slowLogs: (['INDEX_SLOW_LOGS', 'SEARCH_SLOW_LOGS'] as const).map((log) => ({
              log,
              published: published(found.LogPublishingOptions, log),
            })),
            dataNodes: found.ClusterConfig?.InstanceCount,
            zoneAwareness: found.ClusterConfig?.ZoneAwarenessEnabled,
            dedicatedMasters: found.ClusterConfig?.DedicatedMasterEnabled,
            /** How many dedicated master nodes it has, where it has any. */
            masterNodes: found.ClusterConfig?.DedicatedMasterCount,
            autoTune: found.AutoTuneOptions?.State,
            softwareVersion: found.ServiceSoftwareOptions?.CurrentVersion,
            /** Whether there is service software that the domain may be updated to, and which. */
            softwareUpdate: found.ServiceSoftwareOptions?.UpdateAvailable,
            newSoftwareVersion: found.ServiceSoftwareOptions?.NewVersion,
          },
        ]),
      );
    },
  }),
}));

export const domainEncryption = {
  at: 'details.encryptedAtRest',
  is: { true: 'kms', false: 'none' },
  unsaid: undefined,
  key: 'details.encryptionKey',
  what: 'its indexes',
} as const;

type Logs = Readonly<Record<string, { readonly Enabled?: boolean | undefined } | undefined>>;

/**
 * Whether a log is published. An answer holds the logs that were set and no others, and no map where none was: the reference shows
 * neither, answers of domains do (https://docs.aws.amazon.com/opensearch-service/latest/developerguide/createdomain-configure-slow-logs.html).
 */
function published(logs: Logs | undefined, log: string): boolean | undefined {
  const option = logs?.[log];
  return option === undefined ? false : option.Enabled;
}

interface Details {
  readonly reachedBy: string | undefined;
  readonly fineGrainedAccess: boolean | undefined;
  readonly anonymousAccess: boolean | undefined;
}

/**
 * An access policy opens nothing in a VPC, and where fine-grained access is on, and not only being introduced, each request needs a
 * user of the domain besides.
 */
export const opensearchPolicy = {
  kind: 'opensearch',
  at: 'details.accessPolicy',
  none: '',
  action: 'es:ESHttpGet',
  such: { 'details.reachedBy': 'public', 'details.fineGrainedAccess': false },
  put: ({ id }: { readonly id: string }, policy: string | undefined): string | undefined =>
    policy === undefined
      ? undefined
      : shell`aws opensearch update-domain-config --domain-name ${id} --access-policies ${policy}`,
  more: ({ details }: { readonly details: Details }) => ({
    vpc: details.reachedBy === 'vpc',
    fineGrainedAccess: details.fineGrainedAccess === true && details.anonymousAccess !== true,
  }),
} as const;

interface Reached {
  readonly VPCOptions?: { readonly VPCId?: string | undefined } | undefined;
  readonly Endpoint?: string | undefined;
  readonly EndpointV2?: string | undefined;
  readonly Endpoints?: Readonly<Record<string, string>> | undefined;
}

function reachedBy({ VPCOptions, Endpoint, EndpointV2, Endpoints }: Reached): 'vpc' | 'public' | undefined {
  if (VPCOptions?.VPCId !== undefined || Endpoints?.['vpc'] !== undefined) return 'vpc';
  return Endpoint === undefined && EndpointV2 === undefined ? undefined : 'public';
}

/** Of a domain that is being deleted nothing is asked. */
export const beingDeleted = { at: 'details.deleted', is: [true], because: '{label} is being deleted' } as const;
