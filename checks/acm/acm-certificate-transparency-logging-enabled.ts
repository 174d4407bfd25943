import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { certificate } from '../../src/services/acm/certificate.ts';

/** Since then ACM writes every public certificate into a log: https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateOptions.html */
const alwaysSince = '2026-06-12';

const notValid: ReadonlySet<string> = new Set([
  'PENDING_VALIDATION',
  'VALIDATION_TIMED_OUT',
  'FAILED',
  'EXPIRED',
  'REVOKED',
]);

export default defineCheck({
  id: 'acm-certificate-transparency-logging-enabled',
  title: 'Certificates are set to be in a log of certificate transparency',
  resource: certificate,
  needs: ['renewal'],
  risk: 'Browsers warn of certificates that are in no log, and the owner of the domain does not find what was issued for it.',
  fix: {
    text: 'Nothing has to be set: ACM no longer lets anybody opt out. Renew the certificate, or request it anew and put it in place of this one.',
  },
  references: [
    'https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html',
    'https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateOptions.html',
  ],
  evaluate({ name, status, type, notBefore, renewal }) {
    if (status !== undefined && notValid.has(status)) return notApplicable(`${name} is not valid (${status})`);
    if (type === 'IMPORTED') return notApplicable(`${name} was imported: who issued it decides whether it is logged`);
    if (type === 'PRIVATE')
      return notApplicable(`${name} is of a private authority, whose certificates are not logged`);
    if (status === undefined || type !== 'AMAZON_ISSUED')
      return unknown(`AWS does not say ${status === undefined ? 'whether' : 'how'} ${name} was issued`);
    if (notBefore !== undefined && notBefore >= alwaysSince)
      return pass(
        `${name} was issued on ${notBefore.slice(0, 10)}, and since ${alwaysSince} every public one is logged`,
      );
    const { transparency } = renewal;
    if (transparency === 'ENABLED')
      return pass(`${name} is set to be in a log of certificate transparency`, { transparency });
    if (transparency !== 'DISABLED')
      return unknown(`AWS does not say whether ${name} is set to be in a log of certificate transparency`);
    return notBefore === undefined
      ? unknown(`AWS does not say when ${name} was issued, which was opted out of certificate transparency`)
      : fail(
          // The preference could be changed after that, so it does not say how the certificate was issued.
          `${name} is opted out of certificate transparency, and was issued on ${notBefore.slice(0, 10)}, when that still counted`,
          { transparency, notBefore },
        );
  },
});
