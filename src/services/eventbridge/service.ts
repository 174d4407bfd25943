import { service } from '../../aws/service.ts';

export const eventbridge = service<typeof import('@aws-sdk/client-eventbridge')>({
  id: 'eventbridge',
  sdkId: 'EventBridge',
  iamPrefix: 'events',
  // What it always sends: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListEventBuses.html
  sends: {
    EventBus: ['Name', 'Arn'],
    ListEventBusesResponse: ['EventBuses'],
    ListRulesResponse: ['Rules'],
    ListTargetsByRuleResponse: ['Targets'],
    Rule: ['Name', 'Arn', 'State'],
    Target: ['Id', 'Arn'],
  },
  load: () => import('./sdk.ts'),
});
