import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { iamAccount } from '../../src/services/iam/account.ts';

export default defineCheck({
  id: 'sts-global-endpoint-token-version-2',
  title: 'The global STS endpoint issues tokens that work in every region',
  about: 'STS global endpoint',
  resource: iamAccount,
  needs: ['summary'],
  risk: 'Version 1 tokens of the global endpoint do not work in regions that must be enabled first: workloads that move there fail to authenticate.',
  fix: {
    text: "Set the version of the global endpoint's tokens to 2, or better use regional endpoints only. Version 2 tokens are longer: look for systems that store them in fixed fields.",
    cli: 'aws iam set-security-token-service-preferences --global-endpoint-token-version v2Token',
    terraform:
      'resource "aws_iam_security_token_service_preferences" "this" {\n  global_endpoint_token_version = "v2Token"\n}',
  },
  references: ['https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_enable-regions.html'],
  evaluate({ summary }) {
    const version = summary['GlobalEndpointTokenVersion'];
    if (version === undefined) return unknown('AWS does not say which tokens the global endpoint issues');
    return version >= 2
      ? pass('The account gets tokens of version 2 from the global STS endpoint', {
          GlobalEndpointTokenVersion: version,
        })
      : fail('The account gets tokens of version 1 from the global STS endpoint, which opt-in regions refuse', {
          GlobalEndpointTokenVersion: version,
        });
  },
});
