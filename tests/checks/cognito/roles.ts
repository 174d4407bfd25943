import { document, roleBase } from '../iam/fixtures.ts';

export const arnOf = (name: string): string => `arn:aws:iam::111122223333:role/${name}`;
const role = (id: string, ...statements: Readonly<Record<string, unknown>>[]) => ({
  ...roleBase,
  id,
  arn: arnOf(id),
  inline: [{ name: 'own', document: document(...statements) }],
});

/** What roles give, from little to everything. */
export const along = {
  roles: [
    role('own-folder', {
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::app/${cognito-identity.amazonaws.com:sub}/*',
    }),
    role('whole-service', { Action: 'dynamodb:*' }),
    role('all', { Action: '*' }),
    role('denied', { Action: 's3:*' }, { Effect: 'Deny', Action: '*' }),
    { ...roleBase, id: 'unread', arn: arnOf('unread'), attached: [{ name: 'x', arn: 'arn:aws:iam::aws:policy/X' }] },
  ],
};
