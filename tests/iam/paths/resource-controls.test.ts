import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import type { Surroundings } from '../../../src/iam/graph/types.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { ADMINISTRATOR, allow, details, doc, iamArn, trustAccount, type RoleSpec } from './account.ts';

const everyone = { name: 'RCP RCPFullAWSAccess', document: doc({ Principal: '*', Action: '*', Resource: '*' }) };
const denying = (Resource: string, more: object = {}) => ({
  name: 'RCP keep',
  document: doc({ Sid: 'Keep', Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRole', Resource, ...more }),
});
const administrator: RoleSpec = { trust: trustAccount(), attached: [ADMINISTRATOR] };

const search = (rcps: Surroundings['rcps'], roles: Readonly<Record<string, RoleSpec>> = { admin: administrator }) =>
  findPaths(
    accountFromDetails(
      details({ users: { alice: { inline: [doc(allow('sts:AssumeRole'))] } }, roles }),
      { rcps, managementAccount: false, now: new Date('2026-06-01') },
      'test',
    ),
  );
const alice = (result: ReturnType<typeof search>) => result.principals.find(({ arn }) => arn === iamArn('user/alice'));

/** https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html: sts is among their services. */
describe('resource control policies over an account', () => {
  it('block a path, and are named', () => {
    const found = alice(search([[everyone, denying('*')]]));
    expect(found?.verdict).toBe('blocked');
    expect(found?.paths[0]?.steps[0]?.condition).toBe('blocked by RCP keep (Sid "Keep"), which denies sts:AssumeRole');
  });

  it('that deny nothing change nothing', () => {
    expect(alice(search([[everyone]]))?.verdict).toBe('proven');
    expect(alice(search([[everyone, denying('*', { Action: 's3:*' })]]))?.verdict).toBe('proven');
  });

  it('block what they name, and not what is beside it', () => {
    const two = { admin: administrator, release: administrator };
    const found = alice(search([[everyone, denying(iamArn('role/admin'))]], two));
    expect(found?.verdict).toBe('proven');
    expect(found?.paths.every(({ steps }) => steps[0]?.to !== iamArn('role/admin'))).toBe(true);
  });

  it('close the door of a role to strangers', () => {
    const open = { open: { trust: doc({ Principal: '*', Action: 'sts:AssumeRole' }), attached: [ADMINISTRATOR] } };
    expect(search(undefined, open).entries.map(({ class: kind }) => kind)).toEqual(['open-trust']);
    expect(search([[everyone, denying('*')]], open).entries).toEqual([]);
  });
});
