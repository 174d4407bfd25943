import { project } from '../../src/services/codebuild/project.ts';
import { noSecrets } from '../../src/judgements/secrets/secrets.ts';

export default noSecrets(project, 'codebuild-project-environment-no-secrets', {
  title: 'CodeBuild projects keep no secrets in plain-text variables',
  in: 'environmentSecrets',
  place: 'its plain-text environment variables',
  expected: 'type SECRETS_MANAGER or PARAMETER_STORE',
  risk: 'Plain-text variables are shown in the console and by the API to everyone who may read projects or builds, and every build script can print them into its log.',
  fix: {
    text: 'Store the secret in Secrets Manager or as a SecureString parameter, change the variable to type SECRETS_MANAGER or PARAMETER_STORE, and rotate the secret. Let builds use the service role instead of access keys.',
    terraform:
      'resource "aws_codebuild_project" "this" {\n  name = "{name}"\n  environment {\n    environment_variable {\n      name  = "DB_PASSWORD"\n      type  = "SECRETS_MANAGER"\n      value = "prod/db:password"\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-2',
  ],
});
