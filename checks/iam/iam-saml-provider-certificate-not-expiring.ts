import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { samlProvider } from '../../src/services/iam/saml-provider.ts';

const dayMs = 86_400_000;

export default defineCheck({
  id: 'iam-saml-provider-certificate-not-expiring',
  title: 'Certificates of SAML providers do not expire soon',
  resource: samlProvider,
  needs: ['certificates'],
  settings: {
    days: { type: 'integer', default: 30, min: 0, describe: 'days that the last certificate has to be valid for' },
  },
  risk: 'IAM does not act on the dates of a certificate. Once the identity provider changes to a new one that IAM was not given, nobody signs in through it any more; and one that goes on signing with an expired certificate is not looked after.',
  fix: {
    text: 'Get the new metadata of the identity provider, with its new certificate beside the one in use, and put it into the SAML provider (`aws iam update-saml-provider`, which replaces the whole document). Keep the old document to undo it.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_saml.html',
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetSAMLProvider.html',
  ],
  evaluate({ name, certificates }, { now, settings: { days } }) {
    if (certificates.length === 0) return unknown(`no certificate by which ${name} signs was found in its metadata`);
    const ends = certificates.flatMap(({ until }) => until ?? []).sort();
    const last = ends.at(-1);
    const left = last === undefined ? undefined : Math.floor((Date.parse(last) - now) / dayMs);
    const expired = ends.filter((end) => Date.parse(end) <= now).length;
    const seen = { certificates };
    if (last !== undefined && left !== undefined && left >= days)
      return pass(
        `${name} has a certificate that is valid until ${last.slice(0, 10)}${expired === 0 ? '' : `, beside ${expired} expired`}`,
        seen,
      );
    // The one that could not be read may be the new one.
    if (last === undefined || left === undefined || ends.length < certificates.length)
      return unknown(`${certificates.length - ends.length} of the certificates of ${name} could not be read`);
    return left < 0
      ? fail(`${name} has no certificate that is still valid: the last expired on ${last.slice(0, 10)}`, seen)
      : fail(
          `${name} has no certificate that is valid for longer than ${last.slice(0, 10)}, in ${left} days; expected ${days} days or more`,
          seen,
        );
  },
});
