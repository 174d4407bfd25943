import type { FilterCriteria, Finding, FindingType } from '@aws-sdk/client-inspector2';
import type { Api } from '../../aws/api.ts';
import { MalformedAnswer } from '../../aws/errors.ts';
import { everyPage } from '../../aws/pages.ts';
import { resource } from '../../inventory/resource.ts';
import { inspector } from './service.ts';
import { statusIn } from './status.ts';

/** Stop counting findings here: one is enough to fail, and the console shows the rest. */
const countedFindings = 500;
/** How many findings of vulnerabilities are looked through, and about how many different ones details are asked, ten at a time. */
const lookedThrough = 5000;
const detailed = 300;

type Findings = Pick<Api<typeof import('@aws-sdk/client-inspector2'), 'ListFindings'>, 'pages' | 'account'>;

/** Findings that are open, of the account itself: a delegated administrator sees those of its members too, and they are judged there. */
const openOf = (account: string, more: FilterCriteria = {}): FilterCriteria => ({
  findingStatus: [{ comparison: 'EQUALS', value: 'ACTIVE' }],
  awsAccountId: [{ comparison: 'EQUALS', value: account }],
  ...more,
});

/** Findings from the most severe on, until enough were seen; `more`: there may be others. */
async function openFindings<T>(
  api: Findings,
  most: number,
  criteria: FilterCriteria,
  keep: (finding: Finding) => T,
): Promise<{ readonly found: readonly T[]; readonly more: boolean }> {
  const found: T[] = [];
  for await (const { findings } of api.pages('ListFindings', {
    filterCriteria: openOf(api.account, criteria),
    sortCriteria: { field: 'SEVERITY', sortOrder: 'DESC' },
    maxResults: 100,
  })) {
    // No findings are an empty list, and an answer without one is none: https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListFindings.html
    if (findings === undefined) throw new MalformedAnswer('ListFindings gives no findings');
    found.push(...findings.map(keep));
    if (found.length >= most) return { found: found.slice(0, most), more: true };
  }
  return { found, more: false };
}

/** A schedule is one of these (https://docs.aws.amazon.com/inspector/v2/APIReference/API_Schedule.html). */
const scheduled = ['daily', 'weekly', 'monthly', 'oneTime'] as const;

const ofType = (type: FindingType): FilterCriteria => ({
  findingType: [{ comparison: 'EQUALS', value: type }],
});

