import { along } from '../../engine/check.ts';
import { judged } from '../../engine/forms/judged.ts';
import type { RowId } from '../../engine/rows.ts';
import { address } from '../../services/ec2/address.ts';
import { vpc } from '../../services/ec2/vpc.ts';
import { regionQuotas } from '../../services/servicequotas/quotas.ts';
import { judgeQuota, type quotaSettings } from './quota.ts';

/** Whether one of the resources counts towards the quota; undefined: neither AWS nor its documentation says. */
type Counts = boolean | undefined;

const tally = (counts: readonly Counts[]) => ({
  used: counts.filter((each) => each === true).length,
  perhaps: counts.filter((each) => each === undefined).length,
});

const common = (what: string, settings: typeof quotaSettings) => ({
  title: `${what} of a region are well below their quota`,
  settings,
  risk: `Where the quota is reached, nobody can make more ${what} in the region: deployments wait until somebody has raised it.`,
  fix: {
    text: `Delete ${what} that nobody uses, or ask for a higher quota in Service Quotas, in the region, before it is reached.`,
  },
});

/** VPCs of the account, the default one included; those that another account shares are counted there. */
export const vpcsPerRegion = (id: RowId, { settings: own }: { readonly settings: typeof quotaSettings }) =>
  judged(regionQuotas, id, {
    ...common('VPCs', own),
    needs: ['vpc'],
    along: { vpcs: along(vpc, { reach: 'region' }) },
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html'],
    judge: ({ name, account, vpc: quotas }, { along: { vpcs }, settings }) => {
      const counts = vpcs.map(({ ownerId }) => (ownerId === undefined ? undefined : ownerId === account));
      return judgeQuota({ name, what: 'VPCs', ...tally(counts), quota: quotas.vpcs }, settings);
    },
    examples: ({ account }) => {
      const own = { id: 'vpc-1', ownerId: account };
      const vpcs = (...all: object[]) => ({ along: { vpcs: all } });
      return [
        { when: 'few are used', given: { vpc: { vpcs: 5 } }, ...vpcs(own, own, own), expect: 'pass' },
        { when: 'four of five are used', given: { vpc: { vpcs: 5 } }, ...vpcs(own, own, own, own), expect: 'fail' },
        {
          when: 'others own some',
          given: { vpc: { vpcs: 5 } },
          ...vpcs(own, own, own, { ...own, ownerId: '999999999999' }),
          expect: 'pass',
        },
        {
          when: 'it is not told who owns one, and it matters',
          given: { vpc: { vpcs: 5 } },
          ...vpcs(own, own, own, { id: 'vpc-2' }),
          expect: 'unknown',
        },
        {
          when: 'it is not told who owns one, and it does not matter',
          given: { vpc: { vpcs: 100 } },
          ...vpcs(own, { id: 'vpc-2' }),
          expect: 'pass',
        },
        { when: 'the quota is not told', given: { vpc: {} }, ...vpcs(own), expect: 'unknown' },
      ];
    },
  });

/**
 * Elastic IP addresses from Amazon's pool. Whether those of an own pool, and those that an AWS service manages, count as well is
 * nowhere documented: where it matters, that is unknown.
 */
export const elasticIps = (id: RowId, { settings: own }: { readonly settings: typeof quotaSettings }) =>
  judged(regionQuotas, id, {
    ...common('Elastic IP addresses', own),
    needs: ['ec2'],
    along: { addresses: along(address, { reach: 'region' }) },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/elastic-ip-addresses-eip.html'],
    judge: ({ name, ec2: quotas }, { along: { addresses }, settings }) => {
      const counts = addresses.map(({ pool, serviceManaged }) =>
        pool === 'amazon' && serviceManaged === undefined ? true : undefined,
      );
      return judgeQuota({ name, what: 'Elastic IP addresses', ...tally(counts), quota: quotas.elasticIps }, settings);
    },
    examples: () => {
      const own = { id: 'eipalloc-1', pool: 'amazon' };
      const given = { ec2: { elasticIps: 5 } };
      const addresses = (...all: object[]) => ({ along: { addresses: all } });
      return [
        { when: 'few are used', given, ...addresses(own, own), expect: 'pass' },
        { when: 'four of five are used', given, ...addresses(own, own, own, own), expect: 'fail' },
        {
          when: 'one is from an own pool',
          given,
          ...addresses(own, own, own, { ...own, pool: 'ipv4pool-ec2-1' }),
          expect: 'unknown',
        },
        {
          when: 'one is managed by a service',
          given,
          ...addresses(own, own, own, { ...own, serviceManaged: 'alb' }),
          expect: 'unknown',
        },
        { when: 'the quota is not told', given: { ec2: {} }, ...addresses(own), expect: 'unknown' },
      ];
    },
  });
