import { defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { detectiveGraphs } from '../../src/services/detective/graph.ts';

export default defineCheck({
  id: 'detective-graph-enabled',
  title: 'Detective is on in each region',
  resource: detectiveGraphs,
  needs: ['memberships'],
  risk: 'After an incident somebody has to put together from raw logs who did what from where, and Detective cannot look back to before it was turned on.',
  fix: {
    text: 'Turn Detective on, best for all accounts of the organization by its delegated administrator. It costs by the logs that it takes in; `aws detective delete-graph` undoes it and deletes what was collected.',
    cli: 'aws detective create-graph',
    terraform: 'resource "aws_detective_graph" "this" {}',
  },
  references: ['https://docs.aws.amazon.com/detective/latest/userguide/detective-setup.html'],
  evaluate(subject) {
    const { name, graphs } = subject;
    if (graphs.length > 0) return pass(`${name} has a behavior graph: ${graphs.join(', ')}`, { graphs });
    const { memberships } = subject;
    const called = (one: (typeof memberships)[number]): string =>
      `that of account ${one.administrator ?? one.graph ?? 'that AWS does not name'}`;
    const member = memberships.find(({ status }) => status === 'ENABLED');
    if (member !== undefined)
      return pass(`${name} tells a behavior graph of the account: ${called(member)}`, memberships);
    if (memberships.some(({ status }) => status === undefined))
      return unknown(`AWS does not say whether ${name} tells a behavior graph of the account`);
    const [first] = memberships;
    return first === undefined
      ? fail(`${name} is off: it has no behavior graph, and is in none of another account`, { graphs, memberships })
      : fail(
          `${name} has no behavior graph, and ${called(first)} gets nothing of it: the membership is ${first.status ?? ''}${first.reason === undefined ? '' : ` (${first.reason})`}; expected ENABLED`,
          { graphs, memberships },
        );
  },
});
