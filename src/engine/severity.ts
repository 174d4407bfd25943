export const severities = ['critical', 'high', 'medium', 'low', 'informational'] as const;
export type Severity = (typeof severities)[number];

/** Trusted Advisor's five categories. */
export const categories = [
  'security',
  'fault_tolerance',
  'cost_optimization',
  'performance',
  'service_limits',
] as const;
export type Category = (typeof categories)[number];
