import { lacks } from '../lacks.ts';
import type { Build } from '../world.ts';

const statement = (Sid: string, Principal: unknown) => ({
  Sid,
  Effect: 'Allow',
  Principal,
  Action: 'events:PutEvents',
  Resource: 'arn:aws:events:eu-west-1:123456789012:event-bus/orders',
});

export const fixes: Readonly<Record<string, Build | readonly Build[]>> = {
  'eventbridge-bus-policy-not-public': async (aws) => {
    const own = statement('own', { AWS: 'arn:aws:iam::123456789012:root' });
    const Statement = [own, statement('open', '*'), statement('also open', { AWS: '*' })];
    await aws`events create-event-bus --name orders`;
    await aws`events put-permission --event-bus-name orders --policy ${{ Version: '2012-10-17', Statement }}`;
  },
};

export const untried: Readonly<Record<string, string>> = {
  'eventbridge-bus-encrypted-cmk': lacks('events', 'UpdateEventBus'),
  'eventbridge-bus-logging-enabled': lacks('events', 'UpdateEventBus'),
  'eventbridge-bus-policy-no-cross-account': 'no command: which other accounts are partners is for a person to say',
};
