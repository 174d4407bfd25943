import { defineCheck } from '../../src/engine/check.ts';
import { judgeAttached, policiesInUse, turnOn } from '../../src/judgements/organization/attached.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

const type = 'RESOURCE_CONTROL_POLICY';

export default defineCheck({
  id: 'organizations-rcp-enabled',
  title: 'Resource control policies limit who gets at resources',
  resource: organization,
  derived: { standing },
  along: policiesInUse,
  risk: 'Each resource policy in each account decides alone whom it lets in: one that was written too wide opens a bucket or a key to strangers.',
  fix: {
    text: 'Turn resource control policies on and attach one that denies principals outside the organization what nobody outside needs, with an exception for services of AWS. RCPFullAWSAccess, which AWS attaches, denies nothing.',
    exact: (_organization, context) => turnOn(type, context),
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html'],
  evaluate: (_organization, context) => judgeAttached({ type, what: 'resource control policies' }, context),
});
