import { fail, pass } from '../../engine/check.ts';
import { assumesAnyRole, grantsFullService, usesNotActionAllow } from '../../iam/document.ts';
import { statementEvidence, statementName } from '../../iam/statement.ts';
import type { PolicyQuestion } from './ask-policy.ts';
import { allowsDecryption } from './decryption.ts';
import { givesNoFullService, notAdministrator, notGranted, passesNamedRoles, unreadable } from './document-verdicts.ts';

export const leastPrivilege =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege';
const validation = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_policy-validation.html';
export const passRole = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html';

const reading = { Action: ['s3:GetObject'], Resource: ['arn:aws:s3:::example-bucket/*'] };
/** A statement that lets one role be passed to one service. */
export const passing = {
  Action: ['iam:PassRole'],
  Resource: ['arn:aws:iam::111122223333:role/deploy'],
  Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
};

export const noAdministration: PolicyQuestion = {
  judge: notAdministrator,
  risk: 'Everyone the policy is attached to, and everyone who can become one of them, owns the account.',
  fix: 'Replace the wildcards by the actions and resources that are used; IAM Access Analyzer writes such a policy from CloudTrail.',
  good: reading,
  bad: { Action: '*', Resource: '*' },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html', validation],
};

export const decryptionWithNamedKeys: PolicyQuestion = {
  judge: (name, document) =>
    notGranted(
      name,
      document,
      allowsDecryption(document),
      'allows decryption with keys it does not name',
      'allows decryption at most with keys it names',
    ),
  risk: 'Whoever may decrypt with every key can read all encrypted data whose key policy leaves the decision to IAM.',
  fix: 'Name the ARNs of the keys in Resource for kms:Decrypt and kms:ReEncryptFrom.',
  good: { Action: ['kms:Decrypt'], Resource: ['arn:aws:kms:eu-west-1:111122223333:key/KEY_ID'] },
  bad: { Action: 'kms:Decrypt', Resource: '*' },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html'],
};

export const noAllowingNotAction: PolicyQuestion = {
  judge(name, document) {
    const found = usesNotActionAllow(document);
    const [first] = found;
    if (first === undefined) return unreadable(name, document) ?? pass(`${name} does not allow with NotAction`);
    return fail(`${name} allows everything but a list of actions (${statementName(first)})`, {
      statements: statementEvidence(found),
    });
  },
  risk: 'Allowing everything but a list of actions also allows all that AWS will add, and all that the author did not think of.',
  fix: 'List the allowed actions in Action. To keep actions away, allow what is needed and deny them in a statement with Action.',
  good: reading,
  bad: { NotAction: 'iam:*', Resource: '*' },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html'],
};

export const noServiceAsAWhole: PolicyQuestion = {
  judge: givesNoFullService,
  risk: 'All of a service includes what deletes its data and opens it to others, and every action that AWS will add.',
  fix: 'List the actions that are used in Action, or name the resources that may be used without limit in Resource; IAM Access Analyzer writes such a policy from CloudTrail.',
  good: reading,
  bad: { Action: 's3:*', Resource: '*' },
  references: [leastPrivilege, validation],
};

export const passingNamedRoles: PolicyQuestion = {
  judge: passesNamedRoles,
  risk: 'Whoever may pass every role to a service can let it act with the strongest of them, those of roles made tomorrow included.',
  fix: 'Name the ARNs of the roles in Resource for iam:PassRole, and the services that may get them in a condition on iam:PassedToService.',
  good: passing,
  bad: { Action: 'iam:PassRole', Resource: '*' },
  references: [passRole, leastPrivilege],
};

export const assumingNamedRoles: PolicyQuestion = {
  judge: (name, document) =>
    notGranted(
      name,
      document,
      assumesAnyRole(document),
      'allows assuming roles it does not name',
      'allows assuming at most roles it names',
    ),
  risk: 'Whoever may assume every role whose trust allows it has the sum of their rights, those of roles made tomorrow included.',
  fix: 'Name the ARNs of the roles in Resource for sts:AssumeRole.',
  good: { Action: ['sts:AssumeRole'], Resource: ['arn:aws:iam::111122223333:role/deploy'] },
  bad: { Action: 'sts:AssumeRole', Resource: '*' },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_permissions-to-switch.html'],
};

export const notAllOfCloudTrail: PolicyQuestion = {
  judge: (name, document) =>
    notGranted(
      name,
      document,
      grantsFullService(document, 'cloudtrail'),
      'allows every CloudTrail action on every resource',
      'does not allow every CloudTrail action',
    ),
  risk: 'Whoever controls CloudTrail can stop the trails and delete the traces of everything else.',
  fix: 'Allow the CloudTrail actions that are used; keep StopLogging, DeleteTrail, UpdateTrail and PutEventSelectors for the logging team.',
  good: { Action: ['cloudtrail:LookupEvents'], Resource: ['*'] },
  bad: { Action: 'cloudtrail:*', Resource: '*' },
  references: ['https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html'],
};

export const notAllOfKms: PolicyQuestion = {
  judge: (name, document) =>
    notGranted(
      name,
      document,
      grantsFullService(document, 'kms'),
      'allows every KMS action on every key',
      'does not allow every KMS action',
    ),
  risk: 'Whoever controls KMS decrypts what is encrypted with keys whose policy leaves the decision to IAM, and can have those keys deleted with all data.',
  fix: 'Allow the KMS actions that are used on the keys that are named in Resource; keep ScheduleKeyDeletion, DisableKey, PutKeyPolicy and CreateGrant for those who administer keys.',
  good: { Action: ['kms:Encrypt', 'kms:Decrypt'], Resource: ['arn:aws:kms:eu-west-1:111122223333:key/KEY_ID'] },
  bad: { Action: 'kms:*', Resource: '*' },
  references: ['https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html'],
};
