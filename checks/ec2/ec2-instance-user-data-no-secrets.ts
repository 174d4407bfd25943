import { pass } from '../../src/engine/check.ts';
import { instance } from '../../src/services/ec2/instance.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(instance, 'ec2-instance-user-data-no-secrets', {
  title: 'EC2 instances have no secrets in their user data',
  unless: [{ at: 'userDataSecrets.present', is: [false], verdict: pass('{label} has no user data') }],
  in: 'userDataSecrets',
  place: 'its user data',
  expected: 'secrets that are read from Secrets Manager or Parameter Store',
  risk: 'Every process on the instance can read the user data from the metadata service, and so can everyone who may describe instance attributes.',
  fix: {
    text: 'Let the instance read the secret from Secrets Manager or Parameter Store with its instance profile, take it out of the user data (the instance must be stopped for that: what is in its memory and on instance store is lost), and rotate it.',
    terraform:
      'resource "aws_instance" "this" {\n  iam_instance_profile = aws_iam_instance_profile.reads_secret.name\n  user_data            = file("user-data-without-secrets.sh")\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
    'https://docs.aws.amazon.com/secretsmanager/latest/userguide/best-practices.html',
  ],
});
