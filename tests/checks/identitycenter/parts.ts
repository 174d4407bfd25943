const document = (...Statement: readonly object[]) => ({ Version: '2012-10-17', Statement });
export const allow = (Action: unknown, Resource: unknown = '*', more: object = {}) =>
  document({ Effect: 'Allow', Action, Resource, ...more });
export const aws = (name: string) => ({ name, arn: `arn:aws:iam::aws:policy/${name}` });
/** AWS's policies with their texts, as facets. */
export const attached = (policies: Readonly<Record<string, unknown>>) => ({
  awsPolicies: Object.keys(policies).map(aws),
  awsDocuments: Object.fromEntries(Object.entries(policies).map(([name, text]) => [aws(name).arn, text])),
});

const id = 'ps-1111222233334444';
/** A permission set without any policy. */
export const emptySet = {
  id,
  name: id,
  arn: `arn:aws:sso:::permissionSet/ssoins-1111222233334444/${id}`,
  instance: 'arn:aws:sso:::instance/ssoins-1111222233334444',
  described: { name: 'Work' as string | undefined, sessionDuration: 'PT1H' as string | undefined },
  accounts: ['111122223333'] as readonly string[],
  ownPolicies: [] as readonly { name: string; path: string }[],
  inline: undefined as unknown,
  boundary: undefined as { arn: string } | { name: string; path: string } | undefined,
  awsPolicies: [] as { name: string; arn: string }[],
  awsDocuments: {} as Readonly<Record<string, unknown>>,
};
