import type { Build } from '../world.ts';

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {};

const undescribed = 'The emulator does not describe instances, and so nothing of them is listed';

export const untried: Readonly<Record<string, string>> = {
  'identitycenter-application-assignment-required': 'The emulator has no applications',
  'identitycenter-assigned-group-not-empty': undescribed,
  'identitycenter-assignments-to-groups-only': undescribed,
  'identitycenter-delegated-administrator-configured': 'the emulator delegates what is in no organization of its',
  'identitycenter-instance-exists': 'There is no command: the instance of an organization is made in the console',
  'identitycenter-instance-organization-level': 'The emulator cannot delete an instance',
  'identitycenter-management-account-assignments-limited': undescribed,
  'identitycenter-permission-set-in-use': undescribed,
  'identitycenter-permission-set-inline-policy-no-wildcard': undescribed,
  'identitycenter-permission-set-no-admin': undescribed,
  'identitycenter-permission-set-permissions-boundary-set': undescribed,
  'identitycenter-permission-set-session-duration-limited': undescribed,
  'identitycenter-trusted-token-issuer-reviewed': 'The emulator has no issuers',
};
