import { manual, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default state(certificate, 'acm-certificate-export-reviewed', {
  title: 'Certificates whose private key can be exported are known',
  at: 'exportOption',
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    { at: 'type', is: ['IMPORTED'], because: 'the private key of {label} came from outside' },
  ],
  is: {
    ENABLED: manual(
      '{label} may be exported with its private key[ (exported: {exported})]: look at who may and who did',
    ),
    DISABLED: pass('{label} cannot be exported'),
  },
  unsaid: unknown('AWS does not say whether {label} may be exported'),
  risk: 'Whoever may call acm:ExportCertificate gets the private key and can pose as the site wherever he likes, unseen.',
  fix: {
    text: 'Look in CloudTrail at the ExportCertificate events of this certificate, and at who is allowed the action. Where nothing outside AWS presents it, request one that cannot be exported: the option cannot be changed afterwards.',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-exportable-certificates.html'],
});
