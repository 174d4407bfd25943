import type { Finding } from '../finding.ts';
import { severities } from '../severity.ts';
import type { Cause } from './cause.ts';

/** What is left of a cause when some of its findings are accepted: itself where none of them is; undefined where nothing is left. */
export function leftOf(
  cause: Cause,
  accepted: ReadonlySet<string>,
  known: ReadonlyMap<string, Pick<Finding, 'check' | 'severity' | 'status' | 'resource'>>,
): Cause | undefined {
  const findings = cause.findings.filter((print) => !accepted.has(print));
  if (findings.length === cause.findings.length) return cause;
  const own = findings.flatMap((print) => known.get(print) ?? []);
  const severity = severities.find((each) => own.some((finding) => finding.severity === each));
  if (severity === undefined) return undefined;
  return {
    ...cause,
    severity,
    status: own.some(({ status }) => status === 'fail') ? 'fail' : 'unknown',
    checks: [...new Set(own.map(({ check }) => check))],
    resources: new Set(own.map(({ resource }) => resource.arn)).size,
    worst: own.filter((finding) => finding.severity === severity).length,
    findings,
  };
}
