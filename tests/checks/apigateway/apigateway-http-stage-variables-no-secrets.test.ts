import check from '../../../checks/apigateway/apigateway-http-stage-variables-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const found = (...names: string[]) => ({
  variables: 2,
  secrets: names.map((name) => ({ kind: 'api-key', where: { name }, confidence: 'high' as const })),
});

checkSuite(
  check,
  { id: 'abc123/prod', name: 'shop/prod', apiId: 'abc123', stageName: 'prod', variableSecrets: found() },
  [
    { when: 'no variable holds one', expect: 'pass' },
    { when: 'there are no variables', given: { variableSecrets: { variables: 0, secrets: [] } }, expect: 'pass' },
    {
      when: 'a variable holds one',
      given: { variableSecrets: found('apiKey') },
      expect: 'fail',
      message: /^shop\/prod has .* in its stage variables: apiKey \(api-key\);/,
    },
  ],
);
