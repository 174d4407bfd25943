import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { each } from '../../src/engine/forms/index.ts';
import { directory, notThere } from '../../src/services/directoryservice/directory.ts';
import { daysUntil } from '../../src/text/time.ts';

export default each(directory, 'directoryservice-directory-ldaps-certificate-not-expiring', {
  title: 'Certificates for LDAPS of directories do not expire soon',
  list: 'ldapsCertificates.certificates',
  settings: {
    days: { type: 'integer', default: 90, min: 1, max: 3650, describe: 'days that a certificate must be valid for' },
  },
  test({ state, use, expiresAt }, { now, settings: { days } }) {
    if (use !== 'ClientLDAPS' || (state !== undefined && state !== 'Registered')) return 'skip';
    const left = daysUntil(expiresAt, now);
    return left === undefined || state === undefined ? 'unsaid' : left < days ? 'bad' : 'good';
  },
  such: {
    good: { state: 'Registered', use: 'ClientLDAPS', expiresAt: '2099-01-01T00:00:00.000Z' },
    bad: { state: 'Registered', use: 'ClientLDAPS', expiresAt: '2020-01-01T00:00:00.000Z' },
  },
  called: '{name}, until {expiresAt:day}',
  unless: notThere,
  pass: pass('{label} has certificates for LDAPS that last ({good:some})'),
  fail: fail('{label} has certificates for LDAPS that expire within {settings.days} days or did ({bad:some})'),
  none: notApplicable('{label} has no certificate registered for LDAPS'),
  absent: notApplicable('{label} has no certificates for LDAPS'),
  risk: 'On that day services that ask the directory over LDAPS cannot any more: nobody signs in to WorkSpaces and what else uses it.',
  fix: {
    text: 'Register the certificate of the authority that comes after it, see that LDAPS goes on with it, then deregister the old one.',
    cli: 'aws ds register-certificate --directory-id {id} --certificate-data CA_CERTIFICATE_PEM',
  },
  references: [
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_ldap_client_side.html',
    'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_CertificateInfo.html',
  ],
});
