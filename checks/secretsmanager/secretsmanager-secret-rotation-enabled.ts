import { fail, pass } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { rotatedElsewhere, secret } from '../../src/services/secretsmanager/secret.ts';

export default state(secret, 'secretsmanager-secret-rotation-enabled', {
  title: 'Secrets are rotated automatically',
  at: 'rotationEnabled',
  unless: rotatedElsewhere,
  is: {
    true: pass('{label} is rotated automatically'),
    false: fail('{label} is not rotated automatically'),
  },
  // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DescribeSecret.html
  unsaid: fail('{label} has never been set up for rotation'),
  risk: 'Whoever got hold of the secret once, in a log or from a former colleague, can use it for ever.',
  fix: {
    text: 'Set up rotation: managed where a service of AWS offers it, otherwise by a Lambda function that changes the secret where it is used.',
    terraform:
      'resource "aws_secretsmanager_secret_rotation" "this" {\n  secret_id           = "{arn}"\n  rotation_lambda_arn = aws_lambda_function.rotation.arn\n  rotation_rules {\n    automatically_after_days = 30\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html'],
});
