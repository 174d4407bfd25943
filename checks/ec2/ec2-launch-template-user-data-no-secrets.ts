import { defineCheck, unknown } from '../../src/engine/check.ts';
import { judgeSecrets } from '../../src/judgements/secrets/secrets.ts';
import { launchTemplate } from '../../src/services/ec2/launch-template.ts';

export default defineCheck({
  id: 'ec2-launch-template-user-data-no-secrets',
  title: 'Current versions of launch templates have no secrets in their user data',
  resource: launchTemplate,
  needs: ['userDataSecrets'],
  risk: 'Every instance launched from the template gets the secret in its user data, where all its processes can read it, and everyone who may describe launch templates sees it. The default and the latest version are read; older ones can be launched too.',
  fix: {
    text: 'Make a new version whose user data reads the secret from Secrets Manager or Parameter Store, make it the default, delete the versions that contain the secret, and rotate it.',
    terraform:
      'resource "aws_launch_template" "this" {\n  name      = "{name}"\n  user_data = filebase64("user-data-without-secrets.sh")\n}',
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html',
  ],
  evaluate({ name, userDataSecrets, defaultVersion, latestVersion }) {
    const secrets = userDataSecrets.flatMap((version) =>
      version.secrets.map((secret) => ({ part: `version ${version.number}`, ...secret })),
    );
    const given = userDataSecrets.map(({ number }) => number);
    const missing = [...new Set([defaultVersion, latestVersion])].filter((number) => !given.includes(number));
    if (secrets.length === 0 && missing.length > 0)
      return unknown(`EC2 did not give version ${missing.join(', ')} of ${name}`);
    return judgeSecrets({
      name,
      place: `the user data of ${readVersions(given, defaultVersion, latestVersion)}`,
      secrets,
      expected: 'secrets that are read from Secrets Manager or Parameter Store',
    });
  },
});

/** E.g. `version 3 (default) and version 5 (latest)`. */
function readVersions(
  given: readonly (number | undefined)[],
  defaultVersion: number | undefined,
  latestVersion: number | undefined,
): string {
  const roles: readonly (readonly [number | undefined, string])[] =
    defaultVersion === latestVersion
      ? [[defaultVersion, 'default and latest']]
      : [
          [defaultVersion, 'default'],
          [latestVersion, 'latest'],
        ];
  return roles
    .filter(([number]) => given.includes(number))
    .map(([number, role]) => `version ${number} (${role})`)
    .join(' and ');
}
