import { fail, notApplicable, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { directory } from '../../src/services/directoryservice/directory.ts';

export default some(directory, 'directoryservice-directory-ldaps-enabled', {
  title: 'Services of AWS ask directories over LDAPS',
  list: 'ldaps.settings',
  by: 'status',
  is: { Enabled: 'good', Enabling: 'bad', EnableFailed: 'bad', Disabled: 'bad' },
  called: ({ status = 'the state of LDAPS', reason }) => (reason === undefined ? status : `${status}: ${reason}`),
  pass: pass('{label} has client-side LDAPS enabled'),
  fail: fail('{label} has client-side LDAPS not enabled ({bad:some}); expected that it is'),
  none: fail('{label} has never had client-side LDAPS enabled; expected that it is'),
  absent: notApplicable('{label} has no settings of LDAPS'),
  unless: [
    { at: 'directoryType', is: ['SimpleAD'], because: '{label} is a Simple AD, which has no settings of LDAPS' },
    {
      at: 'directoryType',
      is: ['SharedMicrosoftAD'],
      because: '{label} is shared by another account, where it is judged',
    },
    {
      at: 'stage',
      is: ['Requested', 'Creating', 'Deleting', 'Deleted', 'Failed'],
      because: '{label} is not in use ({stage})',
    },
  ],
  risk: 'Services such as WorkSpaces send what they ask the directory, names and passwords of binds with it, in plain text through the network.',
  fix: {
    text: 'Issue certificates for LDAPS to the domain controllers, register the CA that they chain to, then enable client-side LDAPS; applications that cannot check the certificate lose the directory. `aws ds disable-ldaps` undoes it.',
    cli: 'aws ds register-certificate --directory-id {id} --certificate-data CA_CERTIFICATE_PEM\naws ds enable-ldaps --directory-id {id} --type Client',
  },
  references: [
    'https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_ldap_client_side.html',
    'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DescribeLDAPSSettings.html',
  ],
});
