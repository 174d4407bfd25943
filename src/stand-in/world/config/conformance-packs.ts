import { answers, here } from '../../answers.ts';
import { arnOf, daysAgo } from '../../facts.ts';

export default answers('config-service', {
  DescribeConformancePackStatus: here({
    ConformancePackStatusDetails: [
      {
        ConformancePackName: 'operational-best-practices',
        ConformancePackId: 'conformance-pack-aaaa01',
        ConformancePackArn: arnOf('config', 'conformance-pack/operational-best-practices/conformance-pack-aaaa01'),
        ConformancePackState: 'CREATE_COMPLETE',
        StackArn: arnOf('cloudformation', 'stack/awsconfigconforms-aaaa01/0a1b'),
        LastUpdateRequestedTime: daysAgo(90),
      },
    ],
  }),
});
