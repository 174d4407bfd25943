import { resource } from '../../inventory/resource.ts';
import { fms } from './service.ts';

/**
 * How Firewall Manager refuses an account that is none of its administrators, or an organisation that has none, in words that a
 * policy's denial does not have (`User: … is not authorized`). The reference does not tell them; they are as users report them:
 * https://github.com/rebuy-de/aws-nuke/issues/992, https://github.com/crossplane-contrib/provider-upjet-aws/issues/296,
 * https://github.com/hashicorp/terraform/issues/30545.
 */
export const notAdministrator = [
  'AccessDeniedException: No default admin could be found',
  'AccessDeniedException: Account: ',
  'AccessDeniedException: Operation: ',
] as const;

/** Who administers Firewall Manager for the organisation, which every member is told. */
export const firewallManager = resource(fms, 'AWS::::Account', {
  calls: [],
  scope: 'global',
  singleton: true,
  async *list({ account }) {
    yield { id: account, name: 'Firewall Manager' };
  },
  arn: ({ id }, { partition }) => `arn:${partition}:fms::${id}:administrator`,
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/fms-chapter.html'],
}).facets((facet) => ({
  /** Absent: the organisation has none. */
  administrator: facet.call('GetAdminAccount', {
    absentOn: ['ResourceNotFoundException', ...notAdministrator],
    keep: ({ AdminAccount, RoleStatus }) => ({ account: AdminAccount, status: RoleStatus }),
  }),
}));
