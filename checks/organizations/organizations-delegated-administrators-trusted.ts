import { defineCheck, fail, notApplicable, pass, unknownWithout } from '../../src/engine/check.ts';
import { looksIntoOrganization, notHere, standing } from '../../src/judgements/organization/standing.ts';
import { organization } from '../../src/services/organizations/organization.ts';
import { shell } from '../../src/text/shell.ts';

export default defineCheck({
  id: 'organizations-delegated-administrators-trusted',
  title: 'Services are delegated to trusted accounts only',
  resource: organization,
  derived: { standing },
  risk: 'A delegated administrator reads, and for many services changes, what every account of the organization has; one that nobody remembers is a way into all of them.',
  fix: {
    text: 'Take the delegation of each service away from accounts that are not meant to have it, or name the account in trustedAccounts of the configuration. The service goes on under its new administrator, which has to be appointed.',
    exact(_organization, { derived, trustedAccounts }) {
      const { standing: found } = derived;
      if (found.kind === 'alone' || found.kind === 'unknown' || found.delegations.kind !== 'told') return {};
      const lines = found.delegations.administrators
        .filter(({ id }) => !trustedAccounts.includes(id))
        .flatMap(({ id, services }) =>
          services.map(
            (service) =>
              shell`aws organizations deregister-delegated-administrator --account-id ${id} --service-principal ${service}`,
          ),
        );
      return { cli: lines.join('\n') };
    },
  },
  references: ['https://docs.aws.amazon.com/organizations/latest/userguide/orgs_integrate_delegated_admin.html'],
  evaluate(_organization, { derived, trustedAccounts }) {
    const { standing: found } = derived;
    const elsewhere = notHere(looksIntoOrganization(found), 'who administers services for the organization');
    if (elsewhere !== undefined) return elsewhere;
    if (found.kind === 'alone' || found.kind === 'unknown')
      return notApplicable('the account is not in an organization');
    const { delegations } = found;
    if (delegations.kind !== 'told')
      return unknownWithout(
        `who administers services for the organization is not known${delegations.kind === 'unknown' ? `: ${delegations.cause}` : ''}`,
        ['delegations'],
      );
    const all = delegations.administrators;
    if (all.length === 0)
      return pass('The organization delegates no service to another account', { administrators: [] });
    const strange = all.filter(({ id }) => !trustedAccounts.includes(id));
    const named = strange.map(
      ({ id, name, services }) => `${id}${name === undefined ? '' : ` (${name})`} for ${services.join(', ')}`,
    );
    return strange.length === 0
      ? pass(`The organization delegates services to trusted accounts only: ${all.map(({ id }) => id).join(', ')}`, {
          administrators: all,
        })
      : fail(
          `The organization delegates services to ${strange.length === 1 ? 'an account' : `${strange.length} accounts`} that the configuration does not call trusted: ${named.join('; ')}`,
          { administrators: strange },
        );
  },
});
