import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { looksIntoOrganization, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';

export default defineCheck({
  id: 'organizations-effective-policies-valid',
  title: 'Management policies in force are valid in every account',
  resource: organization,
  needs: ['invalidPolicies'],
  derived: { standing },
  risk: 'Where the policies that an account inherits contradict each other or are too long, AWS does not put into force what was written: backups, tags or declarations that everybody counts on are missing.',
  fix: {
    text: 'Look at the errors of the account with list-effective-policy-validation-errors, which name the policies that contribute and where they are wrong, and mend or detach one of them.',
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/invalid-policy-alerts.html'],
  evaluate({ invalidPolicies }, { derived }) {
    const elsewhere = notHere(looksIntoOrganization(derived.standing), 'the policies of the organization');
    if (elsewhere !== undefined) return elsewhere;
    if (invalidPolicies === undefined)
      return notApplicable('the account is not told of the policies of its organization');
    const { types, found } = invalidPolicies;
    if (types.length === 0) return notApplicable('the organization has turned on no type of management policy');
    const accounts = [...new Set(found.map(({ account }) => account))];
    return found.length === 0
      ? pass(`The organization has valid policies in force in every account (${types.join(', ')})`, { types })
      : fail(
          `The organization has invalid policies in ${accounts.length} account${accounts.length === 1 ? '' : 's'}: ${found
            .slice(0, 3)
            .map(
              ({ account, policyType, errors }) =>
                `${policyType} in ${account}${errors.length === 0 ? '' : ` (${errors.join(', ')})`}`,
            )
            .join('; ')}`,
          { found },
        );
  },
});
