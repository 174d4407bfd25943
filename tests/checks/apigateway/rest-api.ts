/** A REST API on the internet, as its list and methods tell. */
export const restApi = {
  id: 'abc123',
  name: 'shop',
  tags: {},
  endpointTypes: ['REGIONAL'],
  policy: undefined as string | undefined,
  defaultEndpointDisabled: false,
  securityPolicy: 'SecurityPolicy_TLS13_1_3_2025_09' as string | undefined,
  endpointAccessMode: 'STRICT' as string | undefined,
};

export const method = (verb: string, authorization: string | undefined, more: object = {}) => ({
  path: '/orders/{id}',
  verb,
  authorization,
  apiKeyRequired: false,
  integration: undefined,
  ...more,
});

/** A resource policy that lets in whom the statement says. */
export const allowing = (statement: object, ...more: readonly object[]): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: 'execute-api:/*', ...statement },
      ...more,
    ],
  });

const vpce = { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } };
export const policies = {
  everybody: allowing({}),
  network: allowing({ Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } } }),
  anyNetwork: allowing({ Condition: { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } } }),
  endpoint: allowing({ Condition: vpce }),
  allButEndpointDenied: allowing(
    {},
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 'execute-api:Invoke',
      Resource: 'execute-api:/*',
      Condition: { StringNotEquals: vpce.StringEquals },
    },
  ),
  account: allowing({ Principal: { AWS: ['arn:aws:iam::999988887777:root'] } }),
  otherMethods: allowing({ Resource: 'execute-api:/prod/OPTIONS/*' }),
  otherStage: allowing({ Resource: ['execute-api:/test/*'] }),
};

export const stageOf = (restApiId: string, stageName: string) => ({
  id: `${restApiId}/${stageName}`,
  name: `shop/${stageName}`,
  restApiId,
  stageName,
  tags: {},
  tracingEnabled: undefined,
  webAclArn: undefined,
  logLevels: [],
});
