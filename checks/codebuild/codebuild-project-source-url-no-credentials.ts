import { defineCheck, fail, pass } from '../../src/engine/check.ts';
import { project } from '../../src/services/codebuild/project.ts';

export default defineCheck({
  id: 'codebuild-project-source-url-no-credentials',
  title: 'CodeBuild source URLs contain no sign-in credentials',
  resource: project,
  needs: ['sourceSecrets'],
  risk: 'A token or password in the URL is shown to everyone who may read the project, and appears in build logs. With it the repository can be read, and often changed.',
  fix: {
    text: 'Connect the project to the repository through a CodeConnections connection or stored source credentials, take the credentials out of the URL, and revoke them at the repository host.',
    terraform:
      'resource "aws_codebuild_project" "this" {\n  name = "{name}"\n  source {\n    type     = "BITBUCKET"\n    location = "https://bitbucket.org/OWNER/REPOSITORY.git"\n    auth {\n      type     = "CODECONNECTIONS"\n      resource = aws_codeconnections_connection.this.arn\n    }\n  }\n}',
  },
  references: [
    'https://docs.aws.amazon.com/codebuild/latest/userguide/access-tokens.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/codebuild-controls.html#codebuild-1',
  ],
  evaluate({ name, sourceSecrets }) {
    if (sourceSecrets.length === 0) return pass(`${name} has no credentials in the URLs of its sources`);
    const named = sourceSecrets.map(({ source, kind }) => `${source} (${kind})`).join(', ');
    return fail(
      `${name} has credentials in the URL of these sources: ${named}; expected a connection or stored credentials`,
      {
        sources: sourceSecrets,
      },
    );
  },
});
