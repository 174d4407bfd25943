import { fail, pass, unknown } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { certificate, notIssued } from '../../src/services/acm/certificate.ts';

const request = 'aws acm request-certificate --domain-name FIRST_NAME --subject-alternative-names OTHER_NAME';

export default each(certificate, 'acm-certificate-no-wildcard-domain', {
  title: 'Certificates name their domains, none with a wildcard',
  list: 'domains',
  // Imported certificates may have a wildcard anywhere in a name.
  test: (domain) => (domain === undefined ? 'unsaid' : domain.includes('*') ? 'bad' : 'good'),
  such: { good: 'shop.example.com', bad: 'shop*.example.com' },
  called: (domain) => domain ?? 'more names than ACM lists',
  unless: [
    { ...notIssued, because: '{label} was not issued' },
    { at: 'status', is: [undefined], verdict: unknown('AWS does not say whether {label} is valid') },
    { at: 'status', is: ['EXPIRED', 'REVOKED'], because: '{label} is not valid any more ({status})' },
  ],
  pass: pass('{label} is for {good:some}, none of them a wildcard'),
  fail: fail('{label} is for every name that fits a wildcard ({bad:some}); expected names one by one'),
  none: unknown('AWS does not say for which domains {label} is'),
  risk: 'Whoever gets hold of its key, on the least guarded of the servers that have it, can be any server of the domain.',
  fix: {
    text: 'Request a certificate with the names that are needed, of the authority that issued an imported one, put it where this one is, then delete this one.',
    exact: ({ type }) =>
      type === 'AMAZON_ISSUED'
        ? { cli: `${request} --validation-method DNS` }
        : type === 'PRIVATE'
          ? { cli: `${request} --certificate-authority-arn AUTHORITY_ARN` }
          : {},
  },
  references: [
    'https://docs.aws.amazon.com/acm/latest/userguide/acm-bestpractices.html',
    'https://docs.aws.amazon.com/acm/latest/APIReference/API_CertificateSummary.html',
  ],
});
