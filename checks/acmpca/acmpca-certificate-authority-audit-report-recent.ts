import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { day } from '../../src/judgements/credentials/credentials.ts';
import { lookBack } from '../../src/judgements/credentials/issued.ts';
import { certificateAuthority, withoutCertificate } from '../../src/services/acmpca/authority.ts';
import { shell } from '../../src/text/shell.ts';
import { isOlderThan } from '../../src/text/time.ts';

export default defineCheck({
  id: 'acmpca-certificate-authority-audit-report-recent',
  title: 'Audit reports of private certificate authorities are made',
  resource: certificateAuthority,
  needs: ['auditReports'],
  settings: { days: lookBack },
  risk: 'The report lists every certificate that the authority issued or took back. Nothing else tells which certificates there are, and so which a stranger had issued.',
  fix: {
    text: 'Have a report made at fixed times, by EventBridge Scheduler for one, in a bucket that AWS Private CA may write to, and hold it against the certificates that were asked for.',
    exact: ({ arn }) => ({
      cli: shell`aws acm-pca create-certificate-authority-audit-report --certificate-authority-arn ${arn} --s3-bucket-name BUCKET_NAME --audit-report-response-format JSON`,
    }),
  },
  references: [
    'https://docs.aws.amazon.com/privateca/latest/userguide/PcaAuditReport.html',
    'https://docs.aws.amazon.com/privateca/latest/userguide/CT-CreateAuditReport.html',
  ],
  evaluate({ name, status, auditReports }, { now, settings: { days } }) {
    if (status === undefined) return unknown(`AWS does not say in which state ${name} is`);
    if ((withoutCertificate.is as readonly string[]).includes(status))
      return notApplicable(`${name} has no certificate in use (${status})`);
    const { last, complete, readBackTo } = auditReports;
    if (last !== undefined && isOlderThan(last, days, now) === false)
      return pass(`The last audit report of ${name} was made on ${day(last)}`, { last });
    return complete || isOlderThan(readBackTo, days, now) === true
      ? fail(`${name} had no audit report made in the last ${days} days`, { last })
      : unknown(
          `so many audit reports were made that the event history was read only back to ${readBackTo ?? 'now'}, and none of ${name} was among them`,
        );
  },
});
