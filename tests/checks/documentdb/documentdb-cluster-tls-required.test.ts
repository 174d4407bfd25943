import check from '../../../checks/documentdb/documentdb-cluster-tls-required.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const member = (status: string | undefined, id: string | undefined = 'papers-1') => ({ id, status });
const base = {
  id: 'papers',
  name: 'papers',
  arn: 'arn:aws:rds:eu-west-1:111122223333:cluster:papers',
  encryption: 'sse-kms' as const,
  keyId: undefined,
  tags: {},
  multiAz: true,
  backupDays: 7,
  deletionProtection: true,
  exportedLogs: [],
  parameterGroup: 'own',
  members: [member('in-sync')],
  parameters: { group: 'own', values: { tls: 'enabled' } as Readonly<Record<string, string | undefined>> },
};
const tls = (value: string | undefined, group = 'own') => ({ parameters: { group, values: { tls: value } } });

checkSuite(check, base, [
  ...['enabled', 'fips-140-3', 'tls1.2+', 'tls1.3+'].map((value) => ({
    when: `tls is ${value}`,
    given: tls(value),
    expect: 'pass' as const,
  })),
  {
    when: 'tls is disabled in an own group',
    given: tls('disabled'),
    expect: 'fail',
    fix: {
      cli: 'aws docdb modify-db-cluster-parameter-group --db-cluster-parameter-group-name own --parameters ParameterName=tls,ParameterValue=enabled,ApplyMethod=pending-reboot --region eu-west-1',
    },
  },
  {
    when: 'tls is disabled in a group of AWS',
    given: tls('disabled', 'default.docdb5.0'),
    expect: 'fail',
    message: /tls is disabled in the parameter group default\.docdb5\.0/,
  },
  { when: 'there is no instance', given: { ...tls('disabled'), members: [] }, expect: 'fail' },
  {
    when: 'an instance has to restart to refuse',
    given: { members: [member('in-sync'), member('pending-reboot', 'papers-2')] },
    expect: 'unknown',
    message: /of papers-2 of papers AWS says that its parameters are pending-reboot/,
  },
  {
    when: 'an instance has to restart to accept',
    given: { ...tls('disabled'), members: [member('pending-reboot')] },
    expect: 'unknown',
  },
  { when: 'the state of an instance is not said', given: { members: [member(undefined)] }, expect: 'unknown' },
  { when: 'no instances are said', given: { members: undefined }, expect: 'unknown' },
  { when: 'the value is of tomorrow', given: tls('tls2+'), expect: 'unknown' },
  { when: 'the value is not said', given: tls(undefined), expect: 'unknown' },
  { when: 'no group is said', given: { parameters: undefined }, expect: 'unknown' },
]);
