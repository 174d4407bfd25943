import check from '../../../checks/config/config-organization-aggregator-all-regions.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const account = { id: '111122223333', name: 'The account' };
const asManagement = [
  {
    id: '111122223333',
    details: { id: 'o-1', featureSet: 'ALL', managementAccount: '111122223333', isManagement: true },
  },
];
const asMember = [
  {
    id: '111122223333',
    details: { id: 'o-1', featureSet: 'ALL', managementAccount: '999988887777', isManagement: false },
  },
];
const administeredBy = (...delegatedAdministrators: string[]) => [{ ...account, delegatedAdministrators }];
const aggregator = { id: 'org', organization: { allRegions: true, regions: [] as string[] } };
const someRegions = { id: 'org', organization: { allRegions: false, regions: ['eu-west-1'] } };
const ofAccounts = { id: 'some', organization: undefined };

checkSuite(check, account, [
  {
    when: 'the management account aggregates all regions',
    along: { organizations: asManagement, aggregators: [ofAccounts, aggregator] },
    expect: 'pass',
    message: /with org in eu-west-1/,
  },
  {
    when: 'a delegated administrator aggregates all regions',
    along: { organizations: asMember, aggregators: [aggregator] },
    expect: 'pass',
  },
  {
    when: 'the management account has no aggregator and delegates to nobody',
    along: { organizations: asManagement, settings: administeredBy() },
    expect: 'fail',
    message: /no region of this run/,
  },
  {
    when: 'the aggregator collects from single accounts',
    along: { organizations: asManagement, aggregators: [ofAccounts], settings: administeredBy() },
    expect: 'fail',
  },
  {
    when: 'the aggregator collects from some regions',
    along: { organizations: asManagement, aggregators: [someRegions], settings: administeredBy() },
    expect: 'fail',
    message: /from 1 regions only/,
  },
  {
    when: 'the delegated administrator has no aggregator',
    along: { organizations: asMember, settings: administeredBy('111122223333') },
    expect: 'fail',
  },
  {
    when: 'the management account delegates to another',
    along: { organizations: asManagement, settings: administeredBy('444455556666') },
    expect: 'not-applicable',
    message: /444455556666/,
  },
  {
    when: 'the account is a plain member',
    along: { organizations: asMember, settings: [{ ...account, delegatedAdministrators: undefined }] },
    expect: 'not-applicable',
    message: /judged in account 999988887777, or/,
  },
  {
    when: 'the account is in no organization',
    along: { organizations: [{ id: '111122223333', details: undefined }] },
    expect: 'not-applicable',
  },
]);
