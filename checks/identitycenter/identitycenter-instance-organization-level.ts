import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { managerOf, notInOne, standing } from '../../src/judgements/organization/standing.ts';
import { identityInstance } from '../../src/services/identitycenter/instance.ts';

export default defineCheck({
  id: 'identitycenter-instance-organization-level',
  title: "Instance of IAM Identity Center is the organization's",
  resource: identityInstance,
  derived: { standing },
  risk: 'An instance of a single account has users and applications that the organization does not see: who leaves the company stays in it.',
  fix: {
    text: "Move the applications to the organization's instance and delete the one of the account; its users, groups and assignments go with it. In the management account, account instances can be turned off for members.",
    cli: 'aws sso-admin delete-instance --instance-arn {arn}',
  },
  references: ['https://docs.aws.amazon.com/singlesignon/latest/userguide/control-account-instance.html'],
  evaluate({ id, name, owner, account }, { derived }) {
    const { standing: found } = derived;
    const outside = notInOne(found);
    if (outside !== undefined) return outside;
    const called = name === id ? `Identity Center instance ${id}` : `Identity Center instance ${name} (${id})`;
    const management = managerOf(found, account);
    if (management === undefined) return unknown('AWS does not say which account manages the organization');
    const observed = { owner, managementAccount: management };
    return owner === management
      ? pass(`${called} is the organization's`, observed)
      : fail(`${called} is an instance of account ${owner ?? '?'} alone, not of the organization`, observed);
  },
});
