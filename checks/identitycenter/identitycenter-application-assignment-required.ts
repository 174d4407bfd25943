import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { identityApplication } from '../../src/services/identitycenter/application.ts';

export default state(identityApplication, 'identitycenter-application-assignment-required', {
  title: 'Only those who are assigned to an application may use it',
  unless: [{ at: 'status', is: ['DISABLED'], because: '{label} is disabled' }],
  at: 'assignmentRequired',
  is: {
    true: pass('{label} lets those in who are assigned to it'),
    false: fail('{label} lets everybody in whom IAM Identity Center knows: no assignment is required'),
  },
  unsaid: unknown('AWS does not say whether {label} lets everybody in'),
  risk: 'Everybody in the directory gets in, guests and leavers who were not removed included, whether the application is for them or not.',
  fix: {
    text: 'Assign the groups that use the application first, then require assignments: everybody else loses it at once.',
    cli: 'aws sso-admin put-application-assignment-configuration --application-arn {arn} --assignment-required',
  },
  references: [
    'https://docs.aws.amazon.com/singlesignon/latest/APIReference/API_PutApplicationAssignmentConfiguration.html',
  ],
});
