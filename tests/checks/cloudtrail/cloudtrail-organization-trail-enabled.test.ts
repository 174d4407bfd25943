import check from '../../../checks/cloudtrail/cloudtrail-organization-trail-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';
import { failing, foreign, goodTrail, theAccount, unreadShadow } from './trails.ts';

const own = { ...goodTrail, organization: true };
const stopped = { ...foreign, status: { ...foreign.status, logging: false } };

checkSuite(check, theAccount, [
  {
    when: 'a member is recorded by the trail of its organization',
    along: { ...plainMember, trails: [goodTrail, foreign] },
    expect: 'pass',
    message: /organization trail org/,
  },
  { when: 'the management account has the trail', along: { ...plainMember, trails: [own] }, expect: 'pass' },
  {
    when: 'there are only trails of the account',
    along: { ...plainMember, trails: [goodTrail] },
    expect: 'fail',
    message: /no organization trail records it/,
  },
  { when: 'there is no trail', along: { ...plainMember }, expect: 'fail' },
  {
    when: 'the organization trail is stopped',
    along: { ...plainMember, trails: [stopped] },
    expect: 'fail',
    message: /not logging/,
  },
  {
    when: 'the organization trail covers one region',
    along: { ...plainMember, trails: [{ ...foreign, multiRegion: false }] },
    expect: 'fail',
    message: /but for eu-west-1 only/,
  },
  {
    when: 'the organization trail cannot deliver',
    along: { ...plainMember, trails: [{ ...own, status: failing.status }] },
    expect: 'fail',
    message: /AccessDenied/,
  },
  {
    when: 'the organization trail lives outside the run',
    along: { ...plainMember, shadows: [{ ...unreadShadow, organization: true }] },
    expect: 'unknown',
  },
  {
    when: 'only a trail of the account lives outside the run',
    along: { ...plainMember, shadows: [unreadShadow] },
    expect: 'fail',
  },
  {
    when: 'the account is in no organization',
    along: { ...standsAlone, trails: [goodTrail] },
    expect: 'not-applicable',
  },
  {
    when: 'whether the account is in an organization was not read',
    along: { trails: [goodTrail] },
    unreadAlong: organizationUnread,
    expect: 'unknown',
  },
]);
