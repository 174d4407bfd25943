import check from '../../../checks/dynamodb/dynamodb-dax-cluster-multi-az.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const base = {
  id: 'cache',
  name: 'cache',
  arn: 'arn:aws:dax:eu-west-1:111122223333:cache/cache',
  tags: {},
  atRest: undefined,
  endpoint: undefined,
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1a'] as (string | undefined)[] | undefined,
  nodes: 3 as number | undefined,
};

checkSuite(check, base, [
  { when: 'two zones have nodes', given: {}, expect: 'pass', message: /in 2 zones: eu-west-1a, eu-west-1b$/ },
  { when: 'all nodes are in one', given: { zones: ['eu-west-1a', 'eu-west-1a'], nodes: 2 }, expect: 'fail' },
  { when: 'there is one node', given: { zones: ['eu-west-1a'], nodes: 1 }, expect: 'fail' },
  { when: 'there is one node, whose zone is not said', given: { zones: [undefined], nodes: 1 }, expect: 'fail' },
  { when: 'the zone of one is not said', given: { zones: ['eu-west-1a', undefined], nodes: 2 }, expect: 'unknown' },
  { when: 'the zone of a third is not said', given: { zones: ['eu-west-1a', 'eu-west-1b', ''] }, expect: 'pass' },
  { when: 'no nodes are said', given: { zones: undefined }, expect: 'unknown' },
  { when: 'nodes are still to come', given: { zones: [] }, expect: 'unknown' },
]);
