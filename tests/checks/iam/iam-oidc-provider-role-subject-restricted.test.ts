import check from '../../../checks/iam/iam-oidc-provider-role-subject-restricted.ts';
import { checkSuite } from '../../helpers/check-suite.ts';
import { document, roleBase } from './fixtures.ts';

const host = 'token.actions.githubusercontent.com';
const github = `arn:aws:iam::111122223333:oidc-provider/${host}`;
const own = 'arn:aws:iam::111122223333:oidc-provider/login.example.com';
const deploy = (Condition: object, provider = github) => ({
  ...roleBase,
  id: 'deploy',
  arn: 'arn:aws:iam::111122223333:role/deploy',
  trust: document({ Principal: { Federated: provider }, Action: 'sts:AssumeRoleWithWebIdentity', Condition }),
});
const aud = { StringEquals: { [`${host}:aud`]: 'sts.amazonaws.com' } };
const sub = (...subjects: string[]) => ({ ...aud, StringLike: { [`${host}:sub`]: subjects } });

checkSuite(check, { id: github, name: host, arn: github }, [
  { when: 'a repository is named', along: { roles: [deploy(sub('repo:example/app:*'))] }, expect: 'pass' },
  { when: 'an organization is named', along: { roles: [deploy(sub('repo:example/*'))] }, expect: 'pass' },
  {
    when: 'only the audience is looked at',
    along: { roles: [deploy(aud)] },
    expect: 'fail',
    message: /may assume deploy with any customer's token$/,
  },
  { when: 'the subject may be anything', along: { roles: [deploy(sub('*'))] }, expect: 'fail' },
  { when: 'the subject may be any repository', along: { roles: [deploy(sub('repo:*'))] }, expect: 'fail' },
  {
    when: 'one of the subjects may be anything',
    along: { roles: [deploy(sub('repo:example/app:*', 'repo:*/app:*'))] },
    expect: 'fail',
  },
  {
    when: 'one of two roles is open',
    along: { roles: [deploy(sub('repo:example/app:*')), { ...deploy(aud), id: 'release' }] },
    expect: 'fail',
    message: /may assume release /,
  },
  { when: 'no role trusts it', along: { roles: [deploy(aud, own)] }, expect: 'not-applicable' },
  {
    when: "the company's own provider limits the subject",
    given: { id: own, name: 'login.example.com', arn: own },
    along: { roles: [deploy({ StringEquals: { 'login.example.com:sub': 'ci' } }, own)] },
    expect: 'pass',
  },
  {
    when: "the company's own provider does not",
    given: { id: own, name: 'login.example.com', arn: own },
    along: { roles: [deploy({ StringEquals: { 'login.example.com:aud': 'sts.amazonaws.com' } }, own)] },
    expect: 'fail',
    message: /with any token$/,
  },
]);
