import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { setName } from '../../src/judgements/policies/permission-set.ts';
import { permissionSet } from '../../src/services/identitycenter/permission-set.ts';

export default defineCheck({
  id: 'identitycenter-permission-set-permissions-boundary-set',
  title: 'Permission sets have a permissions boundary',
  resource: permissionSet,
  needs: ['described', 'boundary'],
  risk: 'Whoever may change the policies of the set gives its users any right, in every account in which it is assigned.',
  fix: {
    text: 'Give the set a policy as its boundary that holds the most its users may ever do; it gives nothing by itself. Provision the set again, so that the accounts get it.',
  },
  references: [
    'https://docs.aws.amazon.com/singlesignon/latest/userguide/permissionsetcustom.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  ],
  evaluate(set) {
    const name = setName(set);
    const { boundary } = set;
    if (boundary === undefined) return fail(`${name} has no permissions boundary`);
    const called = 'arn' in boundary ? boundary.arn : `${boundary.path}${boundary.name} of each account`;
    return pass(`${name} has the permissions boundary ${called}`, { boundary });
  },
});
