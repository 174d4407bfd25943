import { fail, pass, unknown } from '../../src/engine/check.ts';
import { sameFor, state } from '../../src/engine/forms/index.ts';
import { beingDeleted, domain } from '../../src/services/opensearch/domain.ts';

export default state(domain, 'opensearch-domain-auto-tune-enabled', {
  title: 'OpenSearch domains tune themselves',
  at: 'details.autoTune',
  is: {
    ENABLED: pass('{label} has Auto-Tune on'),
    ENABLE_IN_PROGRESS: pass('{label} has Auto-Tune being turned on'),
    ...sameFor(
      [
        'DISABLED',
        'DISABLE_IN_PROGRESS',
        'DISABLED_AND_ROLLBACK_SCHEDULED',
        'DISABLED_AND_ROLLBACK_IN_PROGRESS',
        'DISABLED_AND_ROLLBACK_COMPLETE',
        'DISABLED_AND_ROLLBACK_ERROR',
      ],
      fail('{label} has Auto-Tune off ({details.autoTune})'),
    ),
    ERROR: unknown(
      '{label} could not have Auto-Tune turned on or off, and OpenSearch Service does not say which it is now',
    ),
  },
  unsaid: unknown('OpenSearch Service did not say whether {label} has Auto-Tune on'),
  unless: [beingDeleted],
  risk: 'Queues, caches and the memory of the engine stay as they were set for another load, and searches slow down or fail.',
  fix: {
    text: 'Turn Auto-Tune on (OpenSearch, or Elasticsearch 6.7 or later; not on T2 and T3 instances). Changes that restart nodes wait for the off-peak window. DesiredState=DISABLED undoes it.',
    cli: 'aws opensearch update-domain-config --domain-name {id} --auto-tune-options DesiredState=ENABLED',
  },
  references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/auto-tune.html'],
});
