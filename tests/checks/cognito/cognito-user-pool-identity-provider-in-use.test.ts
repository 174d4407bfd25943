import check from '../../../checks/cognito/cognito-user-pool-identity-provider-in-use.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const id = 'eu-west-1_customers';
const client = (pool: string, providers: readonly string[] | undefined) => ({
  id: `${pool} ${providers?.join(' ') ?? ''}`,
  pool,
  details: { providers },
});
const base = {
  id,
  name: 'customers',
  arn: `arn:aws:cognito-idp:eu-west-1:111122223333:userpool/${id}`,
  identityProviders: ['Partner'],
};
const clients = (...all: ReturnType<typeof client>[]) => ({ along: { clients: all } });

checkSuite(
  check,
  base as never,
  [
    { when: 'a client uses it', ...clients(client(id, ['COGNITO', 'Partner'])), expect: 'pass' },
    {
      when: 'none does',
      ...clients(client(id, ['COGNITO'])),
      expect: 'fail',
      message: /none of its 1 clients uses: Partner/,
    },
    { when: 'a client of another pool does', ...clients(client('other', ['Partner'])), expect: 'fail' },
    { when: 'a name differs in case', ...clients(client(id, ['partner'])), expect: 'fail' },
    { when: 'there is no client', ...clients(), expect: 'fail' },
    {
      when: 'one of two is used',
      given: { identityProviders: ['Google', 'Partner'] },
      ...clients(client(id, ['Google'])),
      expect: 'fail',
      message: /: Partner$/,
      fix: {
        cli: `aws cognito-idp delete-identity-provider --user-pool-id ${id} --provider-name Partner --region eu-west-1`,
      },
    },
    { when: 'it has none', given: { identityProviders: [] }, ...clients(), expect: 'pass' },
    { when: 'a client says nothing', ...clients(client(id, undefined)), expect: 'unknown' },
    {
      when: 'one says nothing and another uses it',
      ...clients(client(id, undefined), client(id, ['Partner'])),
      expect: 'pass',
    },
  ] as never,
);
