import { shell } from '../../src/text/shell.ts';
import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { labelOf } from '../../src/services/ec2/tags.ts';
import { vpcEndpointService } from '../../src/services/ec2/vpc-endpoint-service.ts';

export default defineCheck({
  id: 'vpc-endpoint-service-trusted-principals',
  title: 'Endpoint services may be connected to by trusted accounts only',
  resource: vpcEndpointService,
  needs: ['allowedPrincipals'],
  risk: 'Accounts outside the trust boundary can reach the load balancer behind the service over PrivateLink, past every internet-facing control.',
  fix: {
    text: 'Remove principals that are not yours or your partners\', never allow "*", and require acceptance of connections. Name partners in the configuration\'s trusted accounts.',
    exact: (subject, { trustedAccounts }) => ({
      note: 'Connections that were accepted stay until they are rejected.',
      cli: shell`aws ec2 modify-vpc-endpoint-service-permissions --service-id ${subject.id} --remove-allowed-principals ${strangersOf(subject, trustedAccounts)}`,
    }),
  },
  references: ['https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html'],
  evaluate(subject, { trustedAccounts }) {
    const { allowedPrincipals, acceptanceRequired } = subject;
    const name = labelOf(subject);
    const strangers = strangersOf(subject, trustedAccounts);
    if (allowedPrincipals.length === 0) return pass(`${name} may be connected to by this account only`);
    if (strangers.length === 0)
      return pass(`${name} may be connected to by trusted accounts only`, { allowedPrincipals });
    const who = strangers.includes('*') ? 'every AWS account' : strangers.join(', ');
    const gate = acceptanceRequired === true ? 'after acceptance' : 'without acceptance';
    return fail(`${name} may be connected to by ${who} ${gate}; expected trusted accounts only`, {
      principals: strangers,
      acceptanceRequired,
    });
  },
});

/** The principals of accounts that are neither the own one nor trusted. */
const strangersOf = (
  { allowedPrincipals, account }: { readonly allowedPrincipals: readonly string[]; readonly account: string },
  trustedAccounts: readonly string[],
): string[] =>
  allowedPrincipals.filter((principal) => {
    const owner = accountOf(principal);
    return owner === undefined || (owner !== account && !trustedAccounts.includes(owner));
  });

/**
 * The account a principal belongs to: of an organisation's or organisational unit's ARN, its management account.
 * Undefined for `*` and whatever names no account.
 */
function accountOf(principal: string): string | undefined {
  if (/^\d{12}$/.test(principal)) return principal;
  const account = principal.split(':')[4];
  return account !== undefined && /^\d{12}$/.test(account) ? account : undefined;
}
