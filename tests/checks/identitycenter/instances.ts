const id = 'ssoins-1111222233334444';
export const instance = {
  id,
  name: id,
  arn: `arn:aws:sso:::instance/${id}`,
  region: 'eu-west-1',
  owner: '111122223333' as string | undefined,
  store: 'd-1111222233' as string | undefined,
  status: 'ACTIVE' as 'ACTIVE' | 'CREATE_FAILED' | undefined,
  statusReason: undefined as string | undefined,
};
