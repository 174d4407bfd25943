import { answers, here } from '../../answers.ts';
import { arnOf, keyArn, policy } from '../../facts.ts';

const bus = (Name: string, Principal?: unknown) => {
  const Arn = arnOf('events', `event-bus/${Name}`);
  return {
    Name,
    Arn,
    ...(Principal === undefined
      ? {}
      : { Policy: policy({ Sid: 'send', Effect: 'Allow', Principal, Action: 'events:PutEvents', Resource: Arn }) }),
  };
};

export default answers('eventbridge', {
  DescribeEventBus: ({ input }) => ({
    ...bus(String(input['Name'])),
    ...(input['Name'] === 'orders'
      ? { KmsKeyIdentifier: keyArn, LogConfig: { Level: 'ERROR', IncludeDetail: 'NONE' } }
      : {}),
  }),
  ListEventBuses: here({ EventBuses: [bus('default'), bus('orders', '*')] }),
});
