import check from '../../../checks/identitycenter/identitycenter-instance-exists.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { manages, organizationUnread, plainMember, standsAlone } from '../../helpers/standing.ts';
import { instance } from './instances.ts';

const none = { instances: [] };
const unread = { instances: { actions: ['sso:ListInstances'], cause: 'sso:ListInstances denied in eu-west-1' } };

checkSuite(check, { id: '111122223333', name: 'The organization' }, [
  {
    when: 'the account has one',
    along: { ...manages(), instances: [instance] },
    expect: 'pass',
    message: /enabled in eu-west-1, with instance ssoins-1111222233334444$/,
  },
  {
    when: "the organization's is seen",
    along: { ...plainMember, instances: [{ ...instance, owner: '999988887777' }] },
    expect: 'pass',
    message: /of account 999988887777/,
  },
  {
    when: 'one was found, and a region was not read',
    along: { ...manages(), instances: [instance] },
    unreadAlong: unread,
    expect: 'pass',
  },
  { when: 'the organization has none', along: { ...manages(), ...none }, expect: 'fail' },
  { when: 'an account that stands alone has none', along: { ...standsAlone, ...none }, expect: 'fail' },
  {
    when: 'a member sees none',
    along: { ...plainMember, ...none },
    expect: 'not-applicable',
    message: /judged in account 999988887777/,
  },
  {
    when: 'it could not be made',
    along: { ...manages(), instances: [{ ...instance, status: 'CREATE_FAILED' }] },
    expect: 'fail',
    message: /is CREATE_FAILED, not ACTIVE/,
  },
  {
    when: 'AWS does not say its state',
    along: { ...manages(), instances: [{ ...instance, status: undefined }] },
    expect: 'unknown',
  },
  {
    when: 'where it stands was not read, and there is one',
    along: { instances: [instance] },
    unreadAlong: organizationUnread,
    expect: 'pass',
  },
]);
