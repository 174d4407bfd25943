import { fail, pass, unknown } from '../../src/engine/check.ts';
import { state } from '../../src/engine/forms/index.ts';
import { neptuneCluster } from '../../src/services/rds/neptune.ts';

export default state(neptuneCluster, 'neptune-cluster-copy-tags-to-snapshots', {
  title: 'Snapshots of Neptune clusters get their tags',
  at: 'copiesTags',
  is: {
    true: pass('{label} gives its tags to its snapshots'),
    false: fail('{label} does not give its tags to its snapshots'),
  },
  unsaid: unknown('AWS does not say whether {label} gives its tags to its snapshots'),
  risk: "Who may use, keep or pay for something is often decided by tags: snapshots without them are nobody's.",
  fix: {
    text: 'Turn the copying of tags on; snapshots that are there stay as they are. `--no-copy-tags-to-snapshot` undoes it.',
    cli: 'aws neptune modify-db-cluster --db-cluster-identifier {id} --copy-tags-to-snapshot --apply-immediately',
  },
  references: [
    'https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html',
    'https://docs.aws.amazon.com/securityhub/latest/userguide/neptune-controls.html#neptune-8',
  ],
});
