import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

export default state(certificate, 'acm-certificate-in-use', {
  title: 'Certificates in Certificate Manager are used',
  at: 'inUse',
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    {
      at: 'exported',
      is: [true],
      because: '{label} was exported, so where it is used is not known',
    },
  ],
  is: {
    true: pass('{label} is used by a resource of AWS'),
    false: fail('{label} is used by no resource of AWS'),
  },
  unsaid: unknown('AWS does not say whether {label} is used'),
  risk: 'A certificate that nothing presents is renewed by nobody and, if it was exported or imported, its key lies about; private ones cost money.',
  fix: {
    text: 'Delete it where nothing needs it. That cannot be undone.',
    cli: 'aws acm delete-certificate --certificate-arn {arn}',
  },
  references: ['https://docs.aws.amazon.com/acm/latest/userguide/acm-services.html'],
});
