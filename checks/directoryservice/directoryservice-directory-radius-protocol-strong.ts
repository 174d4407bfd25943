import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { directory, notThere } from '../../src/services/directoryservice/directory.ts';

const weak = fail('{label} speaks {radiusProtocol} with its RADIUS servers; expected MS-CHAPv2');

export default state(directory, 'directoryservice-directory-radius-protocol-strong', {
  title: 'Directories speak the strongest protocol with RADIUS servers',
  at: 'radiusProtocol',
  unless: [...notThere, { at: 'radius', is: [undefined], because: '{label} has no RADIUS server' }],
  is: {
    'MS-CHAPv2': pass('{label} speaks MS-CHAPv2 with its RADIUS servers'),
    'MS-CHAPv1': weak,
    CHAP: weak,
    PAP: weak,
  },
  unsaid: unknown('AWS does not say which protocol {label} speaks with its RADIUS servers'),
  risk: 'Who listens between the directory and its RADIUS servers learns the codes or passwords that users type, or what they can be computed from.',
  fix: {
    text: 'Have the RADIUS servers accept MS-CHAPv2, then update the settings of the directory; every setting has to be given again, the shared secret too.',
    cli: 'aws ds update-radius --directory-id {id} --radius-settings RadiusServers=RADIUS_SERVER,RadiusPort=1812,RadiusTimeout=10,RadiusRetries=3,SharedSecret=SHARED_SECRET,AuthenticationProtocol=MS-CHAPv2,DisplayLabel=MFA',
  },
  references: ['https://docs.aws.amazon.com/directoryservice/latest/devguide/API_RadiusSettings.html'],
});
