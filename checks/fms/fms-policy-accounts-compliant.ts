import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { firewallPolicy } from '../../src/services/fms/policy.ts';
import { few } from '../../src/text/few.ts';

const hasIssues = (issues: readonly string[] | undefined): issues is readonly string[] =>
  issues !== undefined && issues.length > 0;

export default defineCheck({
  id: 'fms-policy-accounts-compliant',
  title: 'Accounts comply with the policy of Firewall Manager',
  resource: firewallPolicy,
  needs: ['compliance'],
  risk: 'Accounts that do not comply have resources without the protection that the organization decided on.',
  fix: {
    text: 'Look at the resources of each account in the console of Firewall Manager or with get-compliance-detail, and turn remediation on in the policy, or mend them. Where an issue of a service is shown, such as AWS Config that does not record, that comes first.',
  },
  references: ['https://docs.aws.amazon.com/waf/latest/developerguide/fms-compliance.html'],
  evaluate({ name, scope, compliance }) {
    const called = `Firewall Manager policy ${name}`;
    if (scope === 'OUT_OF_ADMIN_SCOPE') return notApplicable(`${called} is of another administrator`);
    if (compliance.length === 0) return notApplicable(`${called} has no account in its scope`);
    const failing = compliance.filter(
      ({ results }) => results?.some(({ status }) => status === 'NON_COMPLIANT') === true,
    );
    if (failing.length > 0) {
      const words = failing.map(({ account, results }) => {
        const bad = results?.filter(({ status }) => status === 'NON_COMPLIANT') ?? [];
        const count = bad.reduce((sum, { violators }) => sum + (violators ?? 0), 0);
        const least = bad.some(({ more }) => more) ? 'at least ' : '';
        return count === 0 ? account : `${account} (${least}${count} ${count === 1 ? 'resource' : 'resources'})`;
      });
      return fail(
        `${called} is not complied with in ${failing.length} of ${compliance.length} accounts: ${few(words)}`,
        { accounts: failing },
      );
    }
    const unsure = compliance.find(
      ({ results, issues }) =>
        hasIssues(issues) ||
        results === undefined ||
        results.length === 0 ||
        results.some(({ status }) => status !== 'COMPLIANT'),
    );
    if (unsure !== undefined)
      return unknown(
        hasIssues(unsure.issues)
          ? `${called} cannot be judged in account ${unsure.account}: Firewall Manager has issues there with ${unsure.issues.join(', ')}`
          : `${called} was not evaluated in account ${unsure.account}`,
      );
    return pass(
      `${called} is complied with in ${compliance.length === 1 ? '1 account' : `all ${compliance.length} accounts`}`,
      {
        accounts: compliance.length,
      },
    );
  },
});
