import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { domain, registered } from '../../src/services/route53domains/domain.ts';

/** Codes by which a registry refuses transfers: the registrar's own, and the registry's, which is stronger. */
const locks: ReadonlySet<string> = new Set(['clienttransferprohibited', 'servertransferprohibited']);

export default defineCheck({
  id: 'route53-domain-transfer-lock-enabled',
  title: 'Domains are locked against transfer',
  resource: domain,
  needs: ['details'],
  risk: 'Whoever gets hold of a mailbox or an authorization code moves the domain to a registrar of his own, and with it mail, sites and certificates.',
  fix: {
    // Which top-level domains have no lock AWS lists in no place that could be read: EnableDomainTransferLock answers TLDRulesViolation there.
    text: 'Lock the domain; unlock it only for a transfer of your own. Registries of some top-level domains have no lock, which the command then says: suppress it there.',
    cli: 'aws route53domains enable-domain-transfer-lock --domain-name {id}',
  },
  references: [registered, 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/domain-lock.html'],
  evaluate({ id, transferLock, details: { statuses } }) {
    const seen = { transferLock, statuses };
    // The registry's word counts: a lock that was asked for a moment ago is not in force yet.
    const lock = (statuses ?? []).find((status) => locks.has((status.split(/[\s#]/)[0] ?? '').toLowerCase()));
    if (lock !== undefined) return pass(`Domain ${id} is locked against transfer (${lock})`, seen);
    if (transferLock === true) return pass(`Domain ${id} is locked against transfer`, seen);
    if (transferLock === false)
      return fail(`Domain ${id} is not locked against transfer; expected clientTransferProhibited`, seen);
    return unknown(`AWS does not say whether domain ${id} is locked against transfer`);
  },
});
