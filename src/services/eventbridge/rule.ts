import { everyPage } from '../../aws/pages.ts';
import { listed } from '../../inventory/listed.ts';
import { takesEvent } from '../../text/event-pattern.ts';
import { eventbridge } from './service.ts';

/** Rules of the default bus, which events of AWS's services come to. */
export const eventRule = listed(eventbridge, 'AWS::Events::Rule', 'ListRules', {
  at: 'Rules',
  input: { Limit: 100 },
  token: 'NextToken',
  narrows: {
    NamePrefix: 'unless given',
    EventBusName: 'hides rules of other buses: events of services come to the default bus alone',
  },
  references: ['https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html'],
  id: ({ Name }) => Name,
  keep: {
    arn: 'Arn',
    state: 'State',
    /** The text of its pattern; none of a rule that goes by a schedule. */
    pattern: 'EventPattern',
    /** The service that made the rule and uses it itself. */
    managedBy: 'ManagedBy',
  },
}).facets((facet) => ({
  /** ARNs of the targets of a rule that may take findings of GuardDuty; of others nothing is asked. */
  findingTargets: facet({
    calls: ['ListTargetsByRule'],
    often: { ListTargetsByRule: 'per rule that may take findings of GuardDuty' },
    async read(api, { id, pattern, state }) {
      const event = { source: 'aws.guardduty', 'detail-type': 'GuardDuty Finding' };
      if (state === 'DISABLED' || pattern === undefined || takesEvent(pattern, event) === 'no') return undefined;
      const found: string[] = [];
      for await (const { Targets } of everyPage(
        (token) =>
          api.call('ListTargetsByRule', { Rule: id, Limit: 100, ...(token === undefined ? {} : { NextToken: token }) }),
        ({ NextToken }) => NextToken,
      ))
        found.push(...(Targets ?? []).flatMap(({ Arn }) => (Arn === undefined ? [] : [Arn])));
      return found;
    },
  }),
}));
