import { hcl } from '../../src/text/hcl.ts';
import { shell } from '../../src/text/shell.ts';
import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { ec2Settings } from '../../src/services/ec2/account.ts';
import { launchTemplate, versionName } from '../../src/services/ec2/launch-template.ts';
import { hops } from '../../src/services/ec2/metadata.ts';

export default defineCheck({
  id: 'ec2-launch-template-imdsv2-required',
  title: 'Launch templates require IMDSv2',
  resource: launchTemplate,
  needs: ['versions'],
  // The account's default decides what a template leaves open: it can prove a pass, and nothing else.
  along: { settings: along(ec2Settings, { needs: ['metadataDefaults'], reach: 'region', witness: true }) },
  risk: "Every instance that starts from the template answers IMDSv1 requests, which hand out the role's credentials to whoever can make the application send one request.",
  fix: {
    text: 'Make a new version that requires IMDSv2 (of the default one; what the latest has of its own has to be taken over), make it the default, and point Auto Scaling groups that name a version to it.',
    exact: ({ id, name, defaultVersion }) => ({
      cli: [
        shell`aws ec2 create-launch-template-version --launch-template-id ${id} --source-version ${defaultVersion ?? '$Default'} --launch-template-data ${{ MetadataOptions: { HttpTokens: 'required', HttpEndpoint: 'enabled' } }}`,
        shell`aws ec2 modify-launch-template --launch-template-id ${id} --default-version NEW_VERSION`,
      ].join('\n'),
      terraform: hcl`resource "aws_launch_template" "this" {
  name = ${name}
  metadata_options {
    http_endpoint = "enabled"
    http_tokens   = "required"
  }
}`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html',
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-options.html',
  ],
  evaluate({ name, versions, defaultVersion, latestVersion }, { along: { settings } }) {
    const observed = versions.map(({ number, metadata }) => ({ number, metadata }));
    const which = (some: typeof versions): string =>
      some.map(({ number }) => versionName(number, defaultVersion, latestVersion)).join(' and ');
    const open = versions.filter(
      ({ metadata: { endpoint, tokens } }) => endpoint !== 'disabled' && tokens !== undefined && tokens !== 'required',
    );
    if (open.length > 0)
      return fail(`${name} lets instances answer IMDSv1 requests in its ${which(open)}`, { versions: observed });
    const silent = versions.filter(
      ({ metadata: { endpoint, tokens } }) => endpoint !== 'disabled' && tokens === undefined,
    );
    const byDefault =
      silent.length > 0 && settings.some(({ metadataDefaults }) => metadataDefaults.tokens === 'required');
    if (silent.length > 0 && !byDefault) {
      return fail(
        `${name} does not say which metadata requests instances answer in its ${which(silent)}, and no default of the account requires IMDSv2`,
        { versions: observed },
      );
    }
    const given = versions.map(({ number }) => number);
    const missing = [...new Set([defaultVersion, latestVersion])].filter((number) => !given.includes(number));
    if (missing.length > 0) return unknown(`EC2 did not give version ${missing.join(', ')} of ${name}`);
    const limit = Math.max(...versions.map(({ metadata }) => metadata.hopLimit ?? 0));
    return pass(
      byDefault
        ? `${name} leaves it to the account's default, which requires IMDSv2, in its ${which(silent)}`
        : `${name} requires IMDSv2, or has no metadata service, in its default and latest version${hops(limit)}`,
      { versions: observed },
    );
  },
});
