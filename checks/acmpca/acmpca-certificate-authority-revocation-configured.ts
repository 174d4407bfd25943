import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { certificateAuthority, withoutCertificate } from '../../src/services/acmpca/authority.ts';

export default state(certificateAuthority, 'acmpca-certificate-authority-revocation-configured', {
  title: 'Private certificate authorities tell which certificates they have taken back',
  at: 'revocation',
  is: {
    both: pass('{label} tells what it has taken back by lists (CRL) and by OCSP'),
    crl: pass('{label} tells what it has taken back by lists (CRL)'),
    ocsp: pass('{label} tells what it has taken back by OCSP'),
    none: fail('{label} tells neither by lists (CRL) nor by OCSP what it has taken back; expected one of them'),
  },
  unsaid: unknown('AWS does not say how {label} tells what it has taken back'),
  unless: [
    withoutCertificate,
    { at: 'status', is: ['EXPIRED'], because: '{label} has expired, and its certificates with it' },
    {
      at: 'usageMode',
      is: ['SHORT_LIVED_CERTIFICATE'],
      verdict: pass('{label} issues certificates for seven days at most, which need not be taken back'),
    },
  ],
  risk: 'A certificate whose key was stolen is trusted until it ends: nothing tells clients that it was revoked.',
  fix: {
    text: 'Turn OCSP on, or lists in a bucket of S3. Only certificates that are issued from then on say where to ask: issue the others anew. `Enabled=false` undoes it.',
    cli: `aws acm-pca update-certificate-authority --certificate-authority-arn {arn} --revocation-configuration 'OcspConfiguration={Enabled=true}'`,
  },
  references: ['https://docs.aws.amazon.com/privateca/latest/userguide/revocation-setup.html'],
});
