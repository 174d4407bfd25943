import check from '../../../checks/cloudtrail/cloudtrail-organization-trail-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { failing, foreign, goodTrail, theAccount, unreadShadow } from './trails.ts';

const organizations = [
  {
    id: '111122223333',
    details: { id: 'o-1', featureSet: 'ALL', managementAccount: '999988887777', isManagement: false },
  },
];
const own = { ...goodTrail, organization: true };
const stopped = { ...foreign, status: { ...foreign.status, logging: false } };

checkSuite(check, theAccount, [
  {
    when: 'a member is recorded by the trail of its organization',
    along: { organizations, trails: [goodTrail, foreign] },
    expect: 'pass',
    message: /organization trail org/,
  },
  { when: 'the management account has the trail', along: { organizations, trails: [own] }, expect: 'pass' },
  {
    when: 'there are only trails of the account',
    along: { organizations, trails: [goodTrail] },
    expect: 'fail',
    message: /no organization trail records it/,
  },
  { when: 'there is no trail', along: { organizations }, expect: 'fail' },
  {
    when: 'the organization trail is stopped',
    along: { organizations, trails: [stopped] },
    expect: 'fail',
    message: /not logging/,
  },
  {
    when: 'the organization trail covers one region',
    along: { organizations, trails: [{ ...foreign, multiRegion: false }] },
    expect: 'fail',
    message: /but for eu-west-1 only/,
  },
  {
    when: 'the organization trail cannot deliver',
    along: { organizations, trails: [{ ...own, status: failing.status }] },
    expect: 'fail',
    message: /AccessDenied/,
  },
  {
    when: 'the organization trail lives outside the run',
    along: { organizations, shadows: [{ ...unreadShadow, organization: true }] },
    expect: 'unknown',
  },
  {
    when: 'only a trail of the account lives outside the run',
    along: { organizations, shadows: [unreadShadow] },
    expect: 'fail',
  },
  {
    when: 'the account is in no organization',
    along: { organizations: [{ id: '111122223333', details: undefined }], trails: [goodTrail] },
    expect: 'not-applicable',
  },
]);
