import check from '../../../checks/guardduty/guardduty-eks-runtime-monitoring-enabled.ts';
import { feature, gone, on, suspended } from '../../helpers/guardduty.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

checkSuite(
  check,
  on([feature('RUNTIME_MONITORING', 'ENABLED', [{ name: 'EKS_ADDON_MANAGEMENT', status: 'ENABLED' }])]),
  [
    { when: 'the plan is on', expect: 'pass', message: /turned on/ },
    {
      when: 'the plan is off',
      given: on([feature('RUNTIME_MONITORING', 'DISABLED', [{ name: 'EKS_ADDON_MANAGEMENT', status: 'DISABLED' }])]),
      expect: 'fail',
      message: /turned off/,
    },
    {
      when: 'the detector does not list the plan',
      given: on([feature('FLOW_LOGS', 'ENABLED')]),
      expect: 'unknown',
      message: /does not list /,
    },
    { when: 'there is no detector', given: gone, expect: 'fail', message: /is off, so/ },
    {
      when: 'the detector is suspended',
      given: suspended([
        feature('RUNTIME_MONITORING', 'ENABLED', [{ name: 'EKS_ADDON_MANAGEMENT', status: 'ENABLED' }]),
      ]),
      expect: 'fail',
      message: /suspended/,
    },
    {
      when: 'runtime monitoring is on without its agent being managed',
      given: on([feature('RUNTIME_MONITORING', 'ENABLED', [{ name: 'EKS_ADDON_MANAGEMENT', status: 'DISABLED' }])]),
      expect: 'fail',
      message: /EKS_ADDON_MANAGEMENT is off/,
    },
    {
      when: 'the answer names no agent settings',
      given: on([feature('RUNTIME_MONITORING', 'ENABLED')]),
      expect: 'fail',
      message: /EKS_ADDON_MANAGEMENT is off/,
    },
    {
      when: 'only the agent of something else is managed',
      given: on([feature('RUNTIME_MONITORING', 'ENABLED', [{ name: 'RDS_DATA_RISK', status: 'ENABLED' }])]),
      expect: 'fail',
    },
    {
      when: 'the older EKS feature is on with its add-on managed',
      given: on([feature('EKS_RUNTIME_MONITORING', 'ENABLED', [{ name: 'EKS_ADDON_MANAGEMENT', status: 'ENABLED' }])]),
      expect: 'pass',
    },
    {
      when: 'the add-on is managed by a feature that is off',
      given: on([
        feature('RUNTIME_MONITORING', 'ENABLED'),
        feature('EKS_RUNTIME_MONITORING', 'DISABLED', [{ name: 'EKS_ADDON_MANAGEMENT', status: 'ENABLED' }]),
      ]),
      expect: 'fail',
    },
    { when: 'the answer says nothing of features', given: on(undefined), expect: 'unknown' },
  ],
);
