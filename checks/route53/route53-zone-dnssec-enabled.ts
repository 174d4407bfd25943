import { fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { hostedZone } from '../../src/services/route53/hosted-zone.ts';

const faulty = fail(
  '{label} is to be signed by DNSSEC and is not in order ({dnssec.serving}[: {dnssec.says}]); expected SIGNING',
);

export default state(hostedZone, 'route53-zone-dnssec-enabled', {
  title: 'Public zones are signed by DNSSEC',
  at: 'dnssec.serving',
  is: {
    SIGNING: pass('{label} is signed by DNSSEC'),
    NOT_SIGNING: fail('{label} is not signed by DNSSEC; expected that it is'),
    DELETING: fail('{label} is losing its signatures of DNSSEC; expected that it is signed'),
    ACTION_NEEDED: faulty,
    INTERNAL_FAILURE: faulty,
    PRIVATE: notApplicable('the zone is private: DNSSEC is of public ones'),
    OTHER: unknown('Route 53 says of the signing of {label} what this version does not know'),
  },
  risk: 'Whoever can forge answers sends the visitors and the mail of the domain to himself, and gets certificates for it.',
  fix: {
    text: 'Make a key-signing key with an asymmetric KMS key in us-east-1 (ECC_NIST_P256, sign and verify), turn signing on, lower the TTLs first, and give the DS record to the parent zone only when signing works: without it there is no chain, and with a wrong one the domain is gone. To undo it, take the DS record out first and wait.',
    cli: 'aws route53 create-key-signing-key --hosted-zone-id {id} --name KEY_NAME --status ACTIVE --key-management-service-arn KEY_ARN --caller-reference KEY_NAME\naws route53 enable-hosted-zone-dnssec --hosted-zone-id {id}',
  },
  references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html'],
});
