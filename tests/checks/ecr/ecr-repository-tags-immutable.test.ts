import check from '../../../checks/ecr/ecr-repository-tags-immutable.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'web',
  name: 'web',
  arn: 'arn:aws:ecr:eu-west-1:111122223333:repository/web',
  mutability: 'IMMUTABLE' as const,
  exclusions: undefined as readonly string[] | undefined,
  scanOnPush: false,
};
const except = (mutability: 'IMMUTABLE_WITH_EXCLUSION' | 'MUTABLE_WITH_EXCLUSION', ...exclusions: string[]) => ({
  mutability,
  exclusions,
});

checkSuite(check, base as never, [
  { when: 'no tag can be moved', expect: 'pass' },
  {
    when: 'some can',
    given: except('IMMUTABLE_WITH_EXCLUSION', 'latest', 'dev*'),
    expect: 'pass',
    message: /latest, dev/,
  },
  { when: 'a filter excludes all', given: except('IMMUTABLE_WITH_EXCLUSION', 'latest', '*'), expect: 'fail' },
  {
    when: 'AWS does not say which can',
    given: { ...except('IMMUTABLE_WITH_EXCLUSION'), exclusions: undefined },
    expect: 'unknown',
  },
  {
    when: 'all but some can',
    given: except('MUTABLE_WITH_EXCLUSION', 'v*'),
    expect: 'fail',
    message: /except .*: v\*/,
  },
  { when: 'all but all can', given: except('MUTABLE_WITH_EXCLUSION', '**'), expect: 'pass' },
]);
