import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { directory, notThere } from '../../src/services/directoryservice/directory.ts';

export default state(directory, 'directoryservice-directory-radius-mfa-enabled', {
  title: 'Directories ask for a second factor through RADIUS',
  at: 'radius',
  unless: [
    ...notThere,
    { at: 'directoryType', is: ['SimpleAD'], because: '{label} is a Simple AD, which cannot ask for a second factor' },
  ],
  is: {
    Completed: pass('{label} asks for a second factor through RADIUS'),
    Creating: fail('{label} does not ask for a second factor yet: its RADIUS servers are being set up'),
    Failed: fail('{label} asks for no second factor: setting up its RADIUS servers failed'),
  },
  unsaid: fail('{label} has no RADIUS server; expected that it asks for a second factor'),
  risk: 'A password that was guessed or caught is enough to sign in to WorkSpaces, the console and whatever else trusts the directory.',
  fix: {
    text: 'Set up RADIUS servers in front of your MFA service that the directory reaches, try them with a test user, then enable MFA. `aws ds disable-radius` undoes it.',
    cli: 'aws ds enable-radius --directory-id {id} --radius-settings RadiusServers=RADIUS_SERVER,RadiusPort=1812,RadiusTimeout=10,RadiusRetries=3,SharedSecret=SHARED_SECRET,AuthenticationProtocol=MS-CHAPv2,DisplayLabel=MFA',
  },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/admin-guide/ms_ad_mfa.html'],
});
