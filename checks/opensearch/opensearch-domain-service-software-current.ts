import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-service-software-current', {
  title: 'OpenSearch domains run the latest service software',
  at: 'details.softwareUpdate',
  is: {
    true: fail(
      '{label} runs the service software {details.softwareVersion|that it has}, and there is a newer one[, {details.newSoftwareVersion}]',
    ),
    false: pass('{label} runs the latest service software[, {details.softwareVersion}]'),
  },
  unsaid: unknown('OpenSearch Service did not say whether there is newer service software for {label}'),
  unless: [beingDeleted],
  risk: 'Corrections of security holes in the service are there, and the domain waits for them.',
  fix: {
    text: 'Start the update in a quiet hour, or turn on updates in the off-peak window: nodes are replaced one by one.',
    cli: 'aws opensearch start-service-software-update --domain-name {id}',
  },
  references: [
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/service-software.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/opensearch-controls.html#opensearch-10',
  ],
});
