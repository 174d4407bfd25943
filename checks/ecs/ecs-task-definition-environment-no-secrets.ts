import { taskDefinition } from '../../src/services/ecs/task-definition.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(taskDefinition, 'ecs-task-definition-environment-no-secrets', {
  title: 'ECS task definitions keep no secrets in container environments',
  in: 'environmentSecrets',
  part: ({ container }) => `container ${container}`,
  place: 'the environment of its containers',
  expected: 'references to Secrets Manager or Parameter Store under `secrets`',
  risk: 'A task definition cannot be changed or really deleted, and everyone who may describe it or inspect a container reads the variables. A secret there stays readable in every later copy.',
  fix: {
    text: 'Store the secret in Secrets Manager or as a SecureString parameter, name it under `secrets` (valueFrom) of the container instead of `environment`, register a new revision and move services and schedules to it. Then deregister and delete this one, after which no new task can be started from it, and rotate the secret.',
    cli: 'aws ecs deregister-task-definition --task-definition {id}\naws ecs delete-task-definitions --task-definitions {id}',
    terraform:
      'resource "aws_ecs_task_definition" "this" {\n  family = "web"\n  container_definitions = jsonencode([{\n    name    = "web"\n    image   = "web:1"\n    secrets = [{ name = "DB_PASSWORD", valueFrom = aws_secretsmanager_secret.db.arn }]\n  }])\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/specifying-sensitive-data.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8',
  ],
});
