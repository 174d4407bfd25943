import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { ssmSettings } from '../../src/services/ssm/settings.ts';

export default state(ssmSettings, 'ssm-document-public-sharing-blocked', {
  title: 'Systems Manager lets no document be shared publicly',
  at: 'publicSharing.value',
  is: {
    Disable: pass('{label} lets no document be shared publicly'),
    Enable: fail('{label} lets documents be shared publicly; expected that it is blocked'),
  },
  unsaid: unknown('AWS does not say whether {label} lets documents be shared publicly'),
  risk: 'One wrong click shows a document, with the names, addresses and commands in it, to everybody with an AWS account.',
  fix: {
    text: 'Block public sharing, in every region. Documents that are public stay so until they are taken back one by one.',
    cli: 'aws ssm update-service-setting --setting-id /ssm/documents/console/public-sharing-permission --setting-value Disable',
    terraform:
      'resource "aws_ssm_service_setting" "this" {\n  setting_id    = "/ssm/documents/console/public-sharing-permission"\n  setting_value = "Disable"\n}',
  },
  references: [
    'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-ssm-sharing.html#block-public-access',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html#ssm-7',
  ],
});
