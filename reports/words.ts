import type { Category, Severity } from '../src/engine/check.ts';
import type { Colour, Status } from '../src/engine/finding.ts';

/** How reports for people call things. */
export const categoryNames: Readonly<Record<Category, string>> = {
  security: 'Security',
  fault_tolerance: 'Fault tolerance',
  cost_optimization: 'Cost optimization',
  performance: 'Performance',
  service_limits: 'Service limits',
};

export const severityNames: Readonly<Record<Severity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  informational: 'Informational',
};

export const statusNames: Readonly<Record<Status, string>> = {
  fail: 'Failed',
  unknown: 'Unknown',
  manual: 'Manual',
  suppressed: 'Suppressed',
  pass: 'Passed',
};

/** What Trusted Advisor's colours ask for. */
export const colourNames: Readonly<Record<Colour, string>> = {
  red: 'Act',
  yellow: 'Investigate',
  blue: 'Unknown',
  grey: 'Excluded',
  green: 'OK',
};

/** Whole seconds, minutes and hours between two ISO times: `1 m 32 s`. */
export function duration(from: string, to: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000));
  if (!Number.isFinite(seconds)) return 'unknown';
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} m ${seconds % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} m`;
}

/** `2026-03-04 05:06:07 UTC` of an ISO time; other text is left as it is. */
export const utc = (time: string): string =>
  time.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.\d+)?Z$/, '$1 $2 UTC');
