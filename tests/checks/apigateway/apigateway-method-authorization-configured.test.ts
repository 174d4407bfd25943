import check from '../../../checks/apigateway/apigateway-method-authorization-configured.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'a1b2c3',
  name: 'orders',
  arn: 'arn:aws:apigateway:eu-west-1::/restapis/a1b2c3',
  tags: {},
  endpointTypes: ['REGIONAL'],
  policy: undefined,
  defaultEndpointDisabled: false,
  securityPolicy: undefined,
  endpointAccessMode: undefined,
};
const methods = (...all: readonly (readonly [string, string | undefined])[]) => ({
  methods: all.map(([verb, authorization]) => ({
    path: '/orders',
    verb,
    authorization,
    apiKeyRequired: true,
    integration: undefined,
  })),
});

checkSuite(check, { ...base, ...methods(['GET', 'AWS_IAM']) }, [
  { when: 'each asks', given: methods(['GET', 'CUSTOM'], ['ANY', 'COGNITO_USER_POOLS']), expect: 'pass' },
  { when: 'one does not', given: methods(['GET', 'AWS_IAM'], ['POST', 'NONE']), expect: 'fail', message: /POST/ },
  { when: 'browsers alone ask without', given: methods(['GET', 'AWS_IAM'], ['OPTIONS', 'NONE']), expect: 'pass' },
  { when: 'one has an authorization of tomorrow', given: methods(['GET', 'none']), expect: 'unknown' },
  { when: 'AWS does not say it of one', given: methods(['GET', undefined]), expect: 'unknown' },
  { when: 'it was deleted meanwhile', given: { methods: undefined } as never, expect: 'not-applicable' },
]);
