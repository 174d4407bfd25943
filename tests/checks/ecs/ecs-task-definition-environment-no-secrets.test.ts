import check from '../../../checks/ecs/ecs-task-definition-environment-no-secrets.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const container = (name: string, ...names: string[]) => ({
  container: name,
  variables: 4,
  secrets: names.map((each) => ({ kind: 'api-key', where: { name: each }, confidence: 'high' as const })),
});

checkSuite(check, { id: 'web:7', family: 'web', revision: 7, environmentSecrets: [container('app')] }, [
  { when: 'no container has one', expect: 'pass' },
  { when: 'it has no containers', given: { environmentSecrets: [] }, expect: 'pass' },
  {
    when: 'the second container has one',
    given: { environmentSecrets: [container('app'), container('log', 'API_KEY')] },
    expect: 'fail',
    message: /^web:7 has what looks like a secret .*: container log: API_KEY \(api-key\);/,
  },
  {
    when: 'several containers have some',
    given: { environmentSecrets: [container('app', 'A', 'B'), container('log', 'A')] },
    expect: 'fail',
    message: /3 secrets .*container app: A .*container log: A/,
  },
]);
