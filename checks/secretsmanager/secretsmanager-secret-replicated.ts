import { fail, pass } from '../../src/engine/check.ts';
import { some } from '../../src/engine/forms/index.ts';
import { secret } from '../../src/services/secretsmanager/secret.ts';

export default some(secret, 'secretsmanager-secret-replicated', {
  title: 'Secrets are replicated to another region',
  list: 'replication.replicas',
  by: 'status',
  is: { InSync: 'good', InProgress: 'good', Failed: 'bad' },
  called: ({ region, status, message }) =>
    `${region}${status === 'InProgress' ? ', in progress' : ''}${message === undefined ? '' : `: ${message}`}`,
  unless: [
    {
      such: { primaryRegion: 'eu-south-2' },
      when: ({ name, region, primaryRegion }) =>
        primaryRegion === undefined || primaryRegion === region
          ? undefined
          : `${name} is a replica of the secret in ${primaryRegion}`,
    },
    {
      such: { owningService: 'rds' },
      when: ({ name, owningService }) =>
        owningService === undefined ? undefined : `${owningService} made ${name} and looks after it`,
    },
  ],
  pass: pass('{label} is replicated to {good:some}'),
  fail: fail('{label} could not be replicated ({bad:some})'),
  none: fail('{label} is in one region alone; expected a replica in another'),
  risk: 'When the region has trouble, an application that is moved to another one cannot read the secret and does not start.',
  fix: {
    text: 'Replicate the secret to the region that the application would be moved to; a replica costs as much as a secret. `aws secretsmanager remove-regions-from-replication` undoes it.',
    cli: 'aws secretsmanager replicate-secret-to-regions --secret-id {arn} --add-replica-regions Region=OTHER_REGION',
    terraform:
      'resource "aws_secretsmanager_secret" "this" {\n  name = "{name}"\n  replica {\n    region = "OTHER_REGION"\n  }\n}',
  },
  references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html'],
});
