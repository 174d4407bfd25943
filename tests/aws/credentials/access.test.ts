import { describe, expect, it } from 'vitest';
import { accessOfProfile } from '../../../src/aws/credentials/profile.ts';

const profiles = new Map(
  Object.entries({
    keys: { aws_access_key_id: 'AKIA', aws_secret_access_key: 'secret' },
    session: { aws_access_key_id: 'ASIA', aws_secret_access_key: 'secret', aws_session_token: 'token' },
    sso: { sso_session: 'corp', sso_account_id: '111122223333', sso_role_name: 'Auditor' },
    program: { credential_process: '/bin/give --token secret' },
    console: { login_session: 'arn:aws:iam::111122223333:user/ann' },
    role: { role_arn: 'arn:role/one', source_profile: 'sso' },
    second: { role_arn: 'arn:role/two', source_profile: 'role', external_id: 'secret' },
    instance: { role_arn: 'arn:role/one', credential_source: 'Ec2InstanceMetadata' },
    token: { role_arn: 'arn:role/one', web_identity_token_file: '/secret' },
    own: {
      role_arn: 'arn:role/one',
      source_profile: 'own',
      aws_access_key_id: 'AKIA',
      aws_secret_access_key: 'secret',
    },
    circle: { role_arn: 'arn:role/one', source_profile: 'back' },
    back: { role_arn: 'arn:role/two', source_profile: 'circle' },
    empty: {},
  }),
);

describe('how a profile is authenticated', () => {
  it.each<[string, string, readonly string[]]>([
    ['keys', 'profile keys: long-lived access key', []],
    ['session', 'profile session: temporary credentials', []],
    ['sso', 'profile sso: IAM Identity Center, permission set Auditor of account 111122223333', []],
    ['program', 'profile program: a program (credential_process)', []],
    ['console', 'profile console: sign-in to the console (login_session)', []],
    [
      'role',
      'profile role, by profile sso: IAM Identity Center, permission set Auditor of account 111122223333',
      ['arn:role/one'],
    ],
    [
      'second',
      'profile second, by profile role, by profile sso: IAM Identity Center, permission set Auditor of account 111122223333',
      ['arn:role/one', 'arn:role/two'],
    ],
    ['instance', 'profile instance: role of the EC2 instance', ['arn:role/one']],
    ['token', 'profile token: web identity token', ['arn:role/one']],
    ['own', 'profile own: long-lived access key', ['arn:role/one']],
    ['empty', 'profile empty: nothing of its own', []],
    ['gone', 'profile gone: nothing of its own', []],
  ])('%s', (name, source, roles) => {
    const access = accessOfProfile(name, profiles);
    expect(access).toEqual({ source, roles });
    expect(JSON.stringify(access)).not.toContain('secret');
  });

  it('comes to an end where profiles name each other', () => {
    expect(accessOfProfile('circle', profiles).roles.length).toBeLessThan(4);
  });
});
