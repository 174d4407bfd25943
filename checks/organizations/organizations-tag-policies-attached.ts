import { defineCheck } from '../../src/engine/check.ts';
import { judgeAttached, policiesInUse, turnOn } from '../../src/judgements/organization/attached.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

const type = 'TAG_POLICY';

export default defineCheck({
  id: 'organizations-tag-policies-attached',
  title: 'Tag policies of the organization are attached',
  resource: organization,
  derived: { standing },
  along: policiesInUse,
  risk: 'Tags are spelt differently in every account: costs, access rules and backups that go by them miss what is tagged in another way.',
  fix: {
    text: 'Turn tag policies on and attach one that says how keys and values are spelt; enforce it only after the report shows that little breaks.',
    exact: (_organization, context) => turnOn(type, context),
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_tag-policies.html'],
  evaluate: (_organization, context) => judgeAttached({ type, what: 'tag policies' }, context),
});