/** Amazon Inspector in a region, whether or not it is on there. */
export const inspectorRegion = resource(inspector, 'AWS::::Account', {
  calls: [],
  singleton: true,
  async *list(api) {
    yield { id: api.account, name: `Inspector in ${api.region}` };
  },
  arn: ({ id }, { partition, region }) => `arn:${partition}:inspector2:${region}:${id}:settings`,
  references: ['https://docs.aws.amazon.com/inspector/latest/user/what-is-inspector.html'],
})
  .facets((facet) => ({
    /** Whether it is on, and for what. What the region lacks is not named. */
    status: facet({
      calls: ['BatchGetAccountStatus'],
      read: (api) => statusIn(api),
    }),
  }))
  .facets((facet) => ({
    /** Open findings, counted; undefined, and not asked for, where Inspector is off. */
    findings: facet({
      calls: ['ListFindings'],
      often: { ListFindings: 'apart' },
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.account !== 'ENABLED') return undefined;
        const { found, more } = await openFindings(api, countedFindings, {}, ({ findingArn, severity }) => ({
          arn: findingArn ?? '',
          severity: severity ?? 'UNTRIAGED',
        }));
        const counted = new Map<string, number>();
        for (const { severity } of found) counted.set(severity, (counted.get(severity) ?? 0) + 1);
        const bySeverity = Object.fromEntries(counted);
        return { count: found.length, more, bySeverity, worst: found.slice(0, 10).map(({ arn }) => arn) };
      },
    }),
    /** Open findings of what the network lets in; as above. */
    networkFindings: facet({
      calls: ['ListFindings'],
      often: { ListFindings: 'apart' },
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.account !== 'ENABLED') return undefined;
        const { found, more } = await openFindings(
          api,
          countedFindings,
          ofType('NETWORK_REACHABILITY'),
          ({ findingArn, resources, networkReachabilityDetails: network }) => ({
            arn: findingArn ?? '',
            resource: resources?.[0]?.id,
            ports: `${network?.protocol ?? ''} ${[...new Set([network?.openPortRange?.begin, network?.openPortRange?.end])].join('-')}`,
          }),
        );
        return { count: found.length, more, worst: found.slice(0, 10) };
      },
    }),
    /**
     * Vulnerabilities of open findings that CISA lists as exploited, asked once for each vulnerability. `whole`: all of them were
     * looked at (https://docs.aws.amazon.com/inspector/v2/APIReference/API_BatchGetFindingDetails.html).
     */
    exploited: facet({
      calls: ['ListFindings', 'BatchGetFindingDetails'],
      often: { ListFindings: 'apart', BatchGetFindingDetails: 'per 10 vulnerabilities' },
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.account !== 'ENABLED') return undefined;
        const { found, more } = await openFindings(
          api,
          lookedThrough,
          ofType('PACKAGE_VULNERABILITY'),
          ({ findingArn, packageVulnerabilityDetails: about }) => ({
            arn: findingArn ?? '',
            vulnerability: about?.vulnerabilityId ?? findingArn ?? '',
          }),
        );
        const counts = new Map<string, { readonly arn: string; findings: number }>();
        for (const { arn, vulnerability } of found) {
          const one = counts.get(vulnerability);
          if (one === undefined) counts.set(vulnerability, { arn, findings: 1 });
          else one.findings += 1;
        }
        const asked = [...counts].slice(0, detailed);
        const known: {
          readonly vulnerability: string;
          readonly findings: number;
          readonly arn: string;
          readonly due: string | undefined;
        }[] = [];
        let told = 0;
        for (let at = 0; at < asked.length; at += 10) {
          const some = asked.slice(at, at + 10);
          const { findingDetails } = await api.call('BatchGetFindingDetails', {
            findingArns: some.map(([, { arn }]) => arn),
          });
          for (const [vulnerability, { arn, findings }] of some) {
            const detail = findingDetails?.find(({ findingArn }) => findingArn === arn);
            if (detail === undefined) continue;
            told += 1;
            const { cisaData } = detail;
            if (cisaData !== undefined)
              known.push({ vulnerability, findings, arn, due: cisaData.dateDue?.toISOString() });
          }
        }
        return { known, vulnerabilities: counts.size, told, whole: !more && told === counts.size };
      },
    }),
    /** How instances are scanned; undefined, and not asked for, where Inspector does not scan them. */
    configuration: facet({
      calls: ['GetConfiguration'],
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.ec2 !== 'ENABLED') return undefined;
        const mode = (await api.call('GetConfiguration', {})).ec2Configuration?.scanModeState;
        return { scanMode: mode?.scanMode, scanModeStatus: mode?.scanModeStatus };
      },
    }),
    /** Whether packages of applications are looked for on Linux instances; as above. */
    deepInspection: facet({
      calls: ['GetEc2DeepInspectionConfiguration'],
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.ec2 !== 'ENABLED') return undefined;
        const answer = await api.call('GetEc2DeepInspectionConfiguration', {});
        return { status: answer.status, error: answer.errorMessage };
      },
    }),
    /** Scans against CIS benchmarks that are scheduled; undefined, and not asked for, where Inspector is off. */
    cisScans: facet({
      calls: ['ListCisScanConfigurations'],
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.account !== 'ENABLED') return undefined;
        const found = [];
        for await (const { scanConfigurations } of api.pages('ListCisScanConfigurations', { maxResults: 100 })) {
          // None is an empty list: https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListCisScanConfigurations.html
          if (scanConfigurations === undefined)
            throw new MalformedAnswer('ListCisScanConfigurations gives no scanConfigurations');
          for (const { scanName, schedule, targets } of scanConfigurations)
            found.push({
              name: scanName,
              schedule: scheduled.find((kind) => schedule?.[kind] !== undefined),
              accounts: targets?.accountIds,
            });
        }
        return found;
      },
    }),
    /** The account that administers Inspector for the organization, if any is told; undefined where Inspector is off. */
    administrator: facet({
      calls: ['GetDelegatedAdminAccount'],
      // The organization has none: https://docs.aws.amazon.com/inspector/v2/APIReference/API_GetDelegatedAdminAccount.html
      absentOn: ['ResourceNotFoundException'],
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.account !== 'ENABLED') return undefined;
        const { delegatedAdmin } = await api.call('GetDelegatedAdminAccount', {});
        return delegatedAdmin?.accountId;
      },
    }),
    /** What Inspector scans code by; undefined, and not asked for, where code security is off or not in the region. */
    codeSecurity: facet({
      calls: ['ListCodeSecurityIntegrations', 'ListCodeSecurityScanConfigurations'],
      after: ['status'],
      async read(api, _item, { status }) {
        if (status.codeRepository !== 'ENABLED') return undefined;
        const integrations: { readonly name: string | undefined; readonly status: string | undefined }[] = [];
        const page = (nextToken: string | undefined) => ({
          maxResults: 100,
          ...(nextToken === undefined ? {} : { nextToken }),
        });
        for await (const { integrations: some } of everyPage(
          (token) => api.call('ListCodeSecurityIntegrations', page(token)),
          ({ nextToken }) => nextToken,
        )) {
          // An account with none may get no list: https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListCodeSecurityIntegrations.html
          for (const each of some ?? []) integrations.push({ name: each.name, status: each.status });
        }
        const configurations: (string | undefined)[] = [];
        for await (const { configurations: some } of everyPage(
          (token) => api.call('ListCodeSecurityScanConfigurations', page(token)),
          ({ nextToken }) => nextToken,
        )) {
          // The same: https://docs.aws.amazon.com/inspector/v2/APIReference/API_ListCodeSecurityScanConfigurations.html
          configurations.push(...(some ?? []).map(({ name }) => name));
        }
        return { integrations, configurations };
      },
    }),
  }));
