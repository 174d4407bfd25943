import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default state(iamAccount, 'iam-root-no-signing-certificates', {
  title: 'Root user has no signing certificates',
  about: 'root user',
  at: 'summary.AccountSigningCertificatesPresent',
  is: { 0: pass('The root user has no signing certificate') },
  otherwise: fail('The root user has a signing certificate'),
  unsaid: unknown('AWS does not say whether the root user has signing certificates'),
  risk: 'With the private key of such a certificate, requests are signed as the root user: without MFA and beyond every policy.',
  fix: {
    text: 'Find out whether anything still signs with it; only old SOAP interfaces do. Then sign in as the root user and delete it on the page of its security credentials: nobody else can.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html',
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-best-practices.html',
  ],
});
