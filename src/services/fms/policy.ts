import { MalformedAnswer } from '../../aws/errors.ts';
import { listed } from '../../inventory/listed.ts';
import { notAdministrator } from './administrator.ts';
import { fms } from './service.ts';

/** Accounts and organizational units; left out where there are none: https://docs.aws.amazon.com/fms/2018-01-01/APIReference/API_Policy.html */
const namesIn = (map: Readonly<Record<string, readonly string[] | undefined>> | undefined): readonly string[] =>
  Object.values(map ?? {}).flatMap((ids) => ids ?? []);

/**
 * Policies of Firewall Manager in a region, told to its administrators only; elsewhere there are none. Those for CloudFront and Shield
 * Advanced are in us-east-1.
 */
export const firewallPolicy = listed(fms, 'AWS::FMS::Policy', 'ListPolicies', {
  at: 'PolicyList',
  input: { MaxResults: 100 },
  noneOn: notAdministrator,
  id: ({ PolicyId }) => PolicyId,
  keep: {
    arn: 'PolicyArn',
    name: 'PolicyName',
    kind: 'SecurityServiceType',
    remediation: 'RemediationEnabled',
    /** `OUT_OF_ADMIN_SCOPE`: another administrator's. */
    scope: 'PolicyStatus',
  },
  label: ({ name }) => `Firewall Manager policy ${name}`,
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/working-with-policies.html'],
}).facets((facet) => ({
  /** Which accounts and organizational units it is for, or not for. Both may be empty: then it is for all. */
  accounts: facet({
    calls: ['GetPolicy'],
    async read(api, { id }) {
      const { Policy } = await api.call('GetPolicy', { PolicyId: id });
      if (Policy === undefined) throw new MalformedAnswer('GetPolicy gives no policy');
      return { included: namesIn(Policy.IncludeMap), excluded: namesIn(Policy.ExcludeMap) };
    },
  }),
  /** By account in its scope: whether it complies, as far as it was looked at. */
  compliance: facet({
    calls: ['ListComplianceStatus'],
    async read(api, { id }) {
      const found = [];
      for await (const page of api.pages('ListComplianceStatus', { PolicyId: id, MaxResults: 100 })) {
        for (const { MemberAccount: account, EvaluationResults, IssueInfoMap } of page.PolicyComplianceStatusList ?? [])
          if (account !== undefined)
            found.push({
              account,
              /** Left out, nobody has looked yet. */
              results: EvaluationResults?.map((one) => ({
                status: one.ComplianceStatus,
                violators: one.ViolatorCount,
                /** More than the hundred that are counted. */
                more: one.EvaluationLimitExceeded === true,
              })),
              /** Services that Firewall Manager could not look at, such as `AWSCONFIG`. */
              issues: IssueInfoMap === undefined ? undefined : Object.keys(IssueInfoMap).sort(),
            });
      }
      return found;
    },
  }),
}));
