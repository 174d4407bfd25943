import check from '../../../checks/config/config-organization-aggregator-all-regions.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { administersFor, delegationsUnread, manages, plainMember, standsAlone } from '../../helpers/standing.ts';

const account = { id: '111122223333', name: 'The account' };
const aggregator = { id: 'org', organization: { allRegions: true, regions: [] as string[] } };
const someRegions = { id: 'org', organization: { allRegions: false, regions: ['eu-west-1'] } };
const ofAccounts = { id: 'some', organization: undefined };

checkSuite(check, account, [
  {
    when: 'the management account aggregates all regions',
    along: { ...manages(), aggregators: [ofAccounts, aggregator] },
    expect: 'pass',
    message: /with org in eu-west-1/,
  },
  {
    when: 'a delegated administrator aggregates all regions',
    along: { ...plainMember, aggregators: [aggregator] },
    expect: 'pass',
  },
  {
    when: 'the management account has no aggregator and delegates to nobody',
    along: manages(),
    expect: 'fail',
    message: /no region of this run/,
  },
  {
    when: 'the aggregator collects from single accounts',
    along: { ...manages(), aggregators: [ofAccounts] },
    expect: 'fail',
  },
  {
    when: 'the aggregator collects from some regions',
    along: { ...manages(), aggregators: [someRegions] },
    expect: 'fail',
    message: /from 1 regions only/,
  },
  {
    when: 'the delegated administrator has no aggregator',
    along: administersFor('config.amazonaws.com'),
    expect: 'fail',
  },
  {
    when: 'the management account delegates to another',
    along: manages({ '444455556666': ['config.amazonaws.com'] }),
    expect: 'not-applicable',
    message: /444455556666/,
  },
  {
    when: 'the account is a plain member',
    along: plainMember,
    expect: 'not-applicable',
    message: /judged in account 999988887777, or/,
  },
  {
    when: 'the account is in no organization',
    along: standsAlone,
    expect: 'not-applicable',
  },
  {
    when: 'who administers AWS Config was not read',
    along: plainMember,
    unreadAlong: delegationsUnread,
    expect: 'unknown',
    message: /ListDelegatedAdministrators denied/,
  },
]);
