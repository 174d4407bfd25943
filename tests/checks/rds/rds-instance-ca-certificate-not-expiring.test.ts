import check from '../../../checks/rds/rds-instance-ca-certificate-not-expiring.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { base } from './base.ts';

const of = (certificateAuthority: string | undefined, validTill?: string, more: object = {}): object => ({
  certificateAuthority,
  ca: { validTill },
  ...more,
});
const changed = (what: string) => ({
  cli: `aws rds ${what} --ca-certificate-identifier rds-ca-rsa2048-g1 --apply-immediately --region eu-west-1`,
});
const late = '2061-05-26T00:00:00.000Z';
const soon = '2026-06-20T00:00:00.000Z';

checkSuite(check, { ...base, ca: { validTill: late } }, [
  { when: 'its CA is valid for long', given: of('rds-ca-rsa2048-g1', late), expect: 'pass' },
  {
    when: 'its CA expires soon',
    given: of('rds-ca-rsa4096-g1', soon),
    expect: 'fail',
    fix: changed('modify-db-instance --db-instance-identifier orders'),
  },
  {
    when: 'that of a member of Aurora does',
    given: of('rds-ca-rsa4096-g1', soon, { engine: 'aurora-mysql', cluster: 'ledger' }),
    expect: 'fail',
    fix: changed('modify-db-instance --db-instance-identifier orders'),
  },
  {
    when: 'that of a member of a Multi-AZ cluster does',
    given: of('rds-ca-rsa4096-g1', soon, { engine: 'mysql', cluster: 'ledger' }),
    expect: 'fail',
    fix: changed('modify-db-cluster --db-cluster-identifier ledger'),
  },
  {
    when: 'an expired CA is listed no more',
    given: of('rds-ca-2019'),
    expect: 'fail',
    message: /rds-ca-2019, a CA that expired in August 2024$/,
  },
  { when: 'another one is not listed', given: of('rds-ca-2099'), expect: 'unknown' },
  { when: 'no CA is named', given: of(undefined), expect: 'unknown' },
]);
