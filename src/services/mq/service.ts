import { service } from '../../aws/service.ts';

/** Amazon MQ. https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonmq.html */
export const mq = service<typeof import('@aws-sdk/client-mq')>({
  id: 'mq',
  sdkId: 'mq',
  // What it always sends: its model requires the engine and how a broker is deployed, and a broker is known by its id
  // https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers.html
  sends: {
    // no member of these two is said to be required; every instance has a console
    ActionRequired: ['ActionRequiredCode'],
    BrokerInstance: ['ConsoleURL'],
    BrokerSummary: ['BrokerId', 'DeploymentMode', 'EngineType'],
    ListBrokersResponse: ['BrokerSummaries'],
    LogsSummary: ['General', 'GeneralLogGroup'],
    UserSummary: ['Username'],
  },
  load: () => import('./sdk.ts'),
});
