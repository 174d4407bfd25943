import { along, defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { elsewhere, standing } from '../../src/judgements/organization/standing.ts';
import { identityInstance } from '../../src/services/identitycenter/instance.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'identitycenter-instance-exists',
  title: 'People sign in through IAM Identity Center',
  resource: organization,
  along: { instances: along(identityInstance, { witness: true }) },
  derived: { standing },
  risk: 'Without one place where people sign in, each account has users of its own, with passwords and keys that last and that nobody takes away when somebody leaves.',
  fix: {
    text: 'Enable IAM Identity Center in the management account, in the region where the directory is meant to be, connect the identity provider, and give access to accounts by permission sets. It cannot be moved to another region later, only extended.',
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/enable-identity-center.html'],
  evaluate({ account }, { along: { instances }, derived }) {
    const active = instances.find(({ status }) => status === 'ACTIVE');
    const whose = (owner: string | undefined): string => (owner === account ? '' : ` of account ${owner ?? '?'}`);
    if (active !== undefined)
      return pass(
        `IAM Identity Center is enabled in ${active.region}, with instance ${active.id}${whose(active.owner)}`,
        {
          instance: active.arn,
          owner: active.owner,
          region: active.region,
        },
      );
    const [other] = instances;
    if (other !== undefined)
      return other.status === undefined
        ? unknown(`AWS does not say in which state Identity Center instance ${other.id} is`)
        : fail(`Identity Center instance ${other.id} is ${other.status}, not ACTIVE`, {
            instance: other.arn,
            status: other.status,
            reason: other.statusReason,
          });
    const { standing: found } = derived;
    return found.kind === 'member'
      ? notApplicable(`no instance of IAM Identity Center is seen here: ${elsewhere(found)}`)
      : fail('IAM Identity Center is not enabled in any region');
  },
});
