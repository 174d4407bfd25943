import { along, defineCheck, fail, notApplicable, pass, unknown, unknownWithout } from '../../src/engine/check.ts';
import { key } from '../../src/services/kms/key.ts';
import { hostedZone } from '../../src/services/route53/hosted-zone.ts';
import { arnAccount, parseArn } from '../../src/text/arn.ts';

export default defineCheck({
  id: 'route53-zone-dnssec-key-active',
  title: 'Key-signing keys of signed zones are active, and their KMS keys enabled',
  resource: hostedZone,
  needs: ['dnssec'],
  along: { keys: along(key, { needs: ['details'], optional: true }) },
  risk: 'When Route 53 can no longer sign, resolvers that validate refuse every answer: the domain is gone for them.',
  fix: {
    text: 'Enable the KMS key again (cancel its deletion first) and give Route 53 back its permissions in the key policy; where the key is lost, take the DS record out at the parent, wait for its TTL, and make a new key-signing key.',
  },
  references: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-ksk.html',
    'https://docs.aws.amazon.com/Route53/latest/APIReference/API_KeySigningKey.html',
  ],
  evaluate({ name, account, dnssec }, { along: { keys }, unreadAlong, regions, unreadRegions }) {
    if (dnssec.serving === 'PRIVATE') return notApplicable('the zone is private: DNSSEC is of public ones');
    if (dnssec.serving === 'NOT_SIGNING' && dnssec.keys.length === 0)
      return notApplicable('the zone is not signed and has no key-signing key');
    const called = ({ name: one }: { readonly name: string | undefined }) => one ?? 'without a name';
    const [broken] = dnssec.keys.filter(({ status }) => status === 'ACTION_NEEDED' || status === 'INTERNAL_FAILURE');
    if (broken !== undefined)
      return fail(
        `Key-signing key ${called(broken)} of ${name} is ${broken.status}${broken.says === undefined ? '' : ` (${broken.says})`}; expected ACTIVE`,
        dnssec,
      );
    const active = dnssec.keys.filter(({ status }) => status === 'ACTIVE');
    if (active.length === 0)
      return dnssec.serving === 'NOT_SIGNING'
        ? notApplicable('the zone is not signed, and none of its key-signing keys is active')
        : fail(
            `${name} has no active key-signing key (${dnssec.keys.map(({ status }) => status).join(', ') || 'none'}); expected one`,
            dnssec,
          );
    const found = active.map((one) => ({ one, kms: keys.find(({ arn }) => arn === one.kmsArn) }));
    const [off] = found.filter(({ kms }) => kms?.details.state !== undefined && kms.details.state !== 'Enabled');
    if (off !== undefined)
      return fail(
        `KMS key ${off.one.kmsArn} of key-signing key ${called(off.one)} of ${name} is ${off.kms?.details.state}; expected Enabled`,
        { ...dnssec, kms: off.kms?.details },
      );
    const [missing] = found.filter(({ kms }) => kms?.details.state === undefined);
    if (missing === undefined)
      return pass(
        `${name} has the active key-signing key ${active.map(called).join(', ')}, with its KMS key enabled`,
        dnssec,
      );
    const which = `the KMS key of key-signing key ${called(missing.one)} of ${name}`;
    if (arnAccount(missing.one.kmsArn) !== account)
      return unknown(`${which} is of another account: ${missing.one.kmsArn}`);
    if ('keys' in unreadAlong)
      return unknownWithout(`${which} was not read: ${unreadAlong['keys']?.cause ?? ''}`, ['keys']);
    const region = parseArn(missing.one.kmsArn ?? '')?.[3] ?? '';
    if (unreadRegions.includes(region) || !regions.includes(region))
      return unknown(`${which} was not read: keys of ${region} were not`);
    return fail(
      `KMS key ${missing.one.kmsArn} of key-signing key ${called(missing.one)} of ${name} is no more; expected that it is enabled`,
      dnssec,
    );
  },
});
