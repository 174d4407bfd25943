import { describe, expect, it } from 'vitest';
import check from '../../../checks/acmpca/acmpca-certificate-authority-audit-report-recent.ts';
import { certificateAuthority } from '../../../src/services/acmpca/authority.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { collectType } from '../../helpers/resource-suite.ts';
import { authority } from './authority.ts';

const reports = (last: string | undefined, complete = true, readBackTo?: string) => ({
  auditReports: { last, complete, readBackTo },
});

checkSuite(check, { ...authority, ...reports('2026-05-01T00:00:00Z') }, [
  { when: 'one was made a month ago', expect: 'pass', message: /Services was made on 2026-05-01/ },
  {
    when: 'none is in the history',
    given: reports(undefined),
    expect: 'fail',
    fix: {
      cli: `aws acm-pca create-certificate-authority-audit-report --certificate-authority-arn ${authority.arn} --s3-bucket-name BUCKET_NAME --audit-report-response-format JSON --region eu-west-1`,
    },
  },
  {
    when: 'the last one is older than may be',
    settings: { days: 7 },
    expect: 'fail',
    message: /in the last 7 days/,
  },
  {
    when: 'the history was cut off within the period',
    given: reports(undefined, false, '2026-05-31T00:00:00Z'),
    expect: 'unknown',
    message: /only back to 2026-05-31/,
  },
  { when: 'it was read back far enough', given: reports(undefined, false, '2026-01-01T00:00:00Z'), expect: 'fail' },
  { when: 'it was cut off at once', given: reports(undefined, false), expect: 'unknown' },
  { when: 'the authority was deleted', given: { status: 'DELETED', ...reports(undefined) }, expect: 'not-applicable' },
  { when: 'AWS does not say in which state it is', given: { status: undefined }, expect: 'unknown' },
]);

describe('audit reports of private authorities', () => {
  it('are those of the authority that were not refused, from one history for all', async () => {
    const arns = ['a', 'b'].map((id) => `arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/${id}`);
    const event = (certificateAuthorityArn: string | undefined, eventTime: string, extra: object = {}) => ({
      CloudTrailEvent: JSON.stringify({ eventTime, requestParameters: { certificateAuthorityArn }, ...extra }),
    });
    const { records, sent } = await collectType(certificateAuthority, ['auditReports'], {
      ListCertificateAuthorities: { CertificateAuthorities: arns.map((Arn) => ({ Arn, Status: 'ACTIVE' })) },
      LookupEvents: {
        Events: [
          event(arns[0], '2026-05-31T00:00:00Z', { errorCode: 'AccessDenied' }),
          event(arns[0], '2026-05-30T00:00:00Z'),
          event(arns[0], '2026-05-29T00:00:00Z'),
          event('other', '2026-05-28T00:00:00Z'),
        ],
      },
    });
    const said = { complete: true, readBackTo: undefined };
    expect(records.map(({ outcomes }) => outcomes['auditReports'])).toEqual([
      { kind: 'present', value: { last: '2026-05-30T00:00:00Z', ...said } },
      { kind: 'present', value: { last: undefined, ...said } },
    ]);
    expect(sent.filter(({ operation }) => operation === 'LookupEvents')).toHaveLength(1);
  });
});
