import { severities } from '../engine/check.ts';
import type { Finding } from '../engine/finding.ts';
import type { AnyResult } from '../engine/result.ts';

/** So many findings are told one by one. */
const told = 20;

/** What a result comes to, for receivers that show a message: counts, and the failures that matter most. */
export function summaryOf(result: AnyResult) {
  const { run, summary, changes, compliance = [], findings } = result;
  const { id, version, account, partition, regions, startedAt, finishedAt, complete, interrupted, source } = run;
  const worst: Finding[] = [];
  for (const severity of severities) {
    if (worst.length >= told) break;
    for (const finding of findings)
      if (finding.severity === severity && finding.status === 'fail' && worst.length < told) worst.push(finding);
  }
  return {
    type: 'audit.summary',
    schemaVersion: '1.0',
    run: { id, version, account, partition, regions, startedAt, finishedAt, complete, interrupted, source },
    summary,
    ...(changes === undefined ? {} : { changes }),
    ...(compliance.length === 0
      ? {}
      : {
          compliance: compliance.map(({ framework: { key, name, version }, summary }) => ({
            key,
            name,
            version,
            summary,
          })),
        }),
    worst: worst.map(({ fingerprint, check, severity, title, message, account, region, resource: { type, arn } }) => ({
      fingerprint,
      check,
      severity,
      title,
      message,
      account,
      region,
      resource: { type, arn },
    })),
    /** How many more failed. */
    more: summary.byStatus.fail - worst.length,
  };
}
