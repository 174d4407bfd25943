import { defineCheck, fail, notApplicable, pass } from '../../src/engine/check.ts';
import { putRecorder } from '../../src/judgements/logs/put-recorder.ts';
import { recorder } from '../../src/services/config/recorder.ts';

export default defineCheck({
  id: 'config-recorder-service-linked-role',
  title: 'AWS Config records with its service-linked role',
  resource: recorder,
  risk: 'A role of your own can lack permissions for new resource types, which are then silently not recorded, or hold more of them than recording needs.',
  fix: {
    text: 'Let the recorder use the service-linked role AWSServiceRoleForConfig, which AWS keeps up to date.',
    exact: ({ account, partition, recorder: found }) => ({
      note: 'Where the account has no such role yet, `aws iam create-service-linked-role --aws-service-name config.amazonaws.com` makes it.',
      ...(found === undefined
        ? {}
        : {
            cli: putRecorder({
              ...found,
              roleArn: `arn:${partition}:iam::${account}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
            }),
          }),
      terraform:
        'resource "aws_iam_service_linked_role" "config" {\n  aws_service_name = "config.amazonaws.com"\n}\nresource "aws_config_configuration_recorder" "this" {\n  role_arn = aws_iam_service_linked_role.config.arn\n}',
    }),
  },
  references: [
    'https://docs.aws.amazon.com/config/latest/developerguide/using-service-linked-roles.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/config-controls.html',
  ],
  evaluate({ name, recorder: found }) {
    if (found === undefined) return notApplicable('there is no configuration recorder');
    const { roleArn } = found;
    if (roleArn === undefined) return fail(`${name} records without a role`, { recorder: found.name });
    return roleArn.endsWith(':role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig')
      ? pass(`${name} records with its service-linked role`, { role: roleArn })
      : fail(`${name} records with role ${roleArn}, not with its service-linked role`, { role: roleArn });
  },
});
