/**
 * What some regions of a service lack, although the service is there. Read from AWS's documentation on 2026-11-30.
 * A region that is not named has the feature, or AWS does not say that it lacks it.
 */

/**
 * Regions in which AWS Config cannot record IAM users, groups, roles and customer managed policies: those that it came
 * to after February 2022 (https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html#select-resources-all,
 * https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingStrategy.html).
 */
export const withoutIamRecording: ReadonlySet<string> = new Set([
  'ap-east-2',
  'ap-south-2',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-west-1',
  'eu-central-2',
  'eu-south-2',
  'il-central-1',
  'me-central-1',
  'mx-central-1',
]);

/**
 * Protection plans of GuardDuty, as `GetDetector` names them, by region that does not offer them. Runtime Monitoring in China
 * (https://docs.amazonaws.cn/en_us/aws/latest/userguide/guardduty.html) and RDS Protection in Taipei
 * (https://docs.amazonaws.cn/en_us/guardduty/latest/ug/guardduty_regions.html). Asked only where a detector does not list
 * the plan, so that a region which has got it since is judged all the same.
 */
const withoutPlans: Readonly<Record<string, readonly string[]>> = {
  'ap-east-2': ['RDS_LOGIN_EVENTS'],
  'cn-north-1': ['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'],
  'cn-northwest-1': ['RUNTIME_MONITORING', 'EKS_RUNTIME_MONITORING'],
};

/** Whether AWS says that a region does not offer a protection plan of GuardDuty. */
export const lacksPlan = (region: string, plan: string): boolean => withoutPlans[region]?.includes(plan) === true;
