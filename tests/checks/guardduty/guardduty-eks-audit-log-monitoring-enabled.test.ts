import check from '../../../checks/guardduty/guardduty-eks-audit-log-monitoring-enabled.ts';
import { feature, gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(check, on([feature('EKS_AUDIT_LOGS', 'ENABLED')]), [
  { when: 'the plan is on', expect: 'pass', message: /turned on/ },
  {
    when: 'the plan is off',
    given: on([feature('EKS_AUDIT_LOGS', 'DISABLED')]),
    expect: 'fail',
    message: /turned off/,
  },
  {
    when: 'the detector does not list the plan',
    given: on([feature('FLOW_LOGS', 'ENABLED')]),
    expect: 'unknown',
    message: /does not list EKS_AUDIT_LOGS/,
  },
  { when: 'there is no detector', given: gone, expect: 'fail', message: /is off, so/ },
  {
    when: 'the detector is suspended',
    given: suspended([feature('EKS_AUDIT_LOGS', 'ENABLED')]),
    expect: 'fail',
    message: /suspended/,
  },
  {
    when: 'an old answer has no features but says the data source is on',
    given: on(undefined, { kubernetesAuditLogs: 'ENABLED' }),
    expect: 'pass',
  },
  {
    when: 'an old answer has no features but says the data source is off',
    given: on(undefined, { kubernetesAuditLogs: 'DISABLED' }),
    expect: 'fail',
  },
  {
    when: 'a feature contradicts the older data source',
    given: on([feature('EKS_AUDIT_LOGS', 'DISABLED')], { kubernetesAuditLogs: 'ENABLED' }),
    expect: 'fail',
  },
  { when: 'the answer says nothing of features', given: on(undefined), expect: 'unknown' },
]);
