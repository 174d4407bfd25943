import check from '../../../checks/detective/detective-graph-enabled.ts';
import { checkSuite } from '../../helpers/check-suite.ts';

const graph = 'arn:aws:detective:eu-west-1:444455556666:graph:0a1b';
const member = (status: string | undefined, reason?: string) => ({
  graph,
  administrator: '444455556666',
  status,
  reason,
});
const base = {
  id: '111122223333',
  name: 'Detective in eu-west-1',
  arn: 'arn:aws:detective:eu-west-1:111122223333:graph',
  graphs: [] as string[],
  memberships: [] as ReturnType<typeof member>[],
};

checkSuite(
  check,
  base as never,
  [
    { when: 'it has a graph of its own', given: { graphs: [graph] }, expect: 'pass', message: /behavior graph/ },
    { when: 'it is in that of another account', given: { memberships: [member('ENABLED')] }, expect: 'pass' },
    { when: 'it has none and is in none', given: {}, expect: 'fail', message: /is off/ },
    { when: 'it is invited only', given: { memberships: [member('INVITED')] }, expect: 'fail', message: /INVITED/ },
    {
      when: 'it is left out for its volume',
      given: { memberships: [member('ACCEPTED_BUT_DISABLED', 'VOLUME_TOO_HIGH')] },
      expect: 'fail',
      message: /VOLUME_TOO_HIGH/,
    },
    {
      when: 'it is in one of two',
      given: { memberships: [member('INVITED'), member('ENABLED')] },
      expect: 'pass',
    },
    { when: 'AWS does not say how it is in one', given: { memberships: [member(undefined)] }, expect: 'unknown' },
  ] as never,
);
